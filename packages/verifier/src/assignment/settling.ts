import type { Bits } from './bits.ts';
import { hasBit, noBits, setBit } from './bits.ts';
import type { Filling } from './filling.ts';
import { close, fellowOf, give, holderOf, none, teamOf } from './filling.ts';
import type { Marks } from './marks.ts';
import { forget, noMarks } from './marks.ts';
import { follow, search, searchFromEmpty } from './search.ts';

/** A greatest filling whose seats are made final one after another. */
export interface Settling {
  readonly filling: Filling;
  readonly marks: Marks;
  /**
   * The inspectors whom empty seats could reach. All are full, and no path leads from them to anybody else: they are
   * one side of the least cut, the same for every greatest filling, and making seats final only takes paths away.
   */
  readonly short: Bits;
  readonly nobody: Bits;
}

export function settlingOf(filling: Filling): Settling {
  const marks = noMarks(filling);
  searchFromEmpty(filling, marks);
  const nobody = noBits(filling.caps.length);
  const short = marks.inspectors.slice();
  forget(marks, nobody);
  return { filling, marks, short, nobody };
}

/**
 * Makes the seat final: it goes to the first of `order` with whom as many seats can be filled as now, and stays
 * vacant if there is none. Returns that inspector's place. `order` holds eligible inspectors only.
 */
export function settle(settling: Settling, seat: number, order: Iterable<number>): number | undefined {
  const { filling, marks, short, nobody } = settling;
  const before = holderOf(filling, seat);
  const hopeless = isApart(settling, seat, before) ? short : nobody;
  forget(marks, hopeless);
  let found: number | undefined;
  for (const place of order) {
    if (place === before || (!hasBit(hopeless, place) && canForce(filling, marks, seat, place))) {
      found = place;
      break;
    }
  }
  close(filling, seat);
  return found;
}

/**
 * True when nobody who is short can come to where the seat's holder is: whoever is forced onto the seat from among them
 * leaves a seat empty that nobody else can fill.
 */
function isApart({ filling, short }: Settling, seat: number, before: number): boolean {
  if (before === none || hasBit(short, before)) return false;
  // A fellow seat could take him once he has left the team, though it could not before.
  return teamOf(filling, seat).every((fellow) => {
    if (fellow === seat || filling.settled[fellow] === 1) return true;
    return !hasBit(filling.seating.seats[fellow]?.eligible ?? short, before);
  });
}

/** Seats the inspector there and lets others move so that no more seats are empty; false, and nothing changed, if they cannot. */
function canForce(filling: Filling, marks: Marks, seat: number, place: number): boolean {
  const fellow = fellowOf(filling, seat, place);
  if (fellow === undefined && hasBit(filling.free, place)) {
    give(filling, seat, place);
    return true;
  }
  const displaced =
    fellow === undefined ? [...(filling.held[place] ?? [])] : filling.settled[fellow] === 0 ? [fellow] : [];
  const evicted = displaced[0];
  if (evicted === undefined) return false;
  const before = holderOf(filling, seat);
  if (before === none) {
    // One seat is filled and one becomes empty, whoever of them leaves.
    give(filling, evicted, none);
    give(filling, seat, place);
    return true;
  }
  if (fellow === undefined) {
    // He is full: to reach him again would only lead to the seats that the search starts from.
    setBit(marks.inspectors, place);
  } else {
    give(filling, fellow, none);
  }
  give(filling, seat, place);
  filling.settled[seat] = 1;
  // The place that `before` leaves may also go to a seat that was empty, and a displaced one become empty instead.
  const end = search(filling, marks, displaced) ?? searchFromEmpty(filling, marks);
  filling.settled[seat] = 0;
  if (end === undefined) {
    give(filling, seat, before);
    if (fellow !== undefined) give(filling, fellow, place);
    return false;
  }
  const root = follow(filling, marks, end);
  if (!displaced.includes(root)) give(filling, evicted, none);
  return true;
}
