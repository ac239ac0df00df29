import type { InspectorEntry, PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { slotsOf } from '../rules/rules.ts';
import { sampleSizes } from '../selection/selection.ts';

/**
 * The sizes within which the verifier works; beyond them a check is `not-checked`, limit (mc-draw/1 §9).
 * They keep a hostile bundle from holding a page for more than minutes.
 */
export const limits = {
  /** Bytes of all files together, 256 MiB. */
  bytes: 268_435_456,
  entries: 2_000_000,
  strata: 2_000,
  /** Seats of one team. */
  slots: 50,
  /** The search for a seat's inspector may in the worst case go through all others: a chain of 40,000 takes 9 s. */
  seats: 300_000,
  inspectors: 20_000,
  conflicts: 1_000_000,
  amendments: 10_000,
  /** Lines of drand; each costs two pairings, some 30 ms. */
  drandLines: 8,
  /** Cells of a quota times the entries that are accepted one by one. */
  quotaSteps: 20_000_000,
  /** Visits times inspectors: each costs a hash, some 0.1 µs, or 1 µs where there is no kernel. */
  pairs: 150_000_000,
} as const;

/** The limit that the selection would pass, with its figure, or `undefined`. */
export function selectionLimit(rules: Rules, pool: readonly PoolEntry[]): string | undefined {
  if (pool.length > limits.entries) return over('entries', pool.length);
  if (rules.strata.length > limits.strata) return over('strata', rules.strata.length);
  const cells = rules.strata.length * ((rules.quota?.bounds.length ?? 0) + 1);
  const steps = rules.quota === undefined ? 0 : cells * (sampleOf(rules, pool) + cells);
  return steps > limits.quotaSteps ? over('quotaSteps', steps) : undefined;
}

/** The limit that the assignment would pass, with its figure, or `undefined`. */
export function assignmentLimit(
  rules: Rules,
  pool: readonly PoolEntry[],
  inspectors: readonly InspectorEntry[],
  conflicts: number,
): string | undefined {
  if (inspectors.length > limits.inspectors) return over('inspectors', inspectors.length);
  if (conflicts > limits.conflicts) return over('conflicts', conflicts);
  const widest = Math.max(0, ...rules.strata.map(({ code }) => slotsOf(rules, code).length));
  if (widest > limits.slots) return over('slots', widest);
  const visits = sampleOf(rules, pool);
  const seats = widest * visits;
  if (seats > limits.seats) return over('seats', seats);
  const pairs = visits * inspectors.length;
  return pairs > limits.pairs ? over('pairs', pairs) : undefined;
}

/** How many are drawn: never more than there are, whatever the rules ask for. */
function sampleOf(rules: Rules, pool: readonly PoolEntry[]): number {
  return sampleSizes(rules, pool).reduce((sum, size) => sum + Math.min(size, pool.length), 0);
}

function over(name: keyof typeof limits, figure: number): string {
  return `${name} ${figure} > ${limits[name]}`;
}
