import { prefixed } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import { kernel } from '../kernel/fastest.ts';
import { textsOf } from '../kernel/texts.ts';
import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { drawKey } from '../seed/seed.ts';
import { byTicket } from './ticket.ts';

/**
 * Rank of an entry among the eligible of its stratum in the order of (T, id), from 1; `undefined` for one that cannot be
 * drawn (mc-draw/1 §6). Counts who stands before it instead of putting everybody in order: hashes the pool once, then
 * looks at each entry once for every id that is asked.
 */
export function ranksOf(rules: Rules, pool: readonly PoolEntry[], seed: Hex): (id: string) => number | undefined {
  const eligible = pool.filter((entry) => !entry.excluded);
  const placeOf = new Map(eligible.map(({ id }, at) => [id, at]));
  const key = drawKey(rules.suite, 'sample', seed);
  const range = { from: 0, to: eligible.length };
  const heads = kernel().ticketHeads(rules.suite, key, textsOf(eligible.map(({ id }) => id)), range);
  const headOf = (at: number): number => (heads[2 * at] ?? 0) * 2 ** 21 + ((heads[2 * at + 1] ?? 0) >>> 11);
  const ticketOf = prefixed(rules.suite, `${key}:`);
  return (id) => {
    const own = placeOf.get(id);
    if (own === undefined) return undefined;
    const stratum = eligible[own]?.stratum;
    const head = headOf(own);
    const ticket = ticketOf(id);
    let before = 0;
    for (let at = 0; at < eligible.length; at++) {
      const other = eligible[at];
      if (other === undefined || other.stratum !== stratum || at === own) continue;
      const itsHead = headOf(at);
      // Equal first 53 bits: the whole tickets decide.
      if (itsHead < head || (itsHead === head && byTicket(ticketOf(other.id), other.id, ticket, id) < 0)) before += 1;
    }
    return before + 1;
  };
}
