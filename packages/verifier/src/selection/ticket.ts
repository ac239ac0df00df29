import type { Suite } from '../hash/digest.ts';
import { digestHex, prefixed } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { drawKey } from '../seed/seed.ts';

/** An eligible entry with its ticket (签号) T. */
export interface Ticketed {
  readonly entry: PoolEntry;
  readonly ticket: Hex;
}

/** 签号: T(id) = H(K_sample ‖ ":" ‖ id) (mc-draw/1 §6). */
export function ticketOf(suite: Suite, sampleKey: Hex, id: string): Hex {
  return digestHex(suite, `${sampleKey}:${id}`);
}

/** Every eligible entry in the order of (T, id) (mc-draw/1 §6). */
export function inTicketOrder(rules: Rules, pool: readonly PoolEntry[], seed: Hex): readonly Ticketed[] {
  const ticket = prefixed(rules.suite, `${drawKey(rules.suite, 'sample', seed)}:`);
  const ticketed = pool.filter((entry) => !entry.excluded).map((entry) => ({ entry, ticket: ticket(entry.id) }));
  return ticketed.sort((a, b) => byTicket(a.ticket, a.entry.id, b.ticket, b.entry.id));
}

/** Order of (ticket, name): the name decides only should two tickets ever be equal. */
export function byTicket(ticketA: Hex, nameA: string, ticketB: Hex, nameB: string): number {
  if (ticketA !== ticketB) return ticketA < ticketB ? -1 : 1;
  if (nameA === nameB) return 0;
  return nameA < nameB ? -1 : 1;
}
