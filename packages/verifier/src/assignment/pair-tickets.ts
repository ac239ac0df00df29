import { prefixed, prefixedHead } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { Rules } from '../rules/rules.ts';
import { drawKey } from '../seed/seed.ts';

/** P of an inspector for one visit: `H(K_v ‖ ":" ‖ inspectorId)` (mc-draw/1 §7). */
export function pairTickets(rules: Rules, seed: Hex): (visit: string) => (inspectorId: string) => Hex {
  const visitPrefix = visitPrefixes(rules, seed);
  return (visit) => prefixed(rules.suite, visitPrefix(visit));
}

/** The pair tickets of one visit. Most are only ever compared, and for that their first 32 bits are nearly always enough. */
export interface VisitTickets {
  /** By place. Filled for the places asked for. */
  readonly heads: Uint32Array;
  readonly ticketOf: (place: number) => Hex;
}

/** Tickets of the inspectors at `places`, visit by visit. `heads` is one array that every visit fills anew. */
export function visitTickets(
  rules: Rules,
  seed: Hex,
  inspectorIds: readonly string[],
): (visit: string, places: readonly number[]) => VisitTickets {
  const visitPrefix = visitPrefixes(rules, seed);
  const heads = new Uint32Array(inspectorIds.length);
  return (visit, places) => {
    const prefix = visitPrefix(visit);
    const headOf = prefixedHead(rules.suite, prefix);
    for (const place of places) heads[place] = headOf(inspectorIds[place] ?? '');
    return { heads, ticketOf: (place) => prefixed(rules.suite, prefix)(inspectorIds[place] ?? '') };
  };
}

/** `K_v:` of a visit. */
function visitPrefixes(rules: Rules, seed: Hex): (visit: string) => string {
  const visitTicket = prefixed(rules.suite, `${drawKey(rules.suite, 'assign', seed)}:`);
  return (visit) => `${visitTicket(visit).slice(0, 32)}:`;
}
