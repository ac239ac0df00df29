import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanId, PlanRowId } from '../id.ts';
import { addDays, dateOf, instantOf } from '../time.ts';
import { amendPlan, inForceFrom, planInForce, takenFromUnderWay, updateAmendment } from './amendment.ts';
import { planDifference } from './difference.ts';
import { addPlanRow, removePlanRow, updatePlanRow } from './edit.ts';
import { evolvePlan } from './evolve.ts';
import { countOf } from './facts.ts';
import { approvePlan, submitPlan } from './flow.ts';
import {
  at,
  baseCounts,
  clerk,
  deputy,
  draftPlan,
  mineRow,
  on,
  person,
  policyWith,
  rowId,
  share,
  surroundings,
  tradeRow,
  valueOf,
} from './made-up-plan.ts';
import { orderOf } from './order.ts';
import type { Plan, RowContent } from './plan.ts';

const around = surroundings();
const may = instantOf(Date.UTC(2030, 4, 6, 2));
const terms = {
  id: 'amended' as PlanId,
  reason: '商贸企业新增库房，抽查力量调整。',
  effectiveOn: on('2030-05-20'),
  by: { personId: clerk.personId, name: clerk.name, at: may },
};

const approve = (draft: Plan, when = at): Plan => {
  const submitted = evolvePlan(draft, valueOf(submitPlan(draft, clerk, when, around)));
  return evolvePlan(submitted, valueOf(approvePlan(submitted, deputy, when, policyWith())));
};
const plan = approve(draftPlan());
const amended = (from: Plan = plan): Plan => evolvePlan(null, valueOf(amendPlan(from, [from], terms)));
const withRow = (draft: Plan, id: PlanRowId, content: RowContent): Plan =>
  evolvePlan(draft, valueOf(updatePlanRow(draft, id, content, around.policy)));

describe('an approved plan is changed by an amendment alone', () => {
  test('the plan itself takes no edit; the amendment begins from it, with reason, number and day', () => {
    expect(updatePlanRow(plan, rowId(2), tradeRow(), around.policy)).toMatchObject({
      refusal: { code: 'plan-not-a-draft', status: '已批准' },
    });
    expect(amended()).toMatchObject({
      status: 'draft',
      year: 2030,
      documentNo: null,
      amendment: { no: 1, former: 'plan', reason: terms.reason, effectiveOn: '2030-05-20' },
      rows: [{ id: rowId(1) }, { id: rowId(2), base: 41, approvedCount: null }],
    });
  });

  test('no reason, a day that is past, a plan not approved yet, a second amendment beside an open one: refused', () => {
    const refusal = (changes: Partial<typeof terms>, versions: readonly Plan[] = [plan]) =>
      amendPlan(plan, versions, { ...terms, ...changes });
    expect(refusal({ reason: ' ' })).toMatchObject({ refusal: { code: 'plan-reason-missing' } });
    expect(refusal({ effectiveOn: on('2030-05-05') })).toMatchObject({ refusal: { code: 'plan-effective-in-past' } });
    expect(amendPlan(draftPlan(), [draftPlan()], terms)).toMatchObject({ refusal: { code: 'plan-in-other-state' } });
    expect(refusal({}, [plan, amended()])).toMatchObject({
      refusal: { code: 'plan-already-amended', no: 1, status: '草稿' },
    });
    expect(updateAmendment(draftPlan(), terms, dateOf(may))).toMatchObject({
      refusal: { code: 'plan-not-an-amendment' },
    });
  });

  test('it goes the same way of approval, and its drafter cannot approve it', () => {
    const draft = withRow(amended(), rowId(2), tradeRow({ ratio: share(30) }));
    const submitted = evolvePlan(draft, valueOf(submitPlan(draft, person('文书', 'legalClerk'), may, around)));
    const both = { ...clerk, roles: ['legalClerk' as const, 'deputyDirector' as const] };
    expect(approvePlan(submitted, both, may, policyWith())).toMatchObject({
      refusal: { code: 'plan-approver-is-applicant', name: '何书' },
    });
  });

  test('rows that nobody touched keep the base that was approved, though the registry has changed since', () => {
    const fewer = surroundings({
      baseCounts: baseCounts.map((count) => (count.sector === 'store' ? { ...count, count: 20 } : count)),
    });
    const draft = withRow(amended(), rowId(1), mineRow({ window: { from: on('2030-03-01'), to: on('2030-11-30') } }));
    const submitted = evolvePlan(draft, valueOf(submitPlan(draft, clerk, may, fewer)));
    expect(submitted.rows.map((row) => row.base)).toEqual([6, 41]);
    expect(countOf(submitted.rows[1] ?? fail(), fewer.baseCounts)).toBe(9);
  });

  test('numbers of tasks are neither given again nor moved: draws and the portal know them by these', () => {
    const without = evolvePlan(amended(), valueOf(removePlanRow(amended(), rowId(2))));
    const next = evolvePlan(without, valueOf(addPlanRow(without, rowId(3), tradeRow(), around.policy)));
    expect(next.rows.map((row) => row.no)).toEqual([1, 3]);
    const other = evolvePlan(amended(), valueOf(removePlanRow(amended(), rowId(1))));
    expect(other.rows.map((row) => row.no)).toEqual([2]);
  });
});

describe('the version in force', () => {
  const changed = approve(withRow(amended(), rowId(2), tradeRow({ ratio: share(30) })), may);

  test('the former orders until the day before, the amendment from its day on', () => {
    const orders = (day: string) => planInForce([plan, changed], on(day));
    expect(orderOf(orders('2030-05-19') ?? fail(), rowId(2))).toMatchObject({ approvedCount: 9 });
    expect(orderOf(orders('2030-05-20') ?? fail(), rowId(2))).toMatchObject({ approvedCount: 13 });
  });

  test('never before it is approved, whatever day was written', () => {
    const june = instantOf(Date.UTC(2030, 5, 3, 2));
    const late = approve(withRow(amended(), rowId(2), tradeRow({ ratio: share(30) })), june);
    expect(late.status === 'approved' && inForceFrom(late)).toBe('2030-06-03');
    expect(planInForce([plan, amended()], on('2030-12-31'))).toBe(plan);
  });

  test('on every day exactly one version of an approved plan is in force, and never an earlier one again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100 }), (days, more) => {
        const no = (day: number) => planInForce([changed, plan], addDays(on('2030-03-01'), day))?.amendment?.no ?? 0;
        expect(no(days + more)).toBeGreaterThanOrEqual(no(days));
      }),
    );
  });
});

describe('a task whose draw has begun keeps what its row promised', () => {
  const begun = [{ rowId: rowId(2), name: '商贸企业双随机抽查', status: 'drawn' as const }];
  const taken = (draft: Plan) => takenFromUnderWay(draft, plan, begun, baseCounts);

  test.each([
    ['抽取家数', { ratio: share(10) }],
    ['抽查时间', { window: { from: on('2030-04-01'), to: on('2030-05-31') } }],
    ['抽查对象范围', { sectors: ['shop'] }],
    ['对象级别', { level: 'ordinary' as const }],
    ['抽查类型', { selection: 'nonTargeted' as const }],
    ['抽查事项', { items: [{ itemId: null, title: '别的检查' }] }],
  ])('%s smaller: refused, and the task is named', (what, change) => {
    expect(taken(withRow(amended(), rowId(2), tradeRow(change)))).toEqual({
      code: 'plan-row-under-way',
      ...{ task: '商贸企业双随机抽查', status: '已开签', what },
    });
  });

  test('removed: refused; widened, or another row changed: allowed', () => {
    expect(taken(evolvePlan(amended(), valueOf(removePlanRow(amended(), rowId(2)))))).toMatchObject({
      what: '整项任务',
    });
    expect(taken(withRow(amended(), rowId(2), tradeRow({ ratio: share(30), rounds: 2 })))).toBeNull();
    expect(taken(evolvePlan(amended(), valueOf(removePlanRow(amended(), rowId(1)))))).toBeNull();
  });
});

describe('a readable difference', () => {
  const facts = { policy: around.policy, baseCounts };

  test('each changed cell, old and new, and the whole in one sentence', () => {
    const next = withRow(amended(), rowId(2), tradeRow({ ratio: share(30) }));
    const { rows, totals } = planDifference(plan, next, facts);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: 'changed',
      no: 2,
      fields: [
        { field: '抽查比例', from: '20%', to: '30%' },
        { field: '抽取家数', from: '9家', to: '13家' },
      ],
      sentence: '任务2「2030年商贸企业双随机抽查计划」：抽查比例由「20%」改为「30%」，抽取家数由「9家」改为「13家」。',
    });
    expect(totals).toEqual({ from: 15, to: 19 });
  });

  test('added and removed rows say how many and when', () => {
    const without = evolvePlan(amended(), valueOf(removePlanRow(amended(), rowId(1))));
    const row = tradeRow({
      name: '仓库补充抽查',
      sectors: ['store'],
      window: { from: on('2030-10-01'), to: on('2030-10-31') },
    });
    const next = evolvePlan(without, valueOf(addPlanRow(without, rowId(3), row, around.policy)));
    expect(planDifference(plan, next, facts).rows.map(({ sentence }) => sentence)).toEqual([
      '删去任务1「2030年矿山双随机抽查计划」，原定抽取6家。',
      '增加任务3「仓库补充抽查」：抽取8家，10月进行。',
    ]);
  });

  test('a version against itself has none, and the other way round each change is told backwards', () => {
    expect(planDifference(plan, plan, facts)).toMatchObject({ head: [], rows: [] });
    const percent = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(percent, (share1) => {
        const next = withRow(amended(), rowId(2), tradeRow({ ratio: share(share1) }));
        const [there, back] = [planDifference(plan, next, facts), planDifference(next, plan, facts)];
        const turned = back.rows.map((row) => row.fields.map(({ field, from, to }) => ({ field, from: to, to: from })));
        expect(there.rows.map((row) => row.fields)).toEqual(turned);
      }),
    );
  });
});

function fail(): never {
  throw new Error('nothing is there');
}
