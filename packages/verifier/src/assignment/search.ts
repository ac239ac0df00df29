import { addAll, clearBit, difference, hasBit, isWithin, placesOf, shared } from './bits.ts';
import type { Filling } from './filling.ts';
import { give, holderOf, none, slotOf, teamOf } from './filling.ts';
import type { Marks } from './marks.ts';

/** The last step of a path: a seat, and the free inspector it can have. */
export interface PathEnd {
  readonly seat: number;
  readonly place: number;
}

/**
 * Breadth-first through the residual network from seats that need another inspector. The network is never built:
 * from a seat one may go to any eligible inspector outside its team, from a full inspector to the seats he holds,
 * and from a seat to the fellow seat of its team that holds an eligible inspector (nobody sits twice in a team).
 * What is seen stays marked; on success `forget` it before searching on.
 */
export function search(filling: Filling, marks: Marks, starts: Iterable<number>): PathEnd | undefined {
  const first = marks.visited.length;
  marks.searches++;
  for (const seat of starts) {
    const end = reach(filling, marks, seat, none);
    if (end !== undefined) return end;
  }
  for (let head = first; head < marks.visited.length; head++) {
    const end = expand(filling, marks, marks.visited[head] ?? none);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** The same from all empty seats, of which there may be thousands that nobody more can be found for. */
export function searchFromEmpty(filling: Filling, marks: Marks): PathEnd | undefined {
  for (const [slot, seats] of filling.empty.entries()) {
    const end = seats.size === 0 || isExhausted(filling, marks, slot) ? undefined : search(filling, marks, seats);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Marks a seat that might be moved; the path's end if somebody is free for it. */
function reach(filling: Filling, marks: Marks, seat: number, from: number): PathEnd | undefined {
  if (filling.settled[seat] === 1 || marks.seats[seat] === 1) return undefined;
  if (marks.exhausted[slotOf(filling, seat)] === marks.rounds) return undefined;
  marks.seats[seat] = 1;
  marks.cameFrom[seat] = from;
  marks.visited.push(seat);
  const place = freeFor(filling, marks, seat);
  return place === undefined ? undefined : { seat, place };
}

/** Goes on from a seat for which nobody is free. */
function expand(filling: Filling, marks: Marks, seat: number): PathEnd | undefined {
  if (isExhausted(filling, marks, slotOf(filling, seat))) return undefined;
  const fresh = marks.scratch;
  const eligible = filling.seating.seats[seat]?.eligible ?? fresh;
  difference(fresh, eligible, marks.inspectors);
  for (const fellow of teamOf(filling, seat)) {
    const place = holderOf(filling, fellow);
    if (place === none || !hasBit(eligible, place)) continue;
    clearBit(fresh, place);
    const end = fellow === seat ? undefined : reach(filling, marks, fellow, seat);
    if (end !== undefined) return end;
  }
  addAll(marks.inspectors, fresh);
  for (const reached of placesOf(fresh)) {
    for (const held of filling.held[reached] ?? []) {
      const end = reach(filling, marks, held, seat);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

/** True when everyone whom such seats suit is marked, whatever their conflicts and teams. */
function isExhausted({ seating }: Filling, marks: Marks, slot: number): boolean {
  if (marks.exhausted[slot] === marks.rounds) return true;
  if (!isWithin(seating.suited[slot] ?? marks.inspectors, marks.inspectors)) return false;
  marks.exhausted[slot] = marks.rounds;
  return true;
}

function freeFor(filling: Filling, marks: Marks, seat: number): number | undefined {
  const { seating, free } = filling;
  const slot = slotOf(filling, seat);
  if (marks.barren[slot] === marks.searches) return undefined;
  const suited = seating.suited[slot] ?? free;
  const eligible = seating.seats[seat]?.eligible ?? suited;
  const team = teamOf(filling, seat);
  let anyone = false;
  for (let word = 0; word < free.length; word++) {
    let rest = shared(free, suited, word) & ~(marks.inspectors[word] ?? 0);
    for (; rest !== 0; rest &= rest - 1) {
      const place = 32 * word + 31 - Math.clz32(rest & -rest);
      if (hasBit(eligible, place) && team.every((fellow) => holderOf(filling, fellow) !== place)) return place;
      anyone = true;
    }
  }
  // Nobody becomes free during a search, so the other seats of this slot need not look.
  if (!anyone) marks.barren[slot] = marks.searches;
  return undefined;
}

/** Moves everyone along the path; returns the seat where it began. */
export function follow(filling: Filling, marks: Marks, end: PathEnd): number {
  let { seat, place } = end;
  for (;;) {
    const displaced = holderOf(filling, seat);
    const from = marks.cameFrom[seat] ?? none;
    give(filling, seat, place);
    if (from === none) return seat;
    place = displaced;
    seat = from;
  }
}
