import { expect, test } from 'vitest';
import type { ItemId } from '../id.ts';
import type { PlanGenre } from '../policy/index.ts';
import type { PlanFacts } from './facts.ts';
import { planLayouts } from './layout.ts';
import { clause, draftPlan, items, mineRow, on, policyWith, share, surroundings, tradeRow } from './made-up-plan.ts';
import { noParticulars } from './particulars.ts';
import type { RowContent } from './plan.ts';
import type { PlanLists } from './lists.ts';
import { type PlanSheet, sheetsOf } from './sheet.ts';

const columns = {
  dutyItem: '对矿山的监督检查',
  contents: ['证照', '培训'],
  category: '重点检查事项',
  methods: ['查阅资料', '现场检查'],
  department: '演示县应急管理局',
  tier: '县级',
  bases: ['《甲法》第一条', '《乙法》第二条'],
};

function factsIn(genre: PlanGenre, rows: readonly RowContent[]): PlanFacts {
  const around = surroundings({
    policy: policyWith({ 'plan.genre': { value: genre, clause: clause('附件') } }),
    items: items.map((item) => (item.id === ('item-mine' as ItemId) ? { ...item, columns } : item)),
  });
  return { plan: draftPlan(rows, around), ...around };
}

function titlesOf(genre: PlanGenre): string[][] {
  return planLayouts[genre].map((layout) => layout.columns.map(({ title }) => title));
}

test('a bureau prints 附件1, 附件2 and 附件3 with the columns of its own document (LZ-15, LZ-16, LZ-17)', () => {
  expect(titlesOf('item-list-and-two-plans')).toEqual([
    '序号 权责清单事项 抽查事项 抽查内容 检查对象 事项类别 检查方式 抽查比例及频次 检查部门及实施层级 检查依据'.split(
      ' ',
    ),
    '序号 部门 抽查事项 抽查内容 抽查对象 事项类别 检查方式 抽查比例及频次 检查部门及实施层级 检查依据'.split(' '),
    '序号 抽查领域 抽查事项 检查对象 事项类别 发起部门 配合部门 检查主体 检查时间'.split(' '),
  ]);
});

test('the eight columns are the document’s (ZZ-19), the ten are 长治’s, and every table’s widths add up to the page', () => {
  expect(titlesOf('eight-column-table')).toEqual([
    '序号 抽查任务名称 抽查类型 抽查事项 抽查对象范围 抽查比例 抽查时间 抽查发起部门'.split(' '),
  ]);
  expect(titlesOf('ten-column-table')[0]?.join(' ')).toBe(
    '序号 抽查任务名称 抽查事项 抽查对象范围 抽查比例及频次 智慧监管（信用风险分类）要求 抽查检查起止时间 发起部门 配合部门 抽查检查模式',
  );
  expect(titlesOf('eleven-column-table')[0]).toHaveLength(11);
  for (const layout of Object.values(planLayouts).flat()) {
    expect([layout.title, layout.columns.reduce((total, { width }) => total + width, 0)]).toEqual([layout.title, 100]);
  }
});

test('each row stands in the internal or the joint plan, never in both, and is numbered there from 1 (LZ-06, LZ-25)', () => {
  const joint = tradeRow({ partners: ['演示县公安局'] });
  const [list, internal, together] = sheetsOf(factsIn('item-list-and-two-plans', [mineRow(), joint]));
  expect([list, internal, together].map((sheet) => sheet?.lines.length)).toEqual([2, 1, 1]);
  expect(internal?.lines[0]?.slice(0, 2)).toEqual(['1', '演示县应急管理局']);
  expect(together?.lines[0]?.[0]).toBe('1');
});

test('a joint row names initiator, partners, the bodies that go and 「11月底前」 (LZ-26)', () => {
  const row = tradeRow({
    initiator: '区应急局',
    partners: ['公安部门'],
    window: { from: on('2030-03-01'), to: on('2030-11-30') },
    particulars: { ...noParticulars, field: '易制毒化学品企业专项抽查', bodies: ['区应急局', '市公安局临淄分局'] },
  });
  const [, , joint] = sheetsOf(factsIn('item-list-and-two-plans', [mineRow(), row]));
  expect(joint?.lines[0]).toEqual([
    ...['1', '易制毒化学品企业专项抽查', '对商贸企业的行政检查', '全县商贸企业', ''],
    ...['区应急局', '公安部门', '区应急局、市公安局临淄分局', '11月底前'],
  ]);
});

test('what the item list says of an item stands in the row: duty, numbered contents, category, methods, level, bases (LZ-18..LZ-24)', () => {
  const ratio = share(100, { base: 'plan', frequency: { operator: '>=', times: 1, per: 'year' } });
  const [list] = sheetsOf(factsIn('item-list-and-two-plans', [mineRow({ ratio })]));
  expect(list?.lines).toEqual([
    [
      ...['1', '对矿山的监督检查', '对矿山的行政检查', '1.证照\n2.培训', '全县矿山', '重点检查事项'],
      ...[
        '查阅资料、现场检查',
        '计划内100%，每年至少1次',
        '演示县应急管理局（县级）',
        '1.《甲法》第一条\n2.《乙法》第二条',
      ],
    ],
  ]);
});

test('重点 and 一般 stand in tables of their own, and only the 一般 ones say that they are drawn (LS-04, LS-14)', () => {
  const [priority, ordinary] = sheetsOf(
    factsIn('workday-budget', [mineRow({ level: 'priority' }), tradeRow({ level: 'ordinary' })]),
  );
  expect([priority?.lines.length, ordinary?.lines.length]).toEqual([1, 1]);
  expect([priority?.lines[0], ordinary?.lines[0]].map((line) => line?.includes('随机抽取'))).toEqual([false, true]);
});

const lists: PlanLists = {
  units: [
    { name: '演示县天字号矿', address: '示例路1号', sector: 'mine', level: 'priority', section: '监管一股' },
    { name: '演示县地字号店', address: '示例路2号', sector: 'shop', level: 'ordinary', section: '' },
    { name: '演示县玄字号库', address: '示例路3号', sector: 'store', level: 'ordinary', section: '监管二股' },
  ],
  inspectors: [
    { section: '监管一股', name: '赵一', certificate: '00000001', employment: '行政编制', sectors: ['mine', 'shop'] },
    { section: '监管二股', name: '钱二', certificate: '00000002', employment: '事业编制', sectors: ['store'] },
  ],
};

test('附表1 and 附表2 name every unit on a line of its own where the registry is at hand, each unit in its own class (LS-02, LS-14)', () => {
  const rows = [mineRow({ level: 'priority' }), tradeRow({ level: 'ordinary' })];
  const [priority, ordinary] = sheetsOf({ ...factsIn('workday-budget', rows), lists });
  const named = (sheet: PlanSheet | undefined) =>
    sheet?.lines.map((line) => [
      line[0],
      ...sheet.columns.flatMap(({ key }, at) => (wanted.includes(key) ? line[at] : [])),
    ]);
  expect(priority?.columns.at(-1)?.title).toBe('责任科室');
  const wanted: readonly string[] = ['objects', 'address', 'field', 'section'];
  expect(named(priority)).toEqual([['1', '演示县天字号矿', '示例路1号', '矿山', '监管一股']]);
  expect(named(ordinary)).toEqual([
    ['1', '演示县地字号店', '示例路2号', '门店', '演示县应急管理局'],
    ['2', '演示县玄字号库', '示例路3号', '仓库', '监管二股'],
  ]);
});

test('附表3 lists who may be sent, by section, with certificate, post and sectors (LS-14)', () => {
  const sheets = sheetsOf({ ...factsIn('workday-budget', [mineRow({ level: 'priority' })]), lists });
  expect(sheets.map(({ title }) => title)).toEqual(['重点检查单位检查计划表', '执法小组名单表']);
  expect(sheets[1]?.lines).toEqual([
    ['1', '监管一股', '赵一', '00000001', '行政编制', '矿山、门店'],
    ['2', '监管二股', '钱二', '00000002', '事业编制', '仓库'],
  ]);
});

test('长治 2024: ten columns with the credit requirement, the window’s first and last month and the mode of inspection (N-22)', () => {
  const row = mineRow({
    partners: ['演示县自然资源局'],
    particulars: { ...noParticulars, creditRequirement: '高风险100%，低风险不高于20%', mode: '市抽县查' },
  });
  const [sheet] = sheetsOf(factsIn('ten-column-table', [row]));
  expect(sheet?.lines).toEqual([
    [
      ...['1', '2030年矿山双随机抽查计划', '对矿山的行政检查', '全县矿山', '100%', '高风险100%，低风险不高于20%'],
      ...['2030年3月至12月', '演示县应急管理局', '演示县自然资源局', '市抽县查'],
    ],
  ]);
});

test('龙岩 2025: eleven columns with the frequency and the year’s cap of one enterprise (N-19)', () => {
  const ratio = share(10, { frequency: { operator: '=', times: 1, per: 'year' } });
  const row = tradeRow({
    ratio,
    particulars: { ...noParticulars, field: '商贸', section: '监管一股', cap: 2 },
  });
  const [sheet] = sheetsOf(factsIn('eleven-column-table', [row]));
  const said = Object.fromEntries(sheet?.columns.map(({ title }, at) => [title, sheet.lines[0]?.[at]]) ?? []);
  expect(sheet?.columns).toHaveLength(11);
  expect(said).toMatchObject({ 抽查比例及频次: '10%，每年抽查1次', 年度检查上限: '每家2次', 抽查领域: '商贸' });
});
