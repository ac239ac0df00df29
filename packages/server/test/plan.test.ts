import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueRoutes, factsOfSaved, planRoutes, policyProfile, policyRoutes, savedPlan } from '@mingchou/contract';
import type { BaseCount, CalendarDate, ItemId, PlanId, PlanRowId, RowContent } from '@mingchou/domain';
import { checkPlan, parseCalendarDate } from '@mingchou/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRead, inTx } from '../src/db/tx.ts';
import { accountModule } from '../src/modules/account/index.ts';
import { auditModule } from '../src/modules/audit/index.ts';
import { catalogueModule, itemFacts } from '../src/modules/catalogue/index.ts';
import { publishItemList, publishPlanSnapshot } from '../src/modules/disclosure/index.ts';
import { approvedRow, approvedRows, planModule, plannedItems } from '../src/modules/plan/index.ts';
import { loadPlanForUpdate } from '../src/modules/plan/store.ts';
import { policyModule, policyOf } from '../src/modules/policy/index.ts';
import type { Client } from '../src/shell/client.ts';
import { rulesAlone } from './harness/policy.ts';
import { type TestBureau, testBureau } from './harness.ts';

const sample = (...names: string[]): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../samples', ...names), 'utf8'));
const profile = policyProfile.parse(sample('policies', 'zz.json'));

/** The registry next door, made up; a test may shrink it. */
let counts: readonly BaseCount[] = [];
const fullRegistry: readonly BaseCount[] = [
  { sector: 'coal', level: 'priority', count: 6 },
  { sector: 'washing', level: 'ordinary', count: 31 },
  { sector: 'hazchem-production', level: 'priority', count: 2 },
  { sector: 'hazchem-trade', level: 'priority', count: 39 },
  { sector: 'industry', level: 'ordinary', count: 55 },
];

let bureau: TestBureau;
let clerk: Client;
let deputy: Client;
let items: ReadonlyMap<string, ItemId>;

beforeAll(async () => {
  counts = fullRegistry;
  bureau = await testBureau({
    now: '2022-03-01T01:00:00Z',
    compose: (house) => [
      accountModule({ mode: house.mode }),
      auditModule(),
      policyModule(rulesAlone),
      catalogueModule({ policy: policyOf, publishItemList, plannedItems }),
      planModule(
        {
          policy: policyOf,
          baseCounts: () => Promise.resolve(counts),
          items: itemFacts,
          inspectors: () => Promise.resolve(12),
          tasksUnderWay: () => Promise.resolve([]),
          publishPlanSnapshot,
        },
        { bureau: () => Promise.resolve({ name: '演示县应急管理局' }), demonstration: true },
      ),
    ],
  });
  clerk = await bureau.as('何书');
  deputy = await bureau.as('吕审');
});
afterAll(() => bureau.close());

const on = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};

function hazchemRow(changes: Partial<RowContent> = {}): RowContent {
  const title = '化工企业和危险化学品生产、经营（带仓储设施）企业监督检查';
  return {
    name: '2022年危险化学品生产经营企业双随机抽查计划',
    selection: 'targeted',
    items: [{ itemId: items.get(title) ?? null, title }],
    scope: '全县危险化学品生产经营企业',
    sectors: ['hazchem-production', 'hazchem-trade'],
    level: 'all',
    ratio: { operator: '=', base: 'sector-registry', value: { n: 1, d: 5 }, rounding: 'ceil', frequency: null },
    rounds: 1,
    window: { from: on('2022-04-01'), to: on('2022-06-30') },
    initiator: '长子县应急管理局',
    partners: [],
    ...changes,
  };
}

const mutable = (row: RowContent) => ({
  ...row,
  items: [...row.items],
  sectors: [...row.sectors],
  partners: [...row.partners],
  ratio: { ...row.ratio },
});

interface Saved {
  readonly planId: PlanId;
  readonly version: number;
}

async function newPlan(year: number): Promise<Saved> {
  const head = { title: `${year}年度抽查计划`, documentNo: null, issuedOn: null, addressees: '', upstream: [] };
  return clerk.mustSend(planRoutes.createPlan, { year, head });
}

/** A plan of two rows for a year of its own, with nothing left to settle; `rowId` is the second, 9 of 41. */
async function cleanPlan(year: number): Promise<Saved & { rowId: PlanRowId }> {
  const window = { from: on(`${year}-04-01`), to: on(`${year}-06-30`) };
  const coal = '对煤矿企业安全生产的行政检查';
  const whole = { ...hazchemRow().ratio, value: { n: 1, d: 1 } };
  const rows = [
    hazchemRow({ window, sectors: ['coal'], items: [{ itemId: items.get(coal) ?? null, title: coal }], ratio: whole }),
    hazchemRow({ window }),
  ];
  let saved: Saved & { rowId?: PlanRowId } = await newPlan(year);
  for (const row of rows) {
    const { planId, version } = saved;
    saved = await clerk.mustSend(planRoutes.addPlanRow, { planId, version, content: mutable(row) });
  }
  if (saved.rowId === undefined) throw new Error('no row was added');
  return { planId: saved.planId, rowId: saved.rowId, version: await settle(saved) };
}

/** Mends or keeps whatever would hold the plan up; returns the version it stands at. */
async function settle({ planId, version }: Saved): Promise<number> {
  const shown = await clerk.mustAsk(planRoutes.showPlan, { planId });
  const blocking = shown.check.open.find((one) => one.blocks);
  if (blocking === undefined) return version;
  const remedy = blocking.remedies.at(-1);
  if (remedy === undefined) throw new Error(`nothing mends ${blocking.verdict}`);
  const mended = await clerk.mustSend(planRoutes.mendFinding, {
    planId,
    version,
    finding: blocking.id,
    remedy: remedy.key,
  });
  return settle(mended);
}

describe('policy', () => {
  test('before the first version the page is told what to do', async () => {
    expect(await clerk.ask(policyRoutes.currentPolicy, {})).toMatchObject({
      status: 404,
      refusal: { code: 'policy-not-adopted' },
    });
  });

  test('a profile below the floor is refused with the key in words', async () => {
    const one = { 'team.minInspectors': { value: 1, clause: { source: '本局', place: '一', verified: true } } };
    const refused = await clerk.send(policyRoutes.adoptPolicy, {
      version: 0,
      profile: { ...profile, own: { ...profile.own, ...one } },
    });
    expect(refused).toMatchObject({ status: 422, refusal: { code: 'policy-below-floor' } });
    expect(refused.ok ? '' : refused.refusal.message).toContain('「每次最少执法人员」低于法律规定');
  });

  test('an inspector adopts nothing; the clerk adopts version 1, and the entry stands in the log', async () => {
    const inspector = await bureau.as('赵一');
    expect(await inspector.send(policyRoutes.adoptPolicy, { version: 0, profile })).toMatchObject({ status: 403 });
    expect(await clerk.mustSend(policyRoutes.adoptPolicy, { version: 0, profile })).toEqual({ version: 1 });
    expect(await clerk.send(policyRoutes.adoptPolicy, { version: 0, profile })).toMatchObject({
      status: 409,
      refusal: { code: 'policy-needs-second-person' },
    });
    const [entry] = await bureau.sql("select event_type, version from audit_entry where noun = 'policy'");
    expect(entry).toEqual({ event_type: 'policy-adopted', version: 1 });
    expect((await clerk.mustAsk(policyRoutes.currentPolicy, {})).profile).toEqual(profile);
  });

  test('the calendar names its notice, its make-up days and its legal workdays', async () => {
    const year = await clerk.mustAsk(policyRoutes.calendarYear, { year: 2022 });
    expect(year).toMatchObject({ legalWorkdays: 249, provisional: false });
    expect(year.notices[0]?.title).toBe('国务院办公厅关于2022年部分节假日安排的通知');
    expect(year.days).toHaveLength(365);
    expect(year.days.find((day) => day.date === '2022-05-07')).toMatchObject({ reason: 'make-up-workday' });
    expect(await clerk.mustAsk(policyRoutes.calendarYear, { year: 2027 })).toMatchObject({ provisional: true });
  });
});

describe('catalogue', () => {
  test('items are added, published and then stand in the public list', async () => {
    const listed = (sample('catalogues', 'zz.json') as { items: Record<string, unknown>[] }).items;
    const added: { id: ItemId; version: number }[] = [];
    for (const item of listed) {
      const { no: _no, name, checkItems, ...rest } = item;
      const points = (checkItems as object[]).map((point, index) => ({ ...point, no: index + 1 }));
      const content = catalogueRoutes.addItem.input.shape.content.parse({ ...rest, title: name, checkItems: points });
      added.push(await clerk.mustSend(catalogueRoutes.addItem, { content }));
    }
    const published = await clerk.mustSend(catalogueRoutes.publishItems, { items: added });
    expect(published).toEqual({ published: 4 });
    const page = await clerk.mustAsk(catalogueRoutes.listItems, {});
    expect(page.rows.map((row) => [row.no, row.status])).toEqual([
      [1, 'published'],
      [2, 'published'],
      [3, 'published'],
      [4, 'published'],
    ]);
    items = new Map(page.rows.map((row) => [row.title, row.id]));
    const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'items'");
    expect((snapshot?.['view'] as { items: unknown[] }).items).toHaveLength(4);
  });

  test('an item without a legal basis is published neither alone nor with others', async () => {
    const first = (await clerk.mustAsk(catalogueRoutes.listItems, {})).rows[0];
    if (first === undefined) throw new Error('the list is empty');
    const {
      id: _id,
      version: _v,
      no: _n,
      status: _s,
      publishedAt: _a,
      publishedBy: _b,
      withdrawnReason: _w,
      bases: _bs,
      notes: _ns,
      mapping: _m,
      ...content
    } = first;
    const added = await clerk.mustSend(catalogueRoutes.addItem, {
      content: { ...content, title: '没有依据的检查', legalBases: [] },
    });
    expect(await clerk.send(catalogueRoutes.publishItems, { items: [added] })).toMatchObject({
      status: 422,
      refusal: { code: 'item-without-basis' },
    });
    const shown = await clerk.mustAsk(catalogueRoutes.showItem, { id: added.id });
    expect(shown.status).toBe('draft');
  });

  test('the legal bases are listed once each, with the items that cite them', async () => {
    const bases = await clerk.mustAsk(catalogueRoutes.listLegalBases, { search: '第六十五条' });
    expect(bases.rows[0]?.items.length).toBeGreaterThanOrEqual(4);
  });
});

describe('one plan from the draft to the public table', () => {
  test('a plan taken out as a file is checked elsewhere as it is checked here', async () => {
    const window = { from: on('2040-04-01'), to: on('2040-06-30') };
    const row = mutable(hazchemRow({ window }));
    const { planId } = await clerk.mustSend(planRoutes.addPlanRow, { ...(await newPlan(2040)), content: row });
    const shown = await clerk.mustAsk(planRoutes.showPlan, { planId });
    const file = await clerk.mustAsk(planRoutes.exportPlan, { planId });
    const taken = savedPlan.parse(JSON.parse(Buffer.from(file.base64, 'base64').toString('utf8')));
    expect(shown.check.open.length).toBeGreaterThan(0);
    expect(checkPlan(factsOfSaved(taken)).open.map(({ id }) => id)).toEqual(shown.check.open.map(({ id }) => id));
    expect(file).toMatchObject({ name: '长子县应急管理局2040年计划（第1稿）.json', mediaType: 'application/json' });
  });

  test('the draft shows the sum, the meters, the comparison and the findings', async () => {
    const { planId, version } = await newPlan(2022);
    await clerk.mustSend(planRoutes.addPlanRow, { planId, version, content: mutable(hazchemRow()) });
    const shown = await clerk.mustAsk(planRoutes.showPlan, { planId });
    expect(shown.formulas[0]).toMatchObject({
      base: 41,
      count: 9,
      formula: '41×20%＝8.2，进一，9家',
      baseText: '危化生产2家＋危化经营39家＝41家',
      windowText: '4月至6月',
      alternatives: [{ number: 9, share: '21.95%' }, { number: 8 }, { number: 8 }],
    });
    expect(shown.meters[0]).toMatchObject({ name: '全年抽取', value: '9家' });
    expect(shown.check.open.map((one) => one.verdict)).toContain('任务1的事项比对象范围窄');
    expect(shown.history.map((entry) => entry.what)).toEqual([
      '增加任务：2022年危险化学品生产经营企业双随机抽查计划',
      '新建2022年计划',
    ]);
  });

  test('a second plan of the year and a plan with findings go no further', async () => {
    const head = { title: '又一份', documentNo: null, issuedOn: null, addressees: '', upstream: [] };
    expect(await clerk.send(planRoutes.createPlan, { year: 2022, head })).toMatchObject({
      status: 409,
      refusal: { code: 'plan-year-taken' },
    });
    const plans = await clerk.mustAsk(planRoutes.listPlans, { year: 2022 });
    const planId = plans.rows[0]?.id;
    if (planId === undefined) throw new Error('no plan');
    expect(await clerk.send(planRoutes.submitPlan, { planId, version: 2 })).toMatchObject({
      status: 422,
      refusal: { code: 'plan-has-findings' },
    });
  });

  test('submitted, approved by another person, published; the approved number outlives the pool', async () => {
    const { planId, rowId, version } = await cleanPlan(2023);
    const submitted = await clerk.mustSend(planRoutes.submitPlan, { planId, version });
    expect(await clerk.send(planRoutes.approvePlan, submitted)).toMatchObject({ status: 403 });

    const approved = await deputy.mustSend(planRoutes.approvePlan, submitted);
    counts = fullRegistry.map((count) => (count.sector === 'hazchem-trade' ? { ...count, count: 20 } : count));
    const order = await inRead(bureau.database, bureau.bureauId, (db) => approvedRow(db, rowId));
    counts = fullRegistry;
    expect(order).toMatchObject({
      approved: true,
      order: { approvedBase: 41, approvedCount: 9, sum: '41×20%＝8.2，进一，9家', rowNo: 2 },
    });

    await deputy.mustSend(planRoutes.publishPlan, approved);
    const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'plan' and key = '2023'");
    expect(snapshot?.['view']).toMatchObject({
      year: 2023,
      rows: [{ count: 6 }, { count: 9, base: 41, sum: '41×20%＝8.2，进一，9家' }],
    });
    const types = await bureau.sql(
      `select event_type from audit_entry where aggregate_id = '${planId}' order by version desc limit 3`,
    );
    expect(types.map((row) => row['event_type'])).toEqual(['plan-published', 'plan-approved', 'plan-submitted']);
  });

  test('a row of a plan that is not approved orders nothing', async () => {
    const { rowId } = await cleanPlan(2024);
    const row = await inRead(bureau.database, bureau.bureauId, (db) => approvedRow(db, rowId));
    expect(row).toMatchObject({ approved: false, order: { approvedCount: 0 } });
    const rows = await inRead(bureau.database, bureau.bureauId, (db) => approvedRows(db, 2024));
    expect(rows).toEqual([]);
  });

  test('the chief’s plan waits for legal review; returned it is a draft again', async () => {
    const { planId, version } = await cleanPlan(2025);
    const chief = await bureau.as('施核');
    const submitted = await chief.mustSend(planRoutes.submitPlan, { planId, version });
    expect((await clerk.mustAsk(planRoutes.showPlan, { planId })).plan.status).toBe('awaiting-legal-review');
    const back = await clerk.mustSend(planRoutes.returnPlan, { ...submitted, reason: '补充依据' });
    const { plan } = await clerk.mustAsk(planRoutes.showPlan, { planId });
    expect(plan).toMatchObject({
      status: 'draft',
      edition: 2,
      version: back.version,
      sentBack: { reason: '补充依据' },
    });
  });

  test('a stale version is refused and names who changed the plan', async () => {
    const { planId, version } = await cleanPlan(2026);
    const head = { title: '改过', documentNo: null, issuedOn: null, addressees: '', upstream: [] };
    const chief = await bureau.as('施核');
    await chief.mustSend(planRoutes.updatePlan, { planId, version, head });
    const refused = await clerk.send(planRoutes.updatePlan, { planId, version, head });
    expect(refused).toMatchObject({ status: 409, refusal: { code: 'plan-stale', facts: { changedBy: '施核' } } });
  });

  test('two clerks who submit at once: one does, the other is told', async () => {
    const { planId, version } = await cleanPlan(2027);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The plan's row is held until both commands wait for it, so that they certainly meet.
    const holding = inTx(bureau.database, bureau.bureauId, async (tx) => {
      await loadPlanForUpdate(tx, planId);
      await held;
    });
    const chief = await bureau.as('施核');
    const both = [clerk, chief].map((person) => person.send(planRoutes.submitPlan, { planId, version }));
    setTimeout(release, 300);
    await holding;
    const replies = await Promise.all(both);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ refusal: { code: 'plan-stale' } });
  });

  test('the same request twice has one effect', async () => {
    const { planId, version } = await newPlan(2028);
    const content = mutable(hazchemRow({ window: { from: on('2028-04-01'), to: on('2028-06-30') } }));
    const input = { planId, version, content };
    const [first, second] = await Promise.all([
      clerk.send(planRoutes.addPlanRow, input, { key: 'one-and-the-same-key-0001' }),
      clerk.send(planRoutes.addPlanRow, input, { key: 'one-and-the-same-key-0001' }),
    ]);
    expect(first).toEqual(second);
    expect((await clerk.mustAsk(planRoutes.showPlan, { planId })).plan.rows).toHaveLength(1);
  });

  test('the plan is taken away as a paper that says it is a draft; another bureau gets none', async () => {
    const { planId } = await newPlan(2029);
    const paper = await clerk.mustAsk(planRoutes.printPlan, { planId, format: 'docx' });
    expect(paper.name).toBe('演示县应急管理局2029年度抽查计划（草稿）.docx');
    expect(Buffer.from(paper.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    const stranger = await (await bureau.addBureau('waixian', '外县应急管理局')).as('何书');
    expect((await stranger.ask(planRoutes.printPlan, { planId, format: 'docx' })).status).toBe(404);
  });

  test('two rows on the same objects are proposed as one visit and merged', async () => {
    const { planId, version } = await newPlan(2030);
    const row = hazchemRow({ window: { from: on('2030-04-01'), to: on('2030-06-30') } });
    const fire = { ...row, items: [{ itemId: null, title: '消防检查' }], initiator: '消防大队' };
    const first = await clerk.mustSend(planRoutes.addPlanRow, { planId, version, content: mutable(row) });
    await clerk.mustSend(planRoutes.addPlanRow, { planId, version: first.version, content: mutable(fire) });
    const { merges, plan } = await clerk.mustAsk(planRoutes.showPlan, { planId });
    const target = { planId, version: plan.version, proposal: merges[0]?.key ?? '' };
    expect((await clerk.send(planRoutes.mergeRows, target)).ok).toBe(true);
    const after = await clerk.mustAsk(planRoutes.showPlan, { planId });
    expect(after.plan.rows.map(({ partners }) => partners)).toEqual([['消防大队']]);
    expect(after.history[0]?.what).toMatch(/^2项任务合并为综合查一次/);
  });

  test('another bureau sees none of it', async () => {
    const other = await bureau.addBureau('linxian', '邻县应急管理局');
    const stranger = await other.as('何书');
    const plans = await clerk.mustAsk(planRoutes.listPlans, {});
    const planId = plans.rows[0]?.id;
    if (planId === undefined) throw new Error('no plan');
    expect(await stranger.ask(planRoutes.showPlan, { planId })).toMatchObject({
      status: 404,
      refusal: { code: 'plan-not-found' },
    });
    expect((await stranger.mustAsk(planRoutes.listPlans, {})).total).toBe(0);
  });
});
