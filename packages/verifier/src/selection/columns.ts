import type { Hex } from '../hash/hex.ts';
import type { Suite } from '../hash/digest.ts';
import { kernel } from '../kernel/fastest.ts';
import type { Range } from '../kernel/kernel.ts';
import { bytesOfText } from '../kernel/texts.ts';
import type { PoolColumns } from '../roster/pool-columns.ts';
import { inHeadOrder } from './head-order.ts';
import { byTicket, ticketOf } from './ticket.ts';

/** Tickets hashed between two looks at the bounds: few enough that their heads stay in the cache. */
const atOnce = 65_536;

/** Some entries of a pool with the first 64 bits of their tickets, two numbers each. */
export interface Candidates {
  readonly numbers: Uint32Array;
  readonly heads: Uint32Array;
}

/** Entries of the range whose ticket's first 32 bits lie below the bound of their ending (`boundOf`). */
export function candidatesBelow(
  suite: Suite,
  sampleKey: Hex,
  pool: PoolColumns,
  { from, to }: Range,
  bounds: readonly number[],
): Candidates {
  const limits = Float64Array.from(pool.endings, ({ eligible }, at) => (eligible ? (bounds[at] ?? 0) : 0));
  const numbers: number[] = [];
  const heads: number[] = [];
  for (let start = from; start < to; start += atOnce) {
    const end = Math.min(to, start + atOnce);
    const some = kernel().ticketHeads(suite, sampleKey, pool.ids, { from: start, to: end });
    for (let at = start; at < end; at++) {
      const upper = some[2 * (at - start)] ?? 0;
      if (upper >= (limits[pool.endingOf[at] ?? 0] ?? 0)) continue;
      numbers.push(at);
      heads.push(upper, some[2 * (at - start) + 1] ?? 0);
    }
  }
  return { numbers: Uint32Array.from(numbers), heads: Uint32Array.from(heads) };
}

/** Numbers of the candidates in the order of (T, id) (mc-draw/1 §6). */
export function inTicketOrderOf(
  suite: Suite,
  sampleKey: Hex,
  { ids }: PoolColumns,
  { numbers, heads }: Candidates,
): Uint32Array {
  const idOf = (place: number) => String.fromCharCode(...bytesOfText(ids, numbers[place] ?? 0));
  const ticket = (place: number) => ticketOf(suite, sampleKey, idOf(place));
  const order = inHeadOrder(heads, (a, b) => byTicket(ticket(a), idOf(a), ticket(b), idOf(b)));
  return order.map((place) => numbers[place] ?? 0);
}
