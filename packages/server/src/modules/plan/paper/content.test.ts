import { describe, expect, test } from 'vitest';
import { amendmentPaper } from './amendment-paper.ts';
import { numeral, planPaper } from './content.ts';
import { madeUpAmendment, madeUpPlan, madeUpRow } from './made-up-plan.ts';

const around = { bureau: '演示县应急管理局', demonstration: false };

test('the paper has number, addressees, date, publicity and the documents it rests on (ZZ-01, ZZ-02)', () => {
  const paper = planPaper(madeUpPlan([madeUpRow(1)]), around);
  expect([paper.number, paper.addressees, paper.date, paper.publicity]).toEqual([
    ...['演应急发〔2030〕5号', '各股室：', '2030年3月3日', '（此件公开发布）'],
  ]);
  expect(paper.blocks[0]?.text).toBe('根据国发〔2019〕5号、《安全生产法》，结合本局实际，制定本计划。');
  expect(paper.draft).toBe(false);
});

test('the text states the base with its sum, the year’s number and what the joint tasks take of it (ZZ-04, LZ-04)', () => {
  const rows = [madeUpRow(1), madeUpRow(2, { partners: ['公安局'] })];
  const texts = planPaper(madeUpPlan(rows), around).blocks.map(({ text }) => text);
  expect(texts).toContain('名录库共133家，其中门店41家、仓库92家。');
  expect(texts).toContain('全年安排抽查任务2项，抽取18家，占名录库的13.5%。其中部门联合抽查1项，抽取9家。');
  expect(texts).toContain('（一）每次至少2名执法人员。');
});

test('one table is 附件, three are 附件1 to 附件3, and the list before the signature names them', () => {
  const one = planPaper(madeUpPlan([madeUpRow(1)]), around);
  expect(one.annexes.map(({ label }) => label)).toEqual(['附件']);
  const genre = { value: 'item-list-and-two-plans', clause: { source: '', place: '', verified: true } } as const;
  const rows = [madeUpRow(1), madeUpRow(2, { partners: ['公安局'] })];
  const three = planPaper(madeUpPlan(rows, { 'plan.genre': genre }), around);
  expect(three.annexes.map(({ label }) => label)).toEqual(['附件1', '附件2', '附件3']);
  expect(three.annexList[1]).toMatch(/^2\.2030年部门内部/);
});

test('parts are numbered 一 to 九百九十九', () => {
  expect([1, 10, 11, 20, 21, 100, 101, 110, 999].map(numeral)).toEqual(
    '一 十 十一 二十 二十一 一百 一百零一 一百一十 九百九十九'.split(' '),
  );
});

test('主送 names sections and the enforcement brigade alike, with one colon (YS-01)', () => {
  const facts = madeUpPlan([madeUpRow(1)]);
  const to = (addressees: string) => planPaper({ ...facts, plan: { ...facts.plan, addressees } }, around).addressees;
  expect(to('局相关科（室）、综合行政执法大队')).toBe('局相关科（室）、综合行政执法大队：');
  expect(to('局相关科（室）、综合行政执法大队：')).toBe('局相关科（室）、综合行政执法大队：');
  expect(to('')).toBe('');
});

test('版记 names who gets a copy, the office and the day of print; without other words the bureau’s office (Q-23)', () => {
  const facts = madeUpPlan([madeUpRow(1)]);
  expect(planPaper(facts, around).imprint).toEqual({
    copies: '抄送：演示市应急管理局，县政府办公室、县公安局。',
    office: '演示县应急管理局办公室',
    printed: '2030年3月3日印发',
  });
  const { imprint: _imprint, ...plain } = facts.plan;
  expect(planPaper({ ...facts, plan: { ...plain, issuedOn: null } }, around).imprint).toMatchObject({
    copies: '',
    printed: '',
  });
});

describe('关于调整…的通知', () => {
  const facts = madeUpPlan([madeUpRow(1), madeUpRow(2), madeUpRow(3)]);
  const paper = amendmentPaper({ ...facts, plan: madeUpAmendment(facts.plan) }, facts.plan, around);

  test('says why, by whose approval, what changes and from when (F-26)', () => {
    expect(paper.title).toBe('演示县应急管理局关于调整《2030年抽查工作计划》的通知');
    expect(paper.blocks.map(({ text }) => text)).toEqual([
      '因新增仓储企业、执法力量调整，经演示县人民政府批准（演政批〔2030〕7号），决定对《2030年抽查工作计划》（演应急发〔2030〕5号）作如下调整。',
      '一、调整的内容',
      '（一）抽查任务“2030年第2项双随机抽查计划”：抽查比例由“20%”改为“30%”，抽取家数由“9家”改为“13家”。',
      '（二）删去抽查任务“2030年第3项双随机抽查计划”，原定抽取9家。',
      '（三）增加抽查任务“2030年仓库补充抽查”：抽取9家，4月至6月进行。',
      '二、调整后的安排',
      '调整后全年安排抽查任务3项，抽取家数由27家调整为31家。',
      '三、施行',
      '本通知自2030年6月1日起施行。此前已经抽签的任务，按抽签时的安排办理；没有调整的内容，仍按《2030年抽查工作计划》执行。',
    ]);
  });

  test('the first annex lays the cells side by side, the next are the whole tables', () => {
    expect(paper.annexes.map(({ label, title }) => `${label} ${title}`)).toEqual([
      '附件1 2030年度抽查计划调整前后对照表',
      '附件2 2030年抽查工作计划表',
    ]);
    expect(paper.annexes[0]?.lines).toEqual([
      ['1', '2030年第2项双随机抽查计划', '抽查比例', '20%', '30%'],
      ['', '', '抽取家数', '9家', '13家'],
      ['2', '2030年第3项双随机抽查计划', '整项任务', '原定抽取9家', '删去'],
      ['3', '2030年仓库补充抽查', '整项任务', '—', '增加，抽取9家，4月至6月进行'],
    ]);
  });
});
