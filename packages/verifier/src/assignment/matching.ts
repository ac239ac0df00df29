import { addAll, hasBit, noBits, setBit } from './bits.ts';
import type { Filling } from './filling.ts';
import { emptyFilling, fellowOf, give, holderOf, none, unsettledSeats } from './filling.ts';
import type { Marks } from './search.ts';
import { follow, noMarks, search } from './search.ts';
import type { Seating } from './seating.ts';

/**
 * A filling with the greatest number of seats within the caps, nobody twice in one team.
 * `undefined` as soon as more than `spare` seats must stay empty.
 */
export function greatestFilling(
  seating: Seating,
  caps: readonly number[],
  spare: number = Number.POSITIVE_INFINITY,
): Filling | undefined {
  const filling = emptyFilling(seating, caps);
  const marks = noMarks(filling);
  const dead = noBits(caps.length);
  let hopeless = 0;
  for (const seat of seating.seats.keys()) {
    const visited: number[] = [];
    const end = search(filling, marks, [seat], visited);
    if (end !== undefined) {
      follow(filling, marks, end);
      for (const seen of visited) marks.seats[seen] = 0;
      marks.inspectors.set(dead);
      continue;
    }
    // Whatever a failed search saw is closed: no later path to a free inspector leads through it, so it stays marked.
    addAll(dead, marks.inspectors);
    hopeless++;
    if (hopeless > spare) return undefined;
  }
  return filling;
}

/** How many seats are filled. */
export function filledSeats(filling: Filling): number {
  return filling.holder.reduce((count, place) => (place === none ? count : count + 1), 0);
}

/**
 * Makes the seat final: it goes to the first of `order` with whom as many seats can be filled as now, and stays
 * vacant if there is none. Returns that inspector's place. `order` holds eligible inspectors only.
 */
export function settle(filling: Filling, marks: Marks, seat: number, order: readonly number[]): number | undefined {
  const visited: number[] = [];
  const found = order.find(
    (place) => holderOf(filling, seat) === place || canForce(filling, marks, seat, place, visited),
  );
  for (const seen of visited) marks.seats[seen] = 0;
  marks.inspectors.fill(0);
  filling.settled[seat] = 1;
  filling.empty.delete(seat);
  return found;
}

/** Seats the inspector there and lets others move so that no more seats are empty; false, and nothing changed, if they cannot. */
function canForce(filling: Filling, marks: Marks, seat: number, place: number, visited: number[]): boolean {
  const fellow = fellowOf(filling, seat, place);
  if (fellow === undefined && hasBit(filling.free, place)) {
    give(filling, seat, place);
    return true;
  }
  const displaced = (fellow === undefined ? unsettledSeats(filling, place) : [fellow]).filter(
    (other) => filling.settled[other] === 0,
  );
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
  const others = [...filling.empty].filter((other) => other !== fellow);
  const end = search(filling, marks, displaced, visited) ?? search(filling, marks, others, visited);
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
