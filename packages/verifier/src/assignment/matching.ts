import { addAll, noBits } from './bits.ts';
import type { Filling } from './filling.ts';
import { emptyFilling, none } from './filling.ts';
import { forget, noMarks } from './marks.ts';
import { follow, search } from './search.ts';
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
    const end = search(filling, marks, [seat]);
    if (end !== undefined) {
      follow(filling, marks, end);
      forget(marks, dead);
      continue;
    }
    // Whatever a failed search saw is closed: no later path to a free inspector leads through it, so it stays marked.
    addAll(dead, marks.inspectors);
    marks.visited.length = 0;
    hopeless++;
    if (hopeless > spare) return undefined;
  }
  return filling;
}

/** How many seats are filled. */
export function filledSeats(filling: Filling): number {
  return filling.holder.reduce((count, place) => (place === none ? count : count + 1), 0);
}
