import { csvBytes } from '../canonical/csv.ts';
import { prefixed } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { Conflict, InspectorEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { drawKey } from '../seed/seed.ts';
import type { Selection } from '../selection/selection.ts';
import { byTicket } from '../selection/ticket.ts';
import { placesOf } from './bits.ts';
import type { Filling } from './filling.ts';
import { filledSeats, greatestFilling, settle } from './matching.ts';
import { noMarks } from './search.ts';
import type { Seating } from './seating.ts';
import { seatingOf } from './seating.ts';
import type { DrawnVisit } from './visit.ts';
import { drawnVisits } from './visit.ts';

export interface DrawnSeat {
  readonly visit: string;
  /** From 1. */
  readonly seat: number;
  /** Absent for a vacant seat. */
  readonly holder?: { readonly inspectorId: string; readonly pairTicket: Hex };
}

/** A seat that two or fewer inspectors could take whatever the others get: whoever sets the rules can foresee it. */
export interface NarrowSeat {
  readonly visit: string;
  readonly seat: number;
  readonly candidates: readonly string[];
}

export interface Assignment {
  /** In slot order. */
  readonly visits: readonly DrawnVisit[];
  readonly seats: readonly DrawnSeat[];
  /** F*: the greatest number of seats that can be filled together. */
  readonly fillable: number;
  /** With `balance`, the cap c to which everyone was lowered. */
  readonly loweredTo?: number;
  readonly narrowSeats: readonly NarrowSeat[];
}

/** Who inspects what (mc-draw/1 §7). The result is unique; the search below only finds it. */
export function assignInspectors(
  rules: Rules,
  selection: Selection,
  inspectors: readonly InspectorEntry[],
  conflicts: readonly Conflict[],
  seed: Hex,
): Assignment {
  const visits = drawnVisits(rules, selection, seed);
  const seating = seatingOf(rules, visits, inspectors, conflicts);
  const caps = inspectors.map(({ cap }) => cap);
  const widest = greatestFilling(seating, caps) ?? neverGivenUp();
  const { filling, loweredTo } = rules.assignment.balance
    ? balanced(seating, caps, widest)
    : { filling: widest, loweredTo: undefined };
  return {
    visits,
    seats: settleAll(rules, visits, filling, seed),
    fillable: filledSeats(widest),
    ...(loweredTo === undefined ? {} : { loweredTo }),
    narrowSeats: narrowSeats(seating, visits),
  };
}

/** assignment.csv. */
export function assignmentCsv(seats: readonly DrawnSeat[]): Uint8Array {
  return csvBytes(
    seats.map(({ visit, seat, holder }) => [visit, String(seat), holder?.inspectorId ?? '', holder?.pairTicket ?? '']),
    [/^[0-9A-Za-z._-]+$/, /^[1-9][0-9]*$/, /^[0-9A-Z._-]*$/, /^(?:|[0-9a-f]{64})$/],
  );
}

/** P of an inspector for one visit: `H(K_v ‖ ":" ‖ inspectorId)` (§7). */
export function pairTickets(rules: Rules, seed: Hex): (visit: string) => (inspectorId: string) => Hex {
  const visitTicket = prefixed(rules.suite, `${drawKey(rules.suite, 'assign', seed)}:`);
  return (visit) => prefixed(rules.suite, `${visitTicket(visit).slice(0, 32)}:`);
}

/** The least cap to which everyone can be lowered without a seat more becoming empty, and a filling within it. */
function balanced(
  seating: Seating,
  caps: readonly number[],
  widest: Filling,
): { readonly filling: Filling; readonly loweredTo: number } {
  const fillable = filledSeats(widest);
  const spare = seating.seats.length - fillable;
  const lowered = (cap: number) => caps.map((own) => Math.min(own, cap));
  let low = caps.length === 0 ? 0 : Math.ceil(fillable / caps.length);
  let high = Math.max(low, ...widest.held.map((seats) => seats.size));
  let best: Filling | undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const filling = greatestFilling(seating, lowered(middle), spare);
    if (filling === undefined) {
      low = middle + 1;
    } else {
      best = filling;
      high = middle;
    }
  }
  if (best === undefined || best.caps.some((cap, place) => cap !== Math.min(caps[place] ?? 0, high))) {
    best = greatestFilling(seating, lowered(high)) ?? neverGivenUp();
  }
  return { filling: best, loweredTo: high };
}

function settleAll(rules: Rules, visits: readonly DrawnVisit[], filling: Filling, seed: Hex): readonly DrawnSeat[] {
  const { seating } = filling;
  const marks = noMarks(filling);
  const ticketsOf = pairTickets(rules, seed);
  const drawn: DrawnSeat[] = [];
  for (const [at, team] of seating.teams.entries()) {
    const visit = visits[at]?.id ?? '';
    const ticketOf = ticketsOf(visit);
    const tickets = new Map<number, Hex>();
    for (const seat of team) {
      const eligible = placesOf(seating.seats[seat]?.eligible ?? new Uint32Array());
      for (const place of eligible) {
        if (!tickets.has(place)) tickets.set(place, ticketOf(seating.inspectors[place]?.id ?? ''));
      }
      // Places stand in the order of inspector ids, so the order of equal tickets is right already.
      const order = [...eligible].sort((a, b) => byTicket(tickets.get(a) ?? '', '', tickets.get(b) ?? '', ''));
      const place = settle(filling, marks, seat, order);
      const number = seating.seats[seat]?.number ?? 0;
      const inspectorId = place === undefined ? undefined : seating.inspectors[place]?.id;
      drawn.push(
        place === undefined || inspectorId === undefined
          ? { visit, seat: number }
          : { visit, seat: number, holder: { inspectorId, pairTicket: tickets.get(place) ?? '' } },
      );
    }
  }
  return drawn;
}

function narrowSeats(seating: Seating, visits: readonly DrawnVisit[]): readonly NarrowSeat[] {
  const narrow: NarrowSeat[] = [];
  for (const { visit, number, eligible } of seating.seats) {
    const places = placesOf(eligible);
    if (places.length > 2) continue;
    const candidates = places.map((place) => seating.inspectors[place]?.id ?? '');
    narrow.push({ visit: visits[visit]?.id ?? '', seat: number, candidates });
  }
  return narrow;
}

function neverGivenUp(): never {
  throw new Error('a filling without a limit on empty seats always exists');
}
