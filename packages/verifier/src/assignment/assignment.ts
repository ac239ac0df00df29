import { csvBytes } from '../canonical/csv.ts';
import type { Hex } from '../hash/hex.ts';
import type { Conflict, InspectorEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import type { Selection } from '../selection/selection.ts';
import type { Bits } from './bits.ts';
import { addAll, both, hasMoreThan, noBits, placesOf } from './bits.ts';
import type { Filling } from './filling.ts';
import { filledSeats, greatestFilling } from './matching.ts';
import { visitTickets } from './pair-tickets.ts';
import type { Seating } from './seating.ts';
import { seatingOf } from './seating.ts';
import { settle, settlingOf } from './settling.ts';
import { inTicketOrder } from './ticket-queue.ts';
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
  const settling = settlingOf(filling);
  const ids = seating.inspectors.map(({ id }) => id);
  const ticketsOf = visitTickets(rules, seed, ids);
  return seating.teams.flatMap((team, at) => {
    const visit = visits[at]?.id ?? '';
    const tickets = ticketsOf(visit, placesOf(openToTeam(filling, team)));
    return team.map((seat) => {
      const candidates = placesOf(both(seating.seats[seat]?.eligible ?? filling.open, filling.open));
      const place = settle(settling, seat, inTicketOrder(candidates, tickets));
      const number = seating.seats[seat]?.number ?? 0;
      return place === undefined
        ? { visit, seat: number }
        : { visit, seat: number, holder: { inspectorId: ids[place] ?? '', pairTicket: tickets.ticketOf(place) } };
    });
  });
}

/** Everyone with room left who may take some seat of the team: the others' tickets need not be made. */
function openToTeam({ seating, open }: Filling, team: readonly number[]): Bits {
  const anyone = noBits(seating.inspectors.length);
  for (const seat of team) addAll(anyone, seating.seats[seat]?.eligible ?? anyone);
  return both(anyone, open);
}

function narrowSeats(seating: Seating, visits: readonly DrawnVisit[]): readonly NarrowSeat[] {
  const narrow: NarrowSeat[] = [];
  for (const { visit, number, eligible } of seating.seats) {
    if (hasMoreThan(2, eligible)) continue;
    const candidates = placesOf(eligible).map((place) => seating.inspectors[place]?.id ?? '');
    narrow.push({ visit: visits[visit]?.id ?? '', seat: number, candidates });
  }
  return narrow;
}

function neverGivenUp(): never {
  throw new Error('a filling without a limit on empty seats always exists');
}
