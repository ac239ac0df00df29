import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeYears, publishedYears } from '../calendar/index.ts';
import { capacityOf, overloadedMonths } from './capacity.ts';
import { draftPlan, mineRow, on, surroundings, tradeRow } from './made-up-plan.ts';

const calendar = mergeYears(publishedYears);
const facts = (rows = [mineRow(), tradeRow()]) => ({ plan: draftPlan(rows), ...surroundings() });

test('a visit takes the smallest team one day, spread over the workdays of the window', () => {
  const april = { from: on('2030-04-01'), to: on('2030-04-30') };
  const loads = capacityOf(facts([mineRow({ window: april })]), { inspectors: 3, calendar });
  expect(loads.map(({ need }) => need)).toEqual([0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(loads[3]?.have).toBe((loads[3]?.workdays ?? 0) * 3);
});

test('a month that asks for more than its inspectors have is named', () => {
  const days = { from: on('2030-04-01'), to: on('2030-04-30') };
  const loads = capacityOf(facts([mineRow({ window: days, rounds: 12 })]), { inspectors: 1, calendar });
  expect(overloadedMonths(loads).map(({ month }) => month)).toEqual([4]);
});

test('whatever the windows, the months add up to the plan’s person-days', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((days) => {
    const date = new Date(Date.UTC(2030, 0, 1 + days)).toISOString().slice(0, 10);
    return on(date);
  });
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 4 }), (one, other, rounds) => {
      const window = one < other ? { from: one, to: other } : { from: other, to: one };
      const loads = capacityOf(facts([mineRow({ window, rounds })]), { inspectors: 2, calendar });
      const total = loads.reduce((sum, { need }) => sum + need, 0);
      expect(total).toBeCloseTo(6 * rounds * 2, 6);
    }),
    { numRuns: 50 },
  );
});
