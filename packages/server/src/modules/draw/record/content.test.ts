import { expect, test } from 'vitest';
import { recordContent } from './content.ts';
import { drawnObjects, madeUpRecord } from './made-up-record.ts';

test('the record names task, base, exclusions with reasons, rule and moment in the bureau’s own time', () => {
  const { head, number, running } = recordContent(madeUpRecord());
  expect(number).toBe('长子县应急管理局　2022年第2号抽签');
  expect(running).toContain(number);
  expect(head).toEqual([
    ['抽查任务', '2022年危险化学品生产经营企业双随机抽查（2022年计划第2项）'],
    ['抽查对象', '危险化学品生产经营企业', '抽取时间', '2022年4月6日10时06分'],
    ['名录底数', '41家（2022年4月1日冻结）', '抽取地点', ''],
    ['排除', '2家：长子县昃字号加油站，停业；长子县闰字号加油站，本年度检查次数已达上限'],
    ['抽取规则', '可抽39家，抽9家，候补3家；每户2名执法人员；签号小者先中（mc-draw/1，SHA-256）'],
  ]);
});

test('numbers stand as they were announced: dice in fives, what is hashed whole, what is missing in words', () => {
  const [dice, ...witnesses] = madeUpRecord().sources;
  const sources = [dice, ...witnesses.map((witness) => ({ ...witness, value: null }))].filter(
    (one) => one !== undefined,
  );
  expect(recordContent(madeUpRecord({ sources })).sources).toEqual([
    { label: '骰子20位', text: '40719 36502 88417 36259', hex: false },
    { label: '见证人张见', text: '未揭示', hex: false },
    { label: '见证人孔证', text: '未揭示', hex: false },
  ]);
  const { seed, h, commitment } = recordContent(madeUpRecord());
  expect([seed, h, commitment?.c].map((hash) => hash?.length)).toEqual([64, 64, 64]);
  expect(commitment?.when).toBe('4月2日公开');
});

test('drawn first, reserves after them, each with the first eight signs of its ticket and its team', () => {
  const { objects, columns } = recordContent(madeUpRecord());
  expect(objects.map(({ place }) => place)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '候补1',
    '候补2',
    '候补3',
  ]);
  expect(objects[0]).toMatchObject({ ticket: '0773a027', team: '赵一、蒋十二', reserve: false });
  expect(columns).toEqual({ stratum: false, team: true });
});

test('nothing but a draw or a void makes it more than a draft', () => {
  const before = madeUpRecord({ drawn: null, drawnObjects: [] });
  expect(recordContent(before)).toMatchObject({ draft: true, qrWords: '扫码查看', seed: null });
  expect(recordContent(madeUpRecord()).draft).toBe(false);
  const voided = { at: '2022-04-08T01:00:00Z', reason: '名单有误：漏了两家', approver: '吕审' };
  const withResult = recordContent(madeUpRecord({ voided }));
  expect(withResult.draft).toBe(false);
  expect(withResult.voided).toBe(
    '本次抽签已于2022年4月8日9时00分作废，吕审批准。原因：名单有误：漏了两家。结果照样公开，不作为检查依据。',
  );
  expect(recordContent({ ...before, voided }).voided).toContain('作废时没有结果');
});

test('the public copy has no column of inspectors, and says where they stand', () => {
  const objects = drawnObjects(9, 3).map((object) => ({ ...object, team: null }));
  const { columns, note, remarks } = recordContent(
    madeUpRecord({ copy: 'public', drawnObjects: objects, signers: [] }),
  );
  expect(columns.team).toBe(false);
  expect(note).toBe('（公开件）（演示数据）');
  expect(remarks).toContain('执法人员姓名见存档件');
});

test('several strata are listed and stand in a column of their own; one is not worth a table', () => {
  const one = { name: '危化经营', eligible: 30, size: 6, full: false };
  expect(recordContent(madeUpRecord({ strata: [one] }))).toMatchObject({ strata: [], columns: { stratum: false } });
  const two = recordContent(madeUpRecord({ strata: [one, { name: '危化生产', eligible: 9, size: 9, full: true }] }));
  expect(two.columns.stratum).toBe(true);
  expect(two.strata).toEqual([
    ['危化经营', '30家', '6家'],
    ['危化生产', '9家', '全部，抽次序'],
  ]);
  const whole = madeUpRecord({
    strata: [{ ...one, full: true }],
    counts: { pool: 30, eligible: 30, selected: 30, reserves: 0 },
  });
  expect(recordContent(whole).head[4]?.[1]).toMatch(/^30家全部检查，抽的是次序；/);
});

test('a reason with more names than a page can bear is counted instead', () => {
  const names = Array.from({ length: 13 }, (_, index) => `长子县第${index}字号`);
  const exclusions = [{ reason: '停业', count: 13, names }];
  expect(recordContent(madeUpRecord({ exclusions })).head[3]).toEqual(['排除', '13家：停业13家']);
});

test('what was approved against the rules and a seal stand in rows of their own, and only where there are any', () => {
  const labels = (changes: Parameters<typeof madeUpRecord>[0]) =>
    recordContent(madeUpRecord(changes)).head.map(([label]) => label);
  expect(labels({})).toEqual(['抽查任务', '抽查对象', '名录底数', '排除', '抽取规则']);
  const exceptions = [
    '恢复列入长子县闰字号加油站：已复工（吕审批准）',
    '另行排除长子县昃字号加油站：已注销（吕审批准）',
  ];
  const sealed = recordContent(madeUpRecord({ exceptions, sealing: '不打招呼检查；2022年5月6日10时00分由何书开封' }));
  expect(sealed.head.slice(3)).toEqual([
    ['排除', expect.any(String)],
    ['例外', exceptions.join('；')],
    ['封存', '不打招呼检查；2022年5月6日10时00分由何书开封'],
    ['抽取规则', expect.any(String)],
  ]);
});
