/** Sets of small integers, a bit each. */
export type Bits = Uint32Array;

export function noBits(size: number): Bits {
  return new Uint32Array(Math.ceil(size / 32));
}
export function hasBit(bits: Bits, place: number): boolean {
  return (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}
export function setBit(bits: Bits, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}
export function clearBit(bits: Bits, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) & ~(1 << (place & 31));
}

/** The members, ascending. */
export function placesOf(bits: Bits): readonly number[] {
  const places: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) {
      places.push(32 * word + 31 - Math.clz32(rest & -rest));
    }
  }
  return places;
}

export function hasMoreThan(few: number, bits: Bits): boolean {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) if (++count > few) return true;
  }
  return false;
}

/** True when every member of `a` is one of `b`. */
export function isWithin(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & ~(b[word] ?? 0)) !== 0) return false;
  return true;
}

/** `into` becomes `a` without `b`. */
export function difference(into: Bits, a: Bits, b: Bits): void {
  for (let word = 0; word < into.length; word++) into[word] = (a[word] ?? 0) & ~(b[word] ?? 0);
}
/** The members common to both among the 32 of one word. */
export function shared(a: Bits, b: Bits, word: number): number {
  return (a[word] ?? 0) & (b[word] ?? 0);
}
export function both(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & (b[at] ?? 0));
}
export function addAll(into: Bits, from: Bits): void {
  for (let word = 0; word < into.length; word++) into[word] = (into[word] ?? 0) | (from[word] ?? 0);
}
