/** Sorted by code units, so that the order does not depend on the machine's language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One page of rows that are already in memory. */
export function pageOfRows<Row>(rows: readonly Row[], { page, size }: { page: number; size: number }) {
  return { rows: rows.slice((page - 1) * size, page * size), total: rows.length, page, size };
}
