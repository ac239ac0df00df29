import type { Bits } from './bits.ts';
import { clearBit, noBits, setBit } from './bits.ts';
import type { Seating } from './seating.ts';

/** No inspector, or no seat. */
export const none = -1;

/** Who sits where for now. */
export interface Filling {
  readonly seating: Seating;
  readonly caps: readonly number[];
  /** By seat. */
  readonly holder: Int32Array;
  /** By seat: 1 once its holder, or its vacancy, is final. */
  readonly settled: Uint8Array;
  /** By inspector: the seats he holds. */
  readonly held: readonly Set<number>[];
  /** Inspectors who may be given another visit. */
  readonly free: Bits;
  /** Seats that nobody holds and that are not settled. */
  readonly empty: Set<number>;
}

export function emptyFilling(seating: Seating, caps: readonly number[]): Filling {
  const free = noBits(caps.length);
  for (const [place, cap] of caps.entries()) if (cap > 0) setBit(free, place);
  return {
    seating,
    caps,
    holder: new Int32Array(seating.seats.length).fill(none),
    settled: new Uint8Array(seating.seats.length),
    held: caps.map(() => new Set<number>()),
    free,
    empty: new Set(seating.seats.keys()),
  };
}

export function holderOf(filling: Filling, seat: number): number {
  return filling.holder[seat] ?? none;
}

/** Seats the inspector there, or nobody with `none`. A cap may be passed for a moment while seats are exchanged. */
export function give(filling: Filling, seat: number, place: number): void {
  const before = holderOf(filling, seat);
  filling.holder[seat] = place;
  filling.held[before]?.delete(seat);
  filling.held[place]?.add(seat);
  if (place === none) filling.empty.add(seat);
  else filling.empty.delete(seat);
  for (const changed of [before, place]) {
    if (changed === none) continue;
    if ((filling.held[changed]?.size ?? 0) < (filling.caps[changed] ?? 0)) setBit(filling.free, changed);
    else clearBit(filling.free, changed);
  }
}

/** All seats of the visit to which this seat belongs. */
export function teamOf({ seating }: Filling, seat: number): readonly number[] {
  return seating.teams[seating.seats[seat]?.visit ?? none] ?? [];
}

/** Another seat of the same team that this inspector holds. */
export function fellowOf(filling: Filling, seat: number, place: number): number | undefined {
  return teamOf(filling, seat).find((other) => other !== seat && holderOf(filling, other) === place);
}

/** The seats that this inspector holds and might still leave. */
export function unsettledSeats(filling: Filling, place: number): readonly number[] {
  return [...(filling.held[place] ?? [])].filter((seat) => filling.settled[seat] === 0);
}
