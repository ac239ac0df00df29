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
  /** By inspector: the seats he holds and might still leave. */
  readonly held: readonly Set<number>[];
  /** By inspector: his cap less the seats that are finally his. */
  readonly room: Int32Array;
  /** Inspectors who have any room, even if others would have to leave them a seat. */
  readonly open: Bits;
  /** Inspectors who may be given another visit. */
  readonly free: Bits;
  /** By slot: seats that nobody holds and that are not settled. */
  readonly empty: readonly Set<number>[];
}

export function emptyFilling(seating: Seating, caps: readonly number[]): Filling {
  const empty = seating.suited.map(() => new Set<number>());
  for (const [seat, { slot }] of seating.seats.entries()) empty[slot]?.add(seat);
  const free = noBits(caps.length);
  for (const [place, cap] of caps.entries()) if (cap > 0) setBit(free, place);
  return {
    seating,
    caps,
    holder: new Int32Array(seating.seats.length).fill(none),
    settled: new Uint8Array(seating.seats.length),
    held: caps.map(() => new Set<number>()),
    room: Int32Array.from(caps),
    open: free.slice(),
    free,
    empty,
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
  const empty = filling.empty[slotOf(filling, seat)];
  if (place === none) empty?.add(seat);
  else empty?.delete(seat);
  if (before !== none) tellFree(filling, before);
  if (place !== none) tellFree(filling, place);
}

/** Makes the seat's holder, or its vacancy, final. */
export function close(filling: Filling, seat: number): void {
  filling.settled[seat] = 1;
  filling.empty[slotOf(filling, seat)]?.delete(seat);
  const place = holderOf(filling, seat);
  if (place === none) return;
  filling.held[place]?.delete(seat);
  const room = (filling.room[place] ?? 0) - 1;
  filling.room[place] = room;
  if (room === 0) clearBit(filling.open, place);
}

function tellFree(filling: Filling, place: number): void {
  if ((filling.held[place]?.size ?? 0) < (filling.room[place] ?? 0)) setBit(filling.free, place);
  else clearBit(filling.free, place);
}

export function slotOf({ seating }: Filling, seat: number): number {
  return seating.seats[seat]?.slot ?? none;
}

/** All seats of the visit to which this seat belongs. */
export function teamOf({ seating }: Filling, seat: number): readonly number[] {
  return seating.teams[seating.seats[seat]?.visit ?? none] ?? [];
}

/** Another seat of the same team that this inspector holds. */
export function fellowOf(filling: Filling, seat: number, place: number): number | undefined {
  return teamOf(filling, seat).find((other) => other !== seat && holderOf(filling, other) === place);
}
