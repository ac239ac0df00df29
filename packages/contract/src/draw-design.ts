import type { SectionId } from '@mingchou/domain';
import { drawGrades, filterFields, percentOf, stratifications } from '@mingchou/domain';
import { z } from 'zod';
import { idOf } from './id.ts';

const whole = z.number().int('请填整数').min(0, '不能小于0').max(1_000_000_000, '数太大');
const code = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/, '编码不对');

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

/** 抽取条件, plain data. */
export const drawFilter = z.strictObject({
  selection: z.enum(['targeted', 'nonTargeted']),
  sectors: z.array(code).max(100),
  level: z.enum(['all', 'priority', 'ordinary']),
  grades: z.array(z.enum(drawGrades)).max(5),
  regions: z.array(z.string().regex(/^\d{6}$/, '行政区划代码是6位数字')).max(200),
  sections: z.array(idOf<SectionId>()).max(100),
  words: z
    .array(
      z.strictObject({
        field: z.enum(filterFields),
        holds: z.boolean(),
        words: z.string().trim().min(1, '请写文字').max(60, '请不要超过60字'),
      }),
    )
    .max(10),
});

const quotaBound = z.strictObject({
  group: z.literal('K'),
  members: z.union([
    z.strictObject({ of: z.literal('key-sectors'), sectors: z.array(code).max(100) }),
    z.strictObject({ of: z.literal('priority-subjects') }),
  ]),
  min: drawSize.nullable(),
  max: drawSize.nullable(),
});

/** 抽签设计 as it is prepared. */
export const drawDesign = z.strictObject({
  filter: drawFilter,
  stratifiedBy: z.enum(stratifications),
  strata: z
    .array(
      z.strictObject({
        code,
        size: drawSize,
        batches: z.number().int('请填整数').min(1, '至少1批').max(10_000, '批数太多').nullable(),
      }),
    )
    .max(200),
  quota: z.array(quotaBound).max(1),
  reserve: drawSize,
});
export type DrawDesignView = z.infer<typeof drawDesign>;

/** The same in a query string, where nested data are written as JSON. */
export const designText = z
  .string()
  .max(12_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: '设计读不出来' });
      return z.NEVER;
    }
  })
  .pipe(drawDesign);
