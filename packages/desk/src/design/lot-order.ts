/** One enterprise's lot: its ticket in hexadecimal and what became of it. */
export interface Lot {
  readonly key: string;
  readonly ticket: string;
  readonly fate: 'drawn' | 'reserve' | 'other';
}

/** A ticket's place on the ruler 0000–ffff, from 0 to 1, by its first 16 bits: enough for the eye, never for the order. */
export function rulerPlace(ticket: string): number {
  return Number.parseInt(ticket.slice(0, 4).padEnd(4, '0'), 16) / 0xffff;
}

export function lotHeight(ticket: string): number {
  return rulerPlace(ticket);
}

/** Ticket order: the shortest lot first. Tickets are compared as text, by code units, as mc-draw/1 does. */
export function inTicketOrder(lots: readonly Lot[]): readonly Lot[] {
  return [...lots].sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0));
}
