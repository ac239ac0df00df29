import type { Bits } from './bits.ts';
import { noBits } from './bits.ts';
import type { Filling } from './filling.ts';

/** What earlier searches saw without finding anyone: nothing there can lead to a free inspector. */
export interface Marks {
  readonly inspectors: Bits;
  readonly seats: Uint8Array;
  readonly cameFrom: Int32Array;
  /** Seats marked, in the order in which they were reached. */
  readonly visited: number[];
  /** By slot: the round in which everyone whom such a seat suits was found marked, so that its seats need no look. */
  readonly exhausted: Int32Array;
  /** By slot: the search in which nobody free and unmarked was found for it. */
  readonly barren: Int32Array;
  readonly scratch: Bits;
  /** How often the marks were forgotten, from 1. */
  rounds: number;
  searches: number;
}

export function noMarks({ caps, holder, seating }: Filling): Marks {
  return {
    inspectors: noBits(caps.length),
    seats: new Uint8Array(holder.length),
    cameFrom: new Int32Array(holder.length),
    visited: [],
    exhausted: new Int32Array(seating.suited.length),
    barren: new Int32Array(seating.suited.length),
    scratch: noBits(caps.length),
    rounds: 1,
    searches: 0,
  };
}

/** Forgets what was seen, except that these inspectors lead nowhere. */
export function forget(marks: Marks, dead: Bits): void {
  for (const seen of marks.visited) marks.seats[seen] = 0;
  marks.visited.length = 0;
  marks.inspectors.set(dead);
  marks.rounds++;
}
