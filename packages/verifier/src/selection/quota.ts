import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { sizeOf } from '../rules/size.ts';
import type { Transport } from './transport.ts';

/** The quota of a draw laid out by stratum and group; groups without a bound stand together in the last place. */
export interface QuotaTable extends Transport {
  readonly stratumAt: ReadonlyMap<string, number>;
  readonly groupAt: (group: string) => number;
}

/** What the whole sample must satisfy, before any entry is accepted. `sizes` by stratum in the order of the rules. */
export function quotaTable(rules: Rules, pool: readonly PoolEntry[], sizes: readonly number[]): QuotaTable {
  const bounds = rules.quota?.bounds ?? [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const stratumAt = new Map(rules.strata.map(({ code }, at) => [code, at]));
  const places = new Map(bounds.map(({ group }, at) => [group, at]));
  const groupAt = (group: string) => places.get(group) ?? bounds.length;
  const left = rules.strata.map(() => Array.from({ length: bounds.length + 1 }, () => 0));
  for (const entry of pool) {
    const row = left[stratumAt.get(entry.stratum) ?? -1];
    const group = groupAt(entry.group);
    if (row !== undefined && !entry.excluded) row[group] = (row[group] ?? 0) + 1;
  }
  return {
    stratumAt,
    groupAt,
    needs: sizes,
    left,
    least: [...bounds.map(({ min }) => (min === undefined ? 0 : sizeOf(min, total))), 0],
    most: [...bounds.map(({ max }) => (max === undefined ? total : sizeOf(max, total))), total],
  };
}
