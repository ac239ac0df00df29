import { textsOf } from '../kernel/texts.ts';
import { kernel } from '../kernel/fastest.ts';
import { prefixed } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { sizeOf } from '../rules/size.ts';
import { drawKey } from '../seed/seed.ts';
import { keptBelow } from './threshold.ts';
import { byTicket, inTicketOrder, type Ticketed } from './ticket.ts';

/** An id has at most 22 characters (§1); the kernel has room for no more. */
const longestId = 22;

/**
 * The eligible entries that can be selected or become reserves, in ticket order (mc-draw/1 §6): of each cell (stratum,
 * with a quota stratum and group) the k_h + r_h smallest at least, for the selected of a cell are its first ones, and so
 * are its reserves after them. A stratum with weights is kept whole.
 */
export function smallestTickets(rules: Rules, pool: readonly PoolEntry[], seed: Hex): readonly Ticketed[] {
  const eligible = pool.filter((entry) => !entry.excluded);
  // Ids come from a file that was read, or from a caller that was not; the second may still be wrong.
  if (eligible.some(({ id }) => id.length > longestId)) return inTicketOrder(rules, pool, seed);
  const key = drawKey(rules.suite, 'sample', seed);
  const range = { from: 0, to: eligible.length };
  const heads = kernel().ticketHeads(rules.suite, key, textsOf(eligible.map(({ id }) => id)), range);
  const cells = cellsOf(rules, eligible);
  const kept = keptBelow(heads, cells.of, cells.wanted);
  const ticketOf = prefixed(rules.suite, `${key}:`);
  const ticketed = Array.from(kept, (at) => eligible[at])
    .filter((entry) => entry !== undefined)
    .map((entry): Ticketed => ({ entry, ticket: ticketOf(entry.id) }));
  return ticketed.sort((a, b) => byTicket(a.ticket, a.entry.id, b.ticket, b.entry.id));
}

interface Cells {
  /** The cell of each eligible entry. */
  readonly of: Uint32Array;
  /** How many of each cell must be kept; infinite for all. */
  readonly wanted: readonly number[];
}

function cellsOf(rules: Rules, eligible: readonly PoolEntry[]): Cells {
  const numbers = new Map<string, number>();
  const stratumOf: string[] = [];
  const weighted = new Set<string>();
  const bases = new Map<string, number>();
  const of = new Uint32Array(eligible.length);
  for (let at = 0; at < eligible.length; at++) {
    const entry = eligible[at];
    if (entry === undefined) continue;
    const { stratum, group, weight } = entry;
    if (weight !== 1) weighted.add(stratum);
    bases.set(stratum, (bases.get(stratum) ?? 0) + 1);
    const name = rules.quota === undefined ? stratum : `${stratum},${group}`;
    const number = numbers.get(name) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(name, number);
      stratumOf.push(stratum);
    }
    of[at] = number;
  }
  const places = new Map(
    rules.strata.map(({ code, size }) => [code, placesOf(rules, sizeOf(size, bases.get(code) ?? 0))]),
  );
  const wanted = stratumOf.map((stratum) =>
    weighted.has(stratum) ? Number.POSITIVE_INFINITY : (places.get(stratum) ?? 0),
  );
  return { of, wanted };
}

/** k_h + r_h: the selected of a stratum and its reserves. */
function placesOf(rules: Rules, size: number): number {
  return size === 0 ? 0 : size + sizeOf(rules.reserve, size);
}
