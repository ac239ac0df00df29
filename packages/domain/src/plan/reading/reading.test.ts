import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPlan, flattened, type MadeUpDocument, reordered, withCell } from '../document/made-up-document.ts';
import { documentOf, readPlanText } from '../document/read-text.ts';
import type { Draft, DraftFieldKey, ReadingFacts } from './draft.ts';
import { fieldOf, needsEye } from './draft.ts';
import { draftsOf } from './drafts-of.ts';
import {
  listAndTwoPlans,
  oneTable,
  scheme,
  seaside as facts,
  standingRule,
  unitsByNumber,
} from './made-up-old-plan.ts';

const readText = (text: string, of: ReadingFacts = facts) => draftsOf(readPlanText(text), of);
const draftsAs = (kind: Draft['kind'], drafts: readonly Draft[]) => drafts.filter((draft) => draft.kind === kind);
const text = (draft: Draft | undefined, key: DraftFieldKey) => (draft && fieldOf(draft, key)?.text) ?? '';
const eyes = (draft: Draft | undefined) => draft?.fields.filter(needsEye).map(({ key }) => key);

describe('an item list with an internal and a joint plan (LZ-15 to LZ-17)', () => {
  const drafts = readText(listAndTwoPlans);
  const [internal, joint] = draftsAs('row', drafts);
  const [wholesale, yards] = draftsAs('item', drafts);

  test('each row of the plan tables becomes a row, each line of the list an item', () => {
    expect(draftsAs('row', drafts).map(({ place }) => place)).toEqual(['附件2 第1行', '附件3 第1行']);
    expect(draftsAs('item', drafts).map(({ title }) => title)).toEqual([
      '对烟花爆竹批发企业的行政检查',
      '对修造船企业有限空间作业的行政检查',
    ]);
    expect(eyes(wholesale)).toEqual([]);
    expect(text(wholesale, 'contents')).toBe('1.许可证情况\n2.仓库安全距离情况');
    expect([text(wholesale, 'department'), text(wholesale, 'tier')]).toEqual(['县级应急管理部门', '县级']);
  });

  test('a ratio in the column of methods is told with both cells, and the methods come from the same item elsewhere', () => {
    expect(yards && fieldOf(yards, 'methods')).toMatchObject({
      text: '现场检查、查阅资料',
      state: 'repaired',
      reason: '「检查方式」栏里写的是抽查比例及频次，本栏没有内容，取附件2同一事项的「现场检查、查阅资料」',
      sources: [{ place: '附件1 第2行 检查方式' }, { place: '附件2 第1行 检查方式' }],
    });
    expect(yards && fieldOf(yards, 'ratio')).toMatchObject({
      text: '全年抽查比例不低于15%，每年抽查1次',
      state: 'unsure',
      sources: [
        { place: '附件1 第2行 抽查比例及频次' },
        {
          place: '附件1 第2行 检查方式',
          at: { kind: 'cell', table: 0, row: 1, column: 6 },
          text: '计划内100%，每年抽查1次',
        },
      ],
    });
    expect(eyes(yards)).toEqual(['methods', 'ratio']);
  });

  test('one amount written twice in a cell is one ratio', () => {
    expect(internal && fieldOf(internal, 'ratio')).toMatchObject({ text: '计划内30%，每年至少1次', state: 'read' });
  });

  test('without a column of its own the time is the text’s, the ratio the list’s and to be looked at', () => {
    expect(text(internal, 'window')).toBe('2031年1月1日至2031年10月31日');
    expect(internal && fieldOf(internal, 'window')?.sources).toMatchObject([
      { place: '正文三', at: { kind: 'paragraph' } },
    ]);
    expect(joint && fieldOf(joint, 'ratio')).toMatchObject({ text: '计划内100%，每年抽查1次', state: 'unsure' });
  });

  test('a department that the table names in full beside it is written in full', () => {
    expect(text(joint, 'partners')).toBe('东海市公安局望海分局');
    expect(text(joint, 'bodies')).toBe('望海县应急管理局、东海市公安局望海分局');
  });

  test('targets are shown with their sentence', () => {
    expect(draftsAs('promise', drafts).map((draft) => [draft.title, draft.place])).toEqual([
      ['抽查家数', '正文一'],
      ['联合抽查占比', '正文二'],
      ['完成期限', '正文三'],
    ]);
  });
});

describe('a row whose cells slid one column', () => {
  const rowWith = (cells: readonly string[]) =>
    draftsAs(
      'row',
      readText(
        `2031年抽查计划\n\n\t序号\n\t抽查任务名称\n\t抽查事项\n\t抽查对象\n\t事项类别\n\t检查方式\n\t抽查比例\n\t抽查时间\n\n${cells.map((cell) => `\t${cell}`).join('\n')}\n`,
      ),
    )[0];
  const whole = ['1', '渔港抽查', '对修造船企业的行政检查', '修造船企业', '一般检查', '现场检查', '20%', '2031年5月'];

  test('because a merged cell is gone is moved back, with the place it stood in', () => {
    const row = rowWith(whole.filter((cell) => cell !== '现场检查'));
    expect(row && fieldOf(row, 'ratio')).toMatchObject({
      text: '20%',
      state: 'repaired',
      reason: '这一格写在「检查方式」栏的位置，按内容移到「抽查比例」栏',
    });
    expect(row && fieldOf(row, 'window')).toMatchObject({ text: '2031年5月1日至2031年5月31日', state: 'repaired' });
    expect(eyes(row)).toEqual(['ratio', 'window']);
  });

  test('because an empty cell stands at the end is moved back as well', () => {
    const row = rowWith([...whole.filter((cell) => cell !== '现场检查'), '']);
    expect([text(row, 'ratio'), text(row, 'window')]).toEqual(['20%', '2031年5月1日至2031年5月31日']);
  });

  test('and two cells that changed places are changed back', () => {
    const row = rowWith([
      '1',
      '渔港抽查',
      '对修造船企业的行政检查',
      '修造船企业',
      '一般检查',
      '现场检查',
      '2031年5月',
      '20%',
    ]);
    expect([text(row, 'ratio'), text(row, 'window')]).toEqual(['20%', '2031年5月1日至2031年5月31日']);
    expect(row && fieldOf(row, 'ratio')?.reason).toBe('写在「抽查时间」栏，按内容移到「抽查比例」栏');
  });
});

describe('a plan of one table (ZZ-19)', () => {
  const drafts = readText(oneTable);

  test('is read without anything to look at but the items that it only names', () => {
    expect(draftsAs('row', drafts).flatMap(eyes)).toEqual(['sectors']);
    expect(
      draftsAs('row', drafts).map((row) => [text(row, 'selection'), text(row, 'ratio'), text(row, 'window')]),
    ).toEqual([
      ['定向', '25%', '2032年4月1日至2032年6月30日'],
      ['不定向', '10%', '2032年8月1日至2032年10月31日'],
    ]);
  });

  test('what the text lists in one sentence becomes the points of its items, to be looked at', () => {
    const [grain] = draftsAs('item', drafts);
    expect(grain && fieldOf(grain, 'contents')).toMatchObject({
      text: '1.制度建设\n2.应急救援\n3.教育培训',
      state: 'unsure',
    });
  });

  test('its head is the notice’s, and its papers those that the text cites', () => {
    const [head] = drafts;
    expect(
      ['title', 'documentNo', 'issuedOn', 'addressees', 'upstream', 'publicity'].map((key) =>
        text(head, key as DraftFieldKey),
      ),
    ).toEqual([
      '2032年双随机抽查工作计划',
      '望海应急发〔2032〕4号',
      '2032年2月9日',
      '各业务股室',
      '东政发〔2029〕12号',
      '此件公开发布',
    ]);
  });

  test('an object that no sector of the rules answers to is missing, with the words that were sought', () => {
    const [grain] = draftsAs('row', drafts);
    expect(grain && fieldOf(grain, 'sectors')).toMatchObject({
      state: 'missing',
      reason: '「全县粮库」对不上本局规则的行业类别',
    });
  });
});

test('a table of items, objects and ratios alone is a plan, and one of items, contents and bases is a list', () => {
  const tableOf = (...columns: readonly string[]) =>
    ['2031年抽查', '', ...['序号', ...columns].map((title) => `\t${title}`), '']
      .concat(['1', ...columns.map((title) => (title === '抽查比例' ? '10%' : '修造船'))].map((cell) => `\t${cell}`))
      .join('\n');
  expect(readText(tableOf('抽查事项', '抽查对象', '抽查比例')).map(({ kind }) => kind)).toEqual([
    'head',
    'row',
    'item',
  ]);
  expect(readText(tableOf('抽查事项', '抽查内容', '检查依据')).map(({ kind }) => kind)).toEqual(['head', 'item']);
});

test('a scheme gives one row for its industries and one item with its numbered contents, and says what it lacks (YS)', () => {
  const drafts = readText(scheme, {
    ...facts,
    sectors: [
      { code: 'grain', label: '粮食' },
      { code: 'ships', label: '船舶' },
    ],
  });
  const [row] = draftsAs('row', drafts);
  const [item] = draftsAs('item', drafts);
  expect(text(row, 'scope')).toBe('粮食、船舶、烟花等行业企业');
  expect([text(row, 'sectors'), text(row, 'initiator')]).toEqual(['粮食、船舶', '法规股']);
  expect(row && fieldOf(row, 'ratio')).toMatchObject({ state: 'missing', reason: '文件没有写比例或家数' });
  expect(text(item, 'contents')).toBe('1.机构和人员配备情况\n2.应急预案演练情况');
});

test('a standing rule gives a row for each key object, with the one ratio, in the year of its issue (GX)', () => {
  const drafts = readText(standingRule, {
    ...facts,
    sectors: [
      { code: 'grain', label: '粮食仓储' },
      { code: 'ships', label: '船舶修造' },
    ],
  });
  expect(draftsAs('row', drafts).map((row) => [text(row, 'scope'), text(row, 'ratio'), text(row, 'sectors')])).toEqual([
    ['粮食仓储企业', '计划内不低于40%', '粮食仓储'],
    ['船舶修造企业', '计划内不低于40%', '船舶修造'],
  ]);
  expect(draftsAs('item', drafts).map((item) => [text(item, 'category'), text(item, 'contents')])).toEqual([
    ['重点检查事项', '1.行政许可情况\n2.人员持证情况'],
    ['重点检查事项', '1.行政许可情况\n2.人员持证情况'],
  ]);
  expect(drafts[0] && fieldOf(drafts[0], 'year')).toMatchObject({ text: '2018', state: 'unsure' });
  expect(draftsAs('promise', drafts).map(({ title }) => title)).toEqual([
    '随机抽查占比',
    '每次重点占比',
    '每年抽查次数',
  ]);
});

test('a supervision plan gives a row for each industry of 重点 units and one for the 一般 ones (LS)', () => {
  const rows = draftsAs('row', readText(unitsByNumber));
  expect(rows.map((row) => [text(row, 'scope'), text(row, 'ratio'), text(row, 'level')])).toEqual([
    ['重点检查单位中的粮食仓储企业', '8家', '重点'],
    ['重点检查单位中的烟花爆竹企业', '9家', '重点'],
    ['一般检查单位', '30家', '一般'],
  ]);
});

describe('whatever the order of columns and rows', () => {
  const own: ReadingFacts = {
    bureau: '云岭县应急管理局',
    sectors: [
      { code: 'q', label: '采石场' },
      { code: 'p', label: '油品储存经营' },
    ],
    rounding: 'ceil',
  };
  const told = (document: MadeUpDocument) =>
    readText(flattened(document), own)
      .map((draft) =>
        [draft.key, ...draft.fields.map(({ key, text: says, state }) => `${key} ${state} ${says}`)].join('\n'),
      )
      .sort((one, other) => (one < other ? -1 : 1));
  const permuting = fc.array(fc.nat(), { maxLength: 12 }).map((seeds) => (length: number) => {
    const left = Array.from({ length }, (_, at) => at);
    return Array.from(
      { length },
      (_, at) => left.splice((seeds[at % Math.max(1, seeds.length)] ?? 0) % left.length, 1)[0] ?? 0,
    );
  });

  test('the drafts are the same', () => {
    const straight = told(cleanPlan);
    fc.assert(
      fc.property(permuting, (order) => {
        expect(told(reordered(cleanPlan, order))).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  test('a cell in the wrong column is repaired to the same value', () => {
    const lost = withCell(
      withCell(cleanPlan, '附件1', '2', '检查方式', '计划内20%，每年抽查1次'),
      '附件1',
      '2',
      '抽查比例及频次',
      '',
    );
    const straight = told(lost);
    expect(straight.join('\n')).toContain('ratio repaired 计划内20%，每年抽查1次');
    fc.assert(
      fc.property(permuting, (order) => {
        expect(told(reordered(lost, order))).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });
});

test('whatever stands in a file, every draft has a key of its own and nothing is thrown', () => {
  const titles = [
    '序号',
    '抽查事项',
    '抽查内容',
    '抽查对象',
    '事项类别',
    '检查方式',
    '抽查比例',
    '抽查时间',
    '检查依据',
    '备注',
  ];
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '',
      '现场检查',
      '100%',
      '计划内20%，每年至少1次',
      '重点检查',
      '2031年5月',
      '1.甲。\n2.乙。',
      '《甲法》第一条',
    ),
  );
  const table = fc.tuple(
    fc.uniqueArray(fc.constantFrom(...titles), { minLength: 3 }),
    fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 6 }),
  );
  const lines = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('一、抽查对象', '二、检查内容', '1.渡口企业3户', '附件：')),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(lines, fc.array(table, { maxLength: 3 }), (text, tables) => {
      const grids = tables.map(([head, rows]) => ({ before: text.slice(-4), rows: [head, ...rows] }));
      const keys = draftsOf(documentOf(text, grids), facts).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 60 },
  );
});
