import type { Bits } from './bits.ts';
import { addAll, clearBit, difference, firstCommon, hasBit, noBits, placesOf } from './bits.ts';
import type { Filling } from './filling.ts';
import { give, holderOf, none, teamOf } from './filling.ts';

/** What earlier searches saw without finding anyone: nothing there can lead to a free inspector. */
export interface Marks {
  readonly inspectors: Bits;
  readonly seats: Uint8Array;
  readonly cameFrom: Int32Array;
}

export function noMarks(filling: Filling): Marks {
  return {
    inspectors: noBits(filling.caps.length),
    seats: new Uint8Array(filling.holder.length),
    cameFrom: new Int32Array(filling.holder.length),
  };
}

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
export function search(
  filling: Filling,
  marks: Marks,
  starts: Iterable<number>,
  visited: number[],
): PathEnd | undefined {
  const first = visited.length;
  const reach = (seat: number, from: number) => {
    if (filling.settled[seat] === 1 || marks.seats[seat] === 1) return;
    marks.seats[seat] = 1;
    marks.cameFrom[seat] = from;
    visited.push(seat);
  };
  for (const seat of starts) reach(seat, none);
  const fresh = noBits(filling.caps.length);
  for (let head = first; head < visited.length; head++) {
    const seat = visited[head] ?? none;
    const eligible = filling.seating.seats[seat]?.eligible ?? fresh;
    difference(fresh, eligible, marks.inspectors);
    for (const other of teamOf(filling, seat)) {
      const place = holderOf(filling, other);
      if (place === none || !hasBit(eligible, place)) continue;
      clearBit(fresh, place);
      if (other !== seat) reach(other, seat);
    }
    const place = firstCommon(fresh, filling.free);
    if (place !== undefined) return { seat, place };
    addAll(marks.inspectors, fresh);
    for (const reached of placesOf(fresh)) for (const other of filling.held[reached] ?? []) reach(other, seat);
  }
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
