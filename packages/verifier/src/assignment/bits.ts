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

/** The least member of both. */
export function firstCommon(a: Bits, b: Bits): number | undefined {
  for (let word = 0; word < a.length; word++) {
    const both = (a[word] ?? 0) & (b[word] ?? 0);
    if (both !== 0) return 32 * word + 31 - Math.clz32(both & -both);
  }
  return undefined;
}

/** `into` becomes `a` without `b`. */
export function difference(into: Bits, a: Bits, b: Bits): void {
  for (let word = 0; word < into.length; word++) into[word] = (a[word] ?? 0) & ~(b[word] ?? 0);
}
export function addAll(into: Bits, from: Bits): void {
  for (let word = 0; word < into.length; word++) into[word] = (into[word] ?? 0) | (from[word] ?? 0);
}
