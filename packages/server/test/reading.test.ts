import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueRoutes, planRoutes, policyProfile, policyRoutes, readingRoutes } from '@mingchou/contract';
import { type PlanId, type ReadingId, resolvePolicy } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountModule } from '../src/modules/account/index.ts';
import { auditModule } from '../src/modules/audit/index.ts';
import { addItem, catalogueModule, type CataloguePorts, itemFacts } from '../src/modules/catalogue/index.ts';
import { readPlanDocument } from '../src/modules/exchange/index.ts';
import { workbookOf } from '../src/modules/exchange/reading/made-up-files.ts';
import {
  addPlanRow,
  createPlan,
  listedPlans,
  planModule,
  plannedItems,
  type PlanPorts,
} from '../src/modules/plan/index.ts';
import { policyModule, policyOf } from '../src/modules/policy/index.ts';
import { readingModule } from '../src/modules/reading/index.ts';
import type { Client } from '../src/shell/client.ts';
import { rulesAlone } from './harness/policy.ts';
import { type TestBureau, testBureau } from './harness.ts';

const sample = (...names: string[]): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../samples', ...names), 'utf8'));

const planPorts: PlanPorts = {
  policy: policyOf,
  baseCounts: () => Promise.resolve([]),
  items: itemFacts,
  inspectors: () => Promise.resolve(12),
  tasksUnderWay: () => Promise.resolve([]),
  publishPlanSnapshot: () => Promise.resolve(),
};
const cataloguePorts: CataloguePorts = {
  ...{ policy: policyOf, plannedItems },
  publishItemList: () => Promise.resolve(),
};

let bureau: TestBureau;
let clerk: Client;
let chief: Client;
beforeAll(async () => {
  bureau = await testBureau({
    now: '2022-03-01T01:00:00Z',
    compose: (house) => [
      accountModule({ mode: house.mode }),
      auditModule(),
      policyModule(rulesAlone),
      catalogueModule(cataloguePorts),
      planModule(planPorts, { bureau: () => Promise.resolve({ name: '演示县应急管理局' }), demonstration: true }),
      readingModule({
        facts: async (db) => {
          const policy = await policyOf(db);
          const sectors = resolvePolicy(policy, 'sectors').value.map(({ code, label }) => ({ code, label }));
          return { bureau: '演示县应急管理局', sectors, rounding: 'ceil' };
        },
        readFile: readPlanDocument,
        context: () => Promise.resolve({ outdated: () => undefined }),
        items: itemFacts,
        addItem: (tx, actor, content) => addItem(cataloguePorts, tx, actor, content),
        plans: listedPlans,
        createPlan: (tx, actor, input) => createPlan(planPorts, tx, actor, input),
        addRow: (tx, actor, input) => addPlanRow(planPorts, tx, actor, input),
      }),
    ],
  });
  clerk = await bureau.as('何书');
  chief = await bureau.as('施核');
  const profile = policyProfile.parse(sample('policies', 'zz.json'));
  await (await bureau.as('管理员')).mustSend(policyRoutes.adoptPolicy, { version: 0, profile });
});
afterAll(() => bureau.close());

const head = [
  '序号',
  '抽查任务名称',
  '抽查事项',
  '抽查内容',
  '抽查对象',
  '事项类别',
  '检查方式',
  '抽查比例',
  '抽查时间',
];
const rows = [
  ['1', '2021年煤矿抽查', '对煤矿通风的行政检查', '1.通风系统。', '全县煤矿', '重点检查', '100%', '2021年全年', ''],
  [
    '2',
    '2021年工贸抽查',
    '对工贸企业粉尘的行政检查',
    '1.除尘。\n2.清扫。',
    '全县工贸企业',
    '一般检查',
    '现场检查',
    '若干',
    '2021年4月至6月',
  ],
];
const file = async (name = '去年的计划.xlsx') => {
  const bytes = await workbookOf([['演示县2021年抽查工作计划'], head, ...rows], '计划表');
  return { fileName: name, base64: bytes.toString('base64') };
};
const show = async (readingId: ReadingId, as = clerk) => as.mustAsk(readingRoutes.showReading, { readingId });

test('a file is read into drafts and kept; neither plan nor catalogue changes, and the page may be left', async () => {
  const { readingId } = await clerk.mustSend(readingRoutes.readDocument, await file());
  const { reading, findings } = await show(readingId, await bureau.as('施核'));
  const drafts = reading.drafts.filter(({ kind }) => kind === 'row');
  expect(drafts.map(({ title }) => title)).toEqual(['2021年煤矿抽查', '2021年工贸抽查']);
  expect(drafts[0]?.fields.find(({ key }) => key === 'ratio')).toMatchObject({
    text: '100%',
    state: 'repaired',
    sources: [
      { place: '表1 第1行 检查方式', at: { kind: 'cell', table: 0, row: 0, column: 6 } },
      { place: '表1 第1行 抽查比例', at: { kind: 'cell', table: 0, row: 0, column: 7 } },
    ],
  });
  expect(reading.document.tables[0]?.rows[0]?.[6]).toBe('100%');
  expect(findings.map(({ verdict }) => verdict).length).toBeGreaterThan(0);
  expect(await clerk.mustAsk(planRoutes.listPlans, {})).toMatchObject({ total: 0 });
  expect(await clerk.mustAsk(catalogueRoutes.listItems, {})).toMatchObject({ total: 0 });
  expect(await clerk.mustAsk(readingRoutes.listReadings, {})).toMatchObject({
    rows: [{ id: readingId, fileName: '去年的计划.xlsx', rows: 2, items: 2, accepted: 0, readBy: '何书' }],
  });
});

test('what is wrong is refused: a file that is none, a value its field cannot hold, a row that waits, an old version', async () => {
  const broken = { fileName: '计划.doc', base64: Buffer.from('%PDF-1.7').toString('base64') };
  expect(await clerk.send(readingRoutes.readDocument, broken)).toMatchObject({
    refusal: { message: '没有读入：这个文件其实是PDF文件。请用WPS或Word打开，另存为.docx后再选。' },
  });
  const note = { fileName: '纪要.txt', base64: Buffer.from('会议纪要\n一、议题\n讨论食堂。').toString('base64') };
  expect(await clerk.send(readingRoutes.readDocument, note)).toMatchObject({ refusal: { code: 'reading-empty' } });
  const { readingId, version } = await clerk.mustSend(readingRoutes.readDocument, await file('又一份.xlsx'));
  const { reading } = await show(readingId);
  const row = reading.drafts.filter(({ kind }) => kind === 'row')[1]?.key ?? '';
  const at = { readingId, version };
  expect(
    await clerk.send(readingRoutes.correctValue, { ...at, draft: row, field: 'ratio', text: '一些' }),
  ).toMatchObject({
    refusal: { code: 'reading-value-unreadable' },
  });
  const into = { kind: 'new' as const, year: 2022 };
  expect(await clerk.send(readingRoutes.acceptDrafts, { ...at, drafts: [row], into })).toMatchObject({
    refusal: { code: 'reading-value-open' },
  });
  expect(await clerk.mustAsk(planRoutes.listPlans, {})).toMatchObject({ total: 0 });
  await clerk.mustSend(readingRoutes.correctValue, { ...at, draft: row, field: 'ratio', text: '20%' });
  expect(await chief.send(readingRoutes.confirmValues, { ...at, draft: row, field: null })).toMatchObject({
    refusal: { code: 'reading-stale', message: '没有保存：何书在您打开之后核对过这份文件。请看最新的内容后再改。' },
  });
});

test('looked at and corrected, rows go into a new plan of this year and items into the list, all as drafts with their source', async () => {
  const { readingId } = await clerk.mustSend(readingRoutes.readDocument, await file('去年的计划（定）.xlsx'));
  let { reading } = await show(readingId);
  let version = reading.version;
  const wanted = reading.drafts.filter(({ kind }) => kind !== 'promise');
  for (const draft of wanted) {
    for (const field of draft.fields.filter(({ state }) => state === 'missing')) {
      const text = field.key === 'ratio' ? '20%' : '现场检查';
      const edit = { readingId, version, draft: draft.key, field: field.key, text };
      version = (await clerk.mustSend(readingRoutes.correctValue, edit)).version;
    }
    const look = { readingId, version, draft: draft.key, field: null };
    version = (await clerk.mustSend(readingRoutes.confirmValues, look)).version;
  }
  ({ reading } = await show(readingId));
  expect([reading.open, reading.corrected]).toEqual([0, 1]);

  const drafts = wanted.filter(({ kind }) => kind !== 'head').map(({ key }) => key);
  const into = { kind: 'new' as const, year: 2022 };
  const done = await clerk.mustSend(readingRoutes.acceptDrafts, { readingId, version, drafts, into });
  expect(done).toMatchObject({ rows: 2, items: 2 });
  const planId = done.planId as PlanId;
  const { plan } = await clerk.mustAsk(planRoutes.showPlan, { planId });
  expect(plan).toMatchObject({ year: 2022, status: 'draft', title: '演示县2022年抽查工作计划', documentNo: null });
  expect(plan.rows.map((row) => [row.name, row.window.from, row.window.to, row.items[0]?.itemId === null])).toEqual([
    ['2022年煤矿抽查', '2022-01-01', '2022-12-31', false],
    ['2022年工贸抽查', '2022-04-01', '2022-06-30', false],
  ]);
  const items = await clerk.mustAsk(catalogueRoutes.listItems, {});
  expect(items.rows.map((item) => [item.title, item.status, item.checkItems.length])).toEqual([
    ['对煤矿通风的行政检查', 'draft', 1],
    ['对工贸企业粉尘的行政检查', 'draft', 2],
  ]);
  const sources = await clerk.mustAsk(readingRoutes.listRowSources, { planId });
  expect(sources.rows).toMatchObject([
    { rowId: plan.rows[0]?.id, readingId, fileName: '去年的计划（定）.xlsx', place: '表1 第1行', corrected: 0 },
    { rowId: plan.rows[1]?.id, place: '表1 第2行', corrected: 1 },
  ]);
  const again = { readingId, version: done.version, drafts: drafts.slice(0, 1), into };
  expect(await clerk.send(readingRoutes.acceptDrafts, again)).toMatchObject({
    refusal: { code: 'reading-draft-taken' },
  });
});
