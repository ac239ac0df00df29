import { planRoutes, policyRoutes, taskRoutes } from '@mingchou/contract';
import type {
  BaseCount,
  Clause,
  DrawId,
  ItemFacts,
  ItemId,
  PlanId,
  PlanRowId,
  PersonId,
  PolicyProfile,
} from '@mingchou/domain';
import { parseCalendarDate } from '@mingchou/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRead, inTx } from '../src/db/tx.ts';
import { newId } from '../src/id.ts';
import { accountModule } from '../src/modules/account/index.ts';
import { auditModule } from '../src/modules/audit/index.ts';
import { publishPlanSnapshot } from '../src/modules/disclosure/index.ts';
import { approvedRow, approvedRows, planModule } from '../src/modules/plan/index.ts';
import { policyModule, policyOf } from '../src/modules/policy/index.ts';
import { takeTaskStep, taskModule, tasksUnderWay } from '../src/modules/task/index.ts';
import type { Client } from '../src/shell/client.ts';
import { rulesAlone } from './harness/policy.ts';
import { type TestBureau, testBureau } from './harness.ts';

/** A made-up bureau whose plan goes to the government and is filed above (N-12, F-25). */
const clause: Clause = { source: '演示县计划管理办法', place: '三', verified: true };
const on = (text: string) => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const profile: PolicyProfile = {
  bureau: '演示县应急管理局',
  effectiveOn: on('2022-01-01'),
  province: {},
  own: {
    sectors: {
      value: [
        { code: 'mine', label: '矿山', short: '矿山', key: true },
        { code: 'store', label: '仓库', short: '仓库', key: false },
      ],
      clause,
    },
    'plan.governmentApproval': { value: 'needed', clause },
    'plan.filing': { value: { with: '演示市应急管理局', within: { n: 5, unit: 'workday' } }, clause },
  },
};
const counts: readonly BaseCount[] = [
  { sector: 'mine', level: 'priority', count: 6 },
  { sector: 'store', level: 'ordinary', count: 41 },
];
const itemId = '01900000-0000-7000-8000-000000000001' as ItemId;
const item: ItemFacts = { id: itemId, title: '对企业的行政检查', published: true, sectors: ['mine', 'store'] };

let bureau: TestBureau;
let clerk: Client;
let deputy: Client;

beforeAll(async () => {
  bureau = await testBureau({
    now: '2022-03-01T01:00:00Z',
    compose: (house) => [
      accountModule({ mode: house.mode }),
      auditModule(),
      policyModule(rulesAlone),
      planModule(
        {
          policy: policyOf,
          baseCounts: () => Promise.resolve(counts),
          items: () => Promise.resolve([item]),
          inspectors: () => Promise.resolve(12),
          tasksUnderWay,
          publishPlanSnapshot,
        },
        { bureau: () => Promise.resolve({ name: profile.bureau }), demonstration: true },
      ),
      taskModule({ planRow: approvedRow, approvedRows, unpublishedItems: () => Promise.resolve([]) }),
    ],
  });
  clerk = await bureau.as('何书');
  deputy = await bureau.as('吕审');
  await clerk.mustSend(policyRoutes.adoptPolicy, { version: 0, profile });
});
afterAll(() => bureau.close());

interface Saved {
  readonly planId: PlanId;
  readonly version: number;
}
const about = ({ planId, version }: Saved): Saved => ({ planId, version });
const today = on('2022-03-01');
const clerkActor = { personId: '01900000-0000-7000-8000-000000000002' as PersonId, name: '何书' };
const scan = {
  name: '批复.pdf',
  mediaType: 'application/pdf' as const,
  base64: Buffer.from('%PDF-').toString('base64'),
};

/** A plan of two rows: all 6 mines, a fifth of the 41 stores. */
async function draft(year: number): Promise<Saved & { readonly rows: readonly PlanRowId[] }> {
  const head = { title: `${year}年抽查工作计划`, documentNo: null, issuedOn: null, addressees: '', upstream: [] };
  let saved: Saved = await clerk.mustSend(planRoutes.createPlan, { year, head });
  const rows: PlanRowId[] = [];
  for (const [name, sector, d] of [
    ['矿山抽查', 'mine', 1],
    ['仓库抽查', 'store', 5],
  ] as const) {
    const content = {
      name,
      selection: 'targeted' as const,
      items: [{ itemId, title: item.title }],
      scope: `全县${name.slice(0, 2)}`,
      sectors: [sector],
      level: 'all' as const,
      ratio: {
        operator: '=' as const,
        base: 'sector-registry' as const,
        value: { n: 1, d },
        rounding: 'ceil' as const,
        frequency: null,
      },
      rounds: 1,
      window: { from: on(`${year}-04-01`), to: on(`${year}-06-30`) },
      initiator: profile.bureau,
      partners: [],
    };
    const added = await clerk.mustSend(planRoutes.addPlanRow, { ...about(saved), content });
    rows.push(added.rowId);
    saved = added;
  }
  return { ...about(saved), rows };
}

async function byBureau(year: number): Promise<Saved> {
  const submitted = await clerk.mustSend(planRoutes.submitPlan, about(await draft(year)));
  return deputy.mustSend(planRoutes.approvePlan, submitted);
}

async function byGovernment(year: number): Promise<Saved> {
  return carried(await byBureau(year));
}

/** To the government and back, approved the same day. */
async function carried(plan: Saved): Promise<Saved> {
  const sent = await clerk.mustSend(planRoutes.sendPlanToGovernment, {
    ...about(plan),
    to: '演示县人民政府',
    sentOn: today,
  });
  const answer = { outcome: 'approved' as const, answeredOn: today, documentNo: '演政批〔2022〕1号', opinion: '' };
  return clerk.mustSend(planRoutes.recordGovernmentAnswer, { ...about(sent), ...answer, file: scan });
}

describe('the chain beyond the bureau', () => {
  test('no publication before the government has approved; its number and paper stand with the plan', async () => {
    const waiting = await byBureau(2031);
    expect(await deputy.send(planRoutes.publishPlan, about(waiting))).toMatchObject({
      status: 409,
      refusal: { code: 'plan-in-other-state' },
    });
    const target = { ...about(waiting), to: '演示县人民政府' };
    expect(await clerk.send(planRoutes.sendPlanToGovernment, { ...target, sentOn: on('2022-03-02') })).toMatchObject({
      status: 422,
      refusal: {
        code: 'plan-date-in-future',
        message: '没有登记：报送日期晚于今天（2022-03-01）。请填已经发生的日期。',
      },
    });
    const inspector = await bureau.as('赵一');
    expect((await inspector.send(planRoutes.sendPlanToGovernment, { ...target, sentOn: today })).status).toBe(403);

    const { planId, version } = await byGovernment(2032);
    const shown = await clerk.mustAsk(planRoutes.showPlan, { planId });
    expect(shown.approval.government).toMatchObject({
      sent: { to: '演示县人民政府', sentOn: '2022-03-01' },
      answer: { documentNo: '演政批〔2022〕1号', file: { name: '批复.pdf' } },
    });
    expect(shown.history[0]?.what).toBe('登记演示县人民政府3月1日批准，演政批〔2022〕1号');
    const hash = shown.approval.government?.answer?.file?.hash ?? '';
    const kept = await clerk.mustAsk(planRoutes.planFile, { planId, hash });
    expect(Buffer.from(kept.base64, 'base64').toString()).toBe('%PDF-');
    expect((await clerk.ask(planRoutes.planFile, { planId, hash: '0'.repeat(64) })).status).toBe(404);

    await deputy.mustSend(planRoutes.publishPlan, { planId, version });
    const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'plan' and key = '2032'");
    expect(snapshot?.['view']).toMatchObject({
      government: { by: '演示县人民政府', on: '2022-03-01', documentNo: '演政批〔2022〕1号' },
      filing: null,
    });
  });

  test('filing has its deadline and clause; the receipt reaches the public snapshot', async () => {
    const approved = await byGovernment(2033);
    const { planId } = approved;
    const { approval } = await clerk.mustAsk(planRoutes.showPlan, { planId });
    expect(approval.filing).toMatchObject({
      with: '演示市应急管理局',
      last: '2022-03-08',
      late: false,
      clause: { source: '演示县计划管理办法' },
    });
    const listed = await clerk.mustAsk(planRoutes.listPlans, { year: 2033 });
    expect(listed.rows[0]?.toFile).toEqual({ with: '演示市应急管理局', last: '2022-03-08' });
    const published = await deputy.mustSend(planRoutes.publishPlan, about(approved));
    const filed = await clerk.mustSend(planRoutes.filePlan, { ...about(published), sentOn: today });
    const receipt = { receivedOn: today, receiptNo: '备2022-7', file: null };
    await clerk.mustSend(planRoutes.recordFilingReceipt, { ...about(filed), ...receipt });
    const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'plan' and key = '2033'");
    expect(snapshot?.['view']).toMatchObject({ filing: { with: '演示市应急管理局', receiptNo: '备2022-7' } });
    const types = await bureau.sql(
      `select event_type from audit_entry where aggregate_id = '${planId}' order by version desc limit 4`,
    );
    expect(types.map((row) => row['event_type'])).toEqual([
      'plan-filing-received',
      'plan-filed',
      'plan-published',
      'plan-approved-by-government',
    ]);
  });
});

describe('amendments', () => {
  const countOn = async (rowId: PlanRowId, instant: string) => {
    bureau.clock.set(instant);
    const row = await inRead(bureau.database, bureau.bureauId, (db) => approvedRow(db, rowId));
    bureau.clock.set('2022-03-01T01:00:00Z');
    return row?.approved === true ? row.order.approvedCount : null;
  };
  /** The store row of a plan, as the form would send it back with another ratio. */
  const storesAt = async (planId: PlanId, d: number) => {
    const { plan } = await clerk.mustAsk(planRoutes.showPlan, { planId });
    const row = plan.rows.at(-1);
    if (row === undefined) throw new Error('no row');
    const { id: _id, no: _no, base: _base, approvedCount: _count, particulars: _more, ...content } = row;
    return { ...content, ratio: { ...content.ratio, value: { n: 1, d } } };
  };

  test('an amendment goes its own way of approval, replaces the plan on its day, and the portal shows both', async () => {
    const draftOf = await draft(2034);
    const stores = draftOf.rows[1];
    if (stores === undefined) throw new Error('no row');
    const submitted = await clerk.mustSend(planRoutes.submitPlan, about(draftOf));
    let plan = await carried(await deputy.mustSend(planRoutes.approvePlan, submitted));
    plan = await deputy.mustSend(planRoutes.publishPlan, about(plan));

    const amended = await clerk.mustSend(planRoutes.amendPlan, {
      ...about(plan),
      reason: '新增仓储企业',
      effectiveOn: on('2022-03-20'),
    });
    expect(
      await clerk.send(planRoutes.amendPlan, { ...about(plan), reason: '又一次', effectiveOn: on('2022-03-20') }),
    ).toMatchObject({ refusal: { code: 'plan-already-amended' } });
    expect(await clerk.send(planRoutes.submitPlan, about(amended))).toMatchObject({
      refusal: { code: 'plan-amendment-changes-nothing' },
    });
    const content = await storesAt(amended.planId, 3);
    let next: Saved = await clerk.mustSend(planRoutes.updatePlanRow, { ...about(amended), rowId: stores, content });
    next = await clerk.mustSend(planRoutes.submitPlan, about(next));
    expect(await clerk.send(planRoutes.approvePlan, about(next))).toMatchObject({ status: 403 });
    next = await carried(await deputy.mustSend(planRoutes.approvePlan, about(next)));
    await deputy.mustSend(planRoutes.publishPlan, about(next));

    expect(await countOn(stores, '2022-03-19T01:00:00Z')).toBe(9);
    expect(await countOn(stores, '2022-03-20T01:00:00Z')).toBe(14);
    const { versions } = await clerk.mustAsk(planRoutes.showPlan, { planId: next.planId });
    expect(versions).toMatchObject([
      { no: 1, reason: '新增仓储企业', from: '2022-03-20', inForce: false },
      { no: 0, inForce: true },
    ]);
    const listed = await clerk.mustAsk(planRoutes.listPlans, { year: 2034 });
    expect(listed.rows.map((row) => [row.amendmentNo, row.inForce])).toEqual([
      [0, true],
      [1, false],
    ]);
    const compared = await clerk.mustAsk(planRoutes.comparePlans, { planId: next.planId, withPlan: plan.planId });
    expect(compared.difference.rows[0]?.sentence).toContain('抽取家数由「9家」改为「14家」');
    const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'plan' and key = '2034'");
    expect(snapshot?.['view']).toMatchObject({
      rows: [{ count: 6 }, { count: 9 }],
      versions: [{ no: 0 }, { no: 1, from: '2022-03-20', reason: '新增仓储企业', rows: [{ count: 6 }, { count: 14 }] }],
    });
  });

  test('a task whose draw has begun is neither removed nor narrowed; one that only waits follows the plan', async () => {
    const draftOf = await draft(2035);
    const [mines, stores] = draftOf.rows;
    if (mines === undefined || stores === undefined) throw new Error('no rows');
    const submitted = await clerk.mustSend(planRoutes.submitPlan, about(draftOf));
    const plan = await carried(await deputy.mustSend(planRoutes.approvePlan, submitted));
    const task = await clerk.mustSend(taskRoutes.openTask, { planRowId: stores });
    const waiting = await clerk.mustSend(taskRoutes.openTask, { planRowId: mines });
    await inTx(bureau.database, bureau.bureauId, (tx) =>
      takeTaskStep(tx, clerkActor, { type: 'task-drawing-began', taskId: task.taskId, drawId: newId<DrawId>() }),
    );
    const terms = { reason: '力量不足', effectiveOn: today };
    let next: Saved = await clerk.mustSend(planRoutes.amendPlan, { ...about(plan), ...terms });
    expect(await clerk.send(planRoutes.removePlanRow, { ...about(next), rowId: stores })).toMatchObject({
      status: 409,
      refusal: {
        code: 'plan-row-under-way',
        message:
          '没有办理：任务「仓库抽查」抽签中，整项任务不能再删去或缩小。请恢复原来的安排；确要取消的，先作废那次抽签。',
      },
    });
    const fewer = await storesAt(next.planId, 10);
    expect(await clerk.send(planRoutes.updatePlanRow, { ...about(next), rowId: stores, content: fewer })).toMatchObject(
      { refusal: { code: 'plan-row-under-way' } },
    );

    next = await clerk.mustSend(planRoutes.removePlanRow, { ...about(next), rowId: mines });
    next = await clerk.mustSend(planRoutes.submitPlan, about(next));
    await carried(await deputy.mustSend(planRoutes.approvePlan, about(next)));
    expect(await countOn(mines, '2022-03-02T01:00:00Z')).toBeNull();
    expect(await countOn(stores, '2022-03-02T01:00:00Z')).toBe(9);
    const tasks = await clerk.mustAsk(taskRoutes.listTasks, { year: 2035 });
    expect(tasks.rows.map(({ id, status }) => [id, status]).toSorted()).toEqual(
      [
        [task.taskId, 'drawing'],
        [waiting.taskId, 'planned'],
      ].toSorted(),
    );
  });
});
