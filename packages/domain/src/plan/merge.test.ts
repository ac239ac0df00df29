import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolvePlan } from './evolve.ts';
import { at, clerk, draftPlan, mineRow, on, rowId, surroundings, tradeRow, valueOf } from './made-up-plan.ts';
import { dismissMerge, mergeProposals, mergeRows, mergesDismissed } from './merge.ts';
import { noParticulars } from './particulars.ts';
import type { RowContent } from './plan.ts';

const by = { personId: clerk.personId, name: clerk.name, at };
const around = surroundings();
const fire = { itemId: null, title: '对商贸企业的消防检查' };
const months = (from: number, to: number) => ({
  from: on(`2030-${String(from).padStart(2, '0')}-01`),
  to: on(`2030-${String(to).padStart(2, '0')}-28`),
});
const proposalsOf = (rows: readonly RowContent[]) => mergeProposals({ plan: draftPlan(rows), ...around });

test('two departments that visit the same objects in common months are proposed as one visit (N-03)', () => {
  const [proposal, ...others] = proposalsOf([
    tradeRow({ window: months(4, 6) }),
    tradeRow({ window: months(5, 9), items: [fire], initiator: '消防大队', rounds: 2 }),
    mineRow(),
  ]);
  expect(others).toEqual([]);
  expect(proposal?.rows).toEqual([rowId(1), rowId(2)]);
  expect(proposal?.verdict).toBe('任务1、2可合并为综合查一次');
  expect(proposal?.merged).toMatchObject({
    items: [{ title: '对商贸企业的行政检查' }, fire],
    partners: ['消防大队'],
    window: months(5, 6),
    rounds: 2,
  });
  // 9 + 9×2 visits become 9×2.
  expect(proposal?.spared).toBe(9);
});

test('no proposal where months, objects or levels differ, or where only rounds of one task do', () => {
  const other = { items: [fire] };
  expect(proposalsOf([tradeRow({ window: months(4, 6) }), tradeRow({ ...other, window: months(7, 9) })])).toEqual([]);
  expect(proposalsOf([tradeRow(), mineRow({ ...other, window: tradeRow().window })])).toEqual([]);
  expect(proposalsOf([tradeRow(), tradeRow({ ...other, level: 'priority' })])).toEqual([]);
  expect(proposalsOf([tradeRow(), tradeRow({ name: '另一轮' })])).toEqual([]);
});

test('accepted, the rows are one: the first leads, the other section joins, and the table is numbered anew', () => {
  const of = (section: string) => ({ ...noParticulars, section });
  const plan = draftPlan([
    tradeRow({ particulars: of('工贸股') }),
    mineRow(),
    tradeRow({ items: [fire], particulars: of('综合股') }),
  ]);
  const proposal = mergeProposals({ plan, ...around })[0]?.key ?? '';
  const merged = evolvePlan(plan, valueOf(mergeRows(plan, { proposal, by }, around)));
  expect(merged.rows.map(({ id, no }) => [id, no])).toEqual([
    [rowId(1), 1],
    [rowId(2), 2],
  ]);
  expect(merged.rows[0]?.particulars).toMatchObject({ section: '工贸股', joinSections: ['综合股'] });
  expect(mergeProposals({ plan: merged, ...around })).toEqual([]);
});

test('not merging needs a reason, and the reason stays with the plan', () => {
  const plan = draftPlan([tradeRow(), tradeRow({ items: [fire] })]);
  const proposal = mergeProposals({ plan, ...around })[0]?.key ?? '';
  expect(dismissMerge(plan, { proposal, by, reason: ' ' }, around)).toMatchObject({
    refusal: { code: 'plan-reason-missing' },
  });
  const kept = evolvePlan(plan, valueOf(dismissMerge(plan, { proposal, by, reason: '消防须单独封闭检查' }, around)));
  expect(mergesDismissed(kept).map(({ rows, dismissal }) => [rows.length, dismissal.reason])).toEqual([
    [2, '消防须单独封闭检查'],
  ]);
  expect(mergeProposals({ plan: kept, ...around })).toEqual([]);
});

test('no row stands in two proposals, and merging never lowers a row’s share of its objects', () => {
  const row = fc.record({
    from: fc.integer({ min: 1, max: 12 }),
    long: fc.integer({ min: 0, max: 11 }),
    items: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (made) => {
      const rows = made.map(({ from, long, items }) =>
        tradeRow({ window: months(from, Math.min(12, from + long)), ...(items ? { items: [fire] } : {}) }),
      );
      const found = proposalsOf(rows);
      const ids = found.flatMap((one) => one.rows);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { merged, spared } of found) {
        expect(merged.window.from <= merged.window.to).toBe(true);
        expect(spared).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});
