import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeYears, publishedYears } from '../calendar/index.ts';
import { capacityOf } from './capacity.ts';
import { checkPlan } from './check.ts';
import { draftPlan, mineRow, share, surroundings, tradeRow } from './made-up-plan.ts';
import { metersOf } from './meters.ts';
import type { PlanBudget } from './plan-budget.ts';
import { daysOfPlan } from './workdays.ts';

/** 6 mines at 8 days a visit, 41 shops and stores at 2: 60 person-days for supervision. */
const budget = (supervision = 70): PlanBudget => ({
  year: 2030,
  supervision,
  classes: [
    { key: 'priority', units: 6, days: 48 },
    { key: 'ordinary', units: 41, days: 82 },
  ],
  clause: { source: '2030年工作日测算', place: '第1稿', verified: true },
});
const facts = (given: PlanBudget | null = budget(), rows = [mineRow(), tradeRow()]) => ({
  plan: draftPlan(rows),
  ...surroundings(given === null ? {} : { budgets: [given] }),
});
const meter = (of: ReturnType<typeof facts>) => metersOf(of).find(({ key }) => key === 'workdays');
const over = (of: ReturnType<typeof facts>) => checkPlan(of).open.find(({ id }) => id === 'workdays-over');

describe('workdays used of the approved budget (LS-11, LS-12)', () => {
  test('each row takes its visits at the average cost of a visit of its class', () => {
    // 6 mines × 8 days and 9 of 41 shops × 2 days.
    expect(daysOfPlan(facts())).toBe(66);
    expect(meter(facts())).toMatchObject({ value: '66/70日', verdict: 'fits', detail: '留4日给整改复查' });
  });

  test('a plan that asks for more is a finding with both numbers and its costliest rows', () => {
    const twice = facts(budget(), [mineRow({ rounds: 2 }), tradeRow()]);
    expect(meter(twice)).toMatchObject({ value: '114/70日', verdict: 'exceeds', detail: '多44日' });
    expect(over(twice)).toMatchObject({
      verdict: '计划要114日，批准的监督检查只有70日',
      detail: '多44日。任务1 12家次要96日，任务2 9家次要18日。'.replaceAll(' ', ''),
      severity: 'check',
    });
    expect(over(facts())).toBeUndefined();
  });

  test('without an approved budget of the year there is neither meter nor finding, and a visit takes the team a day', () => {
    const other = { ...budget(1), year: 2029 };
    for (const without of [facts(null), facts(other)]) {
      expect(meter(without)).toBeUndefined();
      expect(over(without)).toBeUndefined();
      expect(daysOfPlan(without)).toBe(30);
    }
  });

  test('a row of both classes costs by how many of each its base holds', () => {
    const both = facts(budget(), [mineRow({ sectors: ['mine', 'shop', 'store'], ratio: share(100) })]);
    expect(daysOfPlan(both)).toBe(130);
  });

  test('the months hold the same days as the meter, and the budget’s own beside them', () => {
    const calendar = mergeYears(publishedYears);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 500 }), (rounds, supervision) => {
        const of = facts(budget(supervision), [mineRow({ rounds }), tradeRow()]);
        const loads = capacityOf(of, { inspectors: 3, calendar });
        expect(loads.reduce((sum, { need }) => sum + need, 0)).toBeCloseTo(daysOfPlan(of), 6);
        expect(loads.reduce((sum, load) => sum + (load.budget ?? 0), 0)).toBeCloseTo(supervision, 6);
      }),
      { numRuns: 20 },
    );
  });
});
