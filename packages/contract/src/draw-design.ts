import { percentOf } from '@mingchou/domain';
import { z } from 'zod';

const whole = z.number().int().min(0).max(1_000_000_000);

/** SIZE of mc-draw/1 §3: a count, or a ratio with its rounding. */
export const drawSize = z.union([
  z.strictObject({ count: whole }),
  z.strictObject({
    ratio: z.strictObject({ n: whole, d: z.number().int().min(1).max(1_000_000_000) }),
    round: z.enum(['ceil', 'floor', 'halfUp']),
  }),
]);
export type DrawSizeView = z.infer<typeof drawSize>;

const roundTitles = { ceil: '进一', floor: '舍去', halfUp: '四舍五入' } as const;

/** 9家, or 20%（进一） */
export function sizeWords(size: DrawSizeView): string {
  return 'count' in size ? `${size.count}家` : `${percentOf(size.ratio)}（${roundTitles[size.round]}）`;
}
