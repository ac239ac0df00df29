import { prefixed } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import { kernel } from '../kernel/fastest.ts';
import type { ScatteredTexts } from '../kernel/texts.ts';
import { textsOf } from '../kernel/texts.ts';
import type { Rules } from '../rules/rules.ts';
import { drawKey } from '../seed/seed.ts';

/** An id has at most 22 characters (§1); the kernel has room for no more. */
const longestId = 22;

/** P of an inspector for one visit: `H(K_v ‖ ":" ‖ inspectorId)` (mc-draw/1 §7). */
export function pairTickets(rules: Rules, seed: Hex): (visit: string) => (inspectorId: string) => Hex {
  const visitKey = visitKeys(rules, seed);
  return (visit) => prefixed(rules.suite, `${visitKey(visit)}:`);
}

/** The pair tickets of one visit. Most are only ever compared, and for that their first 32 bits are nearly always enough. */
export interface VisitTickets {
  /** By place. Filled for the places asked for. */
  readonly heads: Uint32Array;
  readonly ticketOf: (place: number) => Hex;
}

/** Tickets of the inspectors at `places`, ascending, visit by visit. `heads` is one array that every visit fills anew. */
export function visitTickets(
  rules: Rules,
  seed: Hex,
  inspectorIds: readonly string[],
): (visit: string, places: readonly number[]) => VisitTickets {
  const visitKey = visitKeys(rules, seed);
  const heads = new Uint32Array(inspectorIds.length);
  // Ids come from a file that was read, or from a caller that was not; the second may still be wrong.
  const ids = inspectorIds.some((id) => id.length > longestId) ? undefined : textsOf(inspectorIds);
  return (visit, places) => {
    const key = visitKey(visit);
    const ticketOf = (place: number) => prefixed(rules.suite, `${key}:`)(inspectorIds[place] ?? '');
    if (ids === undefined) {
      for (const place of places) heads[place] = Number.parseInt(ticketOf(place).slice(0, 8), 16);
      return { heads, ticketOf };
    }
    const found = kernel().ticketHeads(rules.suite, key, textsAt(ids, places), { from: 0, to: places.length });
    for (let at = 0; at < places.length; at++) heads[places[at] ?? 0] = found[2 * at] ?? 0;
    return { heads, ticketOf };
  };
}

/** Some of the texts, over the same bytes. */
function textsAt({ bytes, starts, lengths }: ScatteredTexts, places: readonly number[]): ScatteredTexts {
  const some = { bytes, starts: new Uint32Array(places.length), lengths: new Uint32Array(places.length) };
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    some.starts[at] = starts[place] ?? 0;
    some.lengths[at] = lengths[place] ?? 0;
  }
  return some;
}

/** K_v of a visit. */
function visitKeys(rules: Rules, seed: Hex): (visit: string) => string {
  const visitTicket = prefixed(rules.suite, `${drawKey(rules.suite, 'assign', seed)}:`);
  return (visit) => visitTicket(visit).slice(0, 32);
}
