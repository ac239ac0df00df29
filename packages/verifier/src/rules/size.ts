import { anyOf, integer, objectOf, oneOf } from '../canonical/shape.ts';

export type Rounding = 'ceil' | 'floor' | 'halfUp';

/** How many are drawn of a base: a number, or a ratio with its rounding (mc-draw/1 §3). */
export type Size =
  | { readonly count: number }
  | { readonly ratio: { readonly n: number; readonly d: number }; readonly round: Rounding };

const greatest = 1_000_000_000;

export const sizeShape = anyOf(
  objectOf({ count: integer(0, greatest) }),
  objectOf({
    ratio: objectOf({ n: integer(0, greatest), d: integer(1, greatest) }),
    round: oneOf('ceil', 'floor', 'halfUp'),
  }),
);

/** SIZE of a base, in exact integers: 2·base·n may pass 2⁵³. */
export function sizeOf(size: Size, base: number): number {
  if ('count' in size) return size.count;
  const n = BigInt(base) * BigInt(size.ratio.n);
  const d = BigInt(size.ratio.d);
  switch (size.round) {
    case 'ceil':
      return Number((n + d - 1n) / d);
    case 'floor':
      return Number(n / d);
    case 'halfUp':
      return Number((2n * n + d) / (2n * d));
  }
}
