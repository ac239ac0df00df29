/** The whole, in the unit of shares: hundredths of a percent. */
export const wholeShare = 10_000;

/**
 * Shares of the parts in hundredths of a percent by the largest remainder, so that they always add up to 100.00 %.
 * Equal remainders go to the earlier part. Nothing to share: all 0. Parts are whole numbers of at least 0.
 */
export function sharesOf(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + BigInt(part), 0n);
  if (whole === 0n) return parts.map(() => 0);
  const products = parts.map((part) => BigInt(part) * BigInt(wholeShare));
  const floors = products.map((product) => Number(product / whole));
  const missing = wholeShare - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = products
    .map((product, place) => ({ place, remainder: product % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1));
  const raised = new Set(byRemainder.slice(0, missing).map(({ place }) => place));
  return floors.map((floor, place) => (raised.has(place) ? floor + 1 : floor));
}

/** 68.97%. */
export function shareWords(share: number): string {
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}%`;
}
