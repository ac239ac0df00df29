import { z } from 'zod';

/** What every list query takes: page from 1, rows a page, a column to sort by, free text. Extend it with filters. */
export const listInput = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(20),
  sort: z.string().max(40).optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
  search: z.string().max(100).optional(),
});

/** One page of a list with the total over all pages. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: z.number().int(), page: z.number().int(), size: z.number().int() });
}
