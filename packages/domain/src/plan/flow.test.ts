import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanId } from '../id.ts';
import { addPlanRow, createPlan, removePlanRow, updatePlanRow } from './edit.ts';
import { evolvePlan } from './evolve.ts';
import { countOf } from './facts.ts';
import { approvePlan, publishPlan, returnPlan, reviewPlan, submitPlan, withdrawPlan } from './flow.ts';
import {
  at,
  baseCounts,
  chief,
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
import { drawSizeOf, orderOf } from './order.ts';
import type { Plan } from './plan.ts';

const around = surroundings();
const submitted = (plan: Plan = draftPlan(), actor = clerk): Plan =>
  evolvePlan(plan, valueOf(submitPlan(plan, actor, at, around)));
const approved = (plan: Plan = submitted()): Plan =>
  evolvePlan(plan, valueOf(approvePlan(plan, deputy, at, around.policy)));

describe('editing a draft', () => {
  test('rows are numbered in order and renumbered when one is removed', () => {
    const plan = draftPlan([mineRow(), tradeRow(), tradeRow({ name: '第三项' })]);
    const next = evolvePlan(plan, valueOf(removePlanRow(plan, rowId(1))));
    expect(next.rows.map((row) => [row.id, row.no])).toEqual([
      [rowId(2), 1],
      [rowId(3), 2],
    ]);
  });

  test('a window must run forward within the plan’s year, and sectors must stand in the policy', () => {
    const plan = draftPlan();
    const refusal = (row: Parameters<typeof addPlanRow>[2]) => addPlanRow(plan, rowId(9), row, around.policy);
    expect(refusal(tradeRow({ window: { from: on('2030-06-30'), to: on('2030-04-01') } }))).toMatchObject({
      refusal: { code: 'plan-window-backwards' },
    });
    expect(refusal(tradeRow({ window: { from: on('2030-04-01'), to: on('2031-04-01') } }))).toMatchObject({
      refusal: { code: 'plan-window-outside-year' },
    });
    expect(refusal(tradeRow({ sectors: ['coal'] }))).toMatchObject({
      refusal: { code: 'plan-sector-unknown', sector: 'coal' },
    });
    expect(refusal(tradeRow({ items: [] }))).toMatchObject({ refusal: { code: 'plan-items-missing' } });
  });

  test('one plan a year', () => {
    const head = { title: '计划', documentNo: null, issuedOn: null, addressees: '', upstream: [] };
    const by = { personId: clerk.personId, name: clerk.name, at };
    expect(createPlan({ id: 'p' as PlanId, year: 2030, head, by }, { ...around, years: [2029, 2030] })).toMatchObject({
      refusal: { code: 'plan-year-taken', year: 2030 },
    });
  });
});

describe('submission', () => {
  test('a plan of the legal section skips its own review, and says so', () => {
    expect(submitted()).toMatchObject({
      status: 'awaiting-approval',
      legalReview: { kind: 'skipped', reason: '计划由法规科起草，起草即审核' },
    });
  });

  test('a plan of another section waits for legal review', () => {
    expect(submitted(draftPlan(), chief).status).toBe('awaiting-legal-review');
  });

  test('where the rules ask for no review of plans, that is recorded', () => {
    const none = surroundings({
      policy: policyWith({
        'legalReview.scope': { value: ['penalty'], clause: { source: '本局', place: '', verified: true } },
      }),
    });
    const plan = draftPlan(undefined, none);
    expect(evolvePlan(plan, valueOf(submitPlan(plan, chief, at, none)))).toMatchObject({
      status: 'awaiting-approval',
      legalReview: { kind: 'skipped', reason: '本局规则不要求对计划作法制审核' },
    });
  });

  test('a plan without rows or with a standing contradiction is not submitted', () => {
    expect(submitPlan(draftPlan([]), clerk, at, around)).toMatchObject({ refusal: { code: 'plan-without-rows' } });
    const bad = draftPlan([mineRow(), tradeRow({ items: [{ itemId: null, title: '督查' }] })]);
    expect(submitPlan(bad, clerk, at, around)).toMatchObject({
      refusal: { code: 'plan-has-findings', verdicts: ['任务2的事项不在抽查事项清单中'] },
    });
  });

  test('a doubt that may be kept does not hold the plan up', () => {
    const early = draftPlan([mineRow({ window: { from: on('2030-01-01'), to: on('2030-12-31') } }), tradeRow()]);
    expect(submitPlan(early, clerk, at, around)).toMatchObject({ ok: true });
  });

  test('a submitted plan is no longer edited', () => {
    expect(updatePlanRow(submitted(), rowId(1), mineRow(), around.policy)).toMatchObject({
      refusal: { code: 'plan-not-a-draft', status: '待审批' },
    });
  });
});

describe('review, return, withdrawal, approval, publication', () => {
  const waiting = submitted(draftPlan(), chief);

  test('the legal section passes it on to approval', () => {
    expect(evolvePlan(waiting, valueOf(reviewPlan(waiting, clerk, at, '合法')))).toMatchObject({
      status: 'awaiting-approval',
      legalReview: { kind: 'reviewed', opinion: '合法', by: { name: '何书' } },
    });
  });

  test('nobody reviews or approves his own', () => {
    const both = person('何书', 'legalClerk', 'deputyDirector');
    expect(approvePlan(submitted(), both, at, around.policy)).toMatchObject({
      refusal: { code: 'plan-approver-is-applicant', name: '何书' },
    });
    const chiefOfBoth = person('施核', 'sectionChief', 'legalClerk');
    expect(reviewPlan(waiting, chiefOfBoth, at, '')).toMatchObject({
      refusal: { code: 'plan-reviewer-is-applicant' },
    });
  });

  test('returned with a reason it is a draft again, in its next edition', () => {
    expect(returnPlan(waiting, clerk, at, ' ')).toMatchObject({ refusal: { code: 'plan-reason-missing' } });
    const back = evolvePlan(waiting, valueOf(returnPlan(waiting, clerk, at, '补充依据')));
    expect(back).toMatchObject({ status: 'draft', edition: 2, sentBack: { kind: 'returned', reason: '补充依据' } });
    expect(back.rows.every((row) => row.base === null)).toBe(true);
  });

  test('only the applicant withdraws, and not after approval', () => {
    expect(withdrawPlan(waiting, clerk, at, '改')).toMatchObject({
      refusal: { code: 'plan-withdrawn-by-other', applicant: '施核' },
    });
    expect(withdrawPlan(waiting, chief, at, '漏了一项')).toMatchObject({ ok: true });
    expect(withdrawPlan(approved(), clerk, at, '改')).toMatchObject({ refusal: { code: 'plan-in-other-state' } });
  });

  test('approval fixes the numbers', () => {
    expect(approved().rows.map((row) => [row.base, row.approvedCount])).toEqual([
      [6, 6],
      [41, 9],
    ]);
  });

  test('only an approved plan is published', () => {
    expect(publishPlan(submitted(), deputy, at)).toMatchObject({ refusal: { code: 'plan-in-other-state' } });
    expect(evolvePlan(approved(), valueOf(publishPlan(approved(), deputy, at)))).toMatchObject({
      status: 'published',
      published: { name: '吕审' },
    });
  });
});

test('a plan whose paper says that it is not made public stays where it is', () => {
  for (const publicity of ['on-request', 'closed'] as const) {
    expect(publishPlan({ ...approved(), publicity }, deputy, at)).toMatchObject({
      refusal: { code: 'plan-not-for-publication' },
    });
  }
  expect(publishPlan({ ...approved(), publicity: 'published' }, deputy, at).ok).toBe(true);
});

describe('the approved number governs the draw', () => {
  test('the order carries base, number and sum', () => {
    expect(orderOf(approved(), rowId(2))).toMatchObject({
      objects: '商贸企业',
      approvedBase: 41,
      approvedCount: 9,
      sum: '41×20%＝8.2，进一，9家',
    });
    expect(orderOf(submitted(), rowId(2))).toBeUndefined();
    expect(orderOf(approved(), rowId(7))).toBeUndefined();
  });

  test('it stays when the pool has shrunk since', () => {
    const plan = approved();
    const shrunk = baseCounts.map((count) => ({ ...count, count: Math.floor(count.count / 2) }));
    const row = plan.rows[1];
    expect(row === undefined ? 0 : countOf(row, shrunk)).toBe(9);
    const order = orderOf(plan, rowId(2));
    expect(order === undefined ? null : drawSizeOf(order)).toEqual({ count: 9 });
  });

  test('whatever base and ratio, the approved number is the ratio’s of the base at submission', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100 }), (size, percent) => {
        const counts = [{ sector: 'shop', level: 'ordinary' as const, count: size }];
        const here = surroundings({ baseCounts: counts });
        const plan = draftPlan([tradeRow({ sectors: ['shop'], ratio: share(percent) })], here);
        const sent = evolvePlan(plan, valueOf(submitPlan(plan, clerk, at, here)));
        const row = approved(sent).rows[0];
        expect(row?.approvedCount).toBe(Math.ceil((size * percent) / 100));
        expect(row?.base).toBe(size);
      }),
      { numRuns: 60 },
    );
  });
});
