import { columnOf, isHeader } from './column.ts';
import type { Column, TableRow } from './document.ts';

/** A grid of cells as a file holds it, and what stood in the lines just before it. */
export interface RawTable {
  readonly rows: readonly (readonly string[])[];
  readonly before: readonly string[];
}

export interface ReadTable {
  readonly titleRow: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

const clean = (cell: string): string =>
  cell
    .replace(/[ \t\u3000]+/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** Finds the header wherever it stands and gives every column its meaning; `undefined` where nothing is a header. */
export function readTable(raw: RawTable): ReadTable | undefined {
  const rows = raw.rows.map((row) => row.map(clean)).filter((row) => row.some((cell) => cell !== ''));
  const at = rows.findIndex(isHeader);
  const header = rows[at];
  if (header === undefined) return undefined;
  const columns = header.map(columnOf);
  const number = columns.findIndex((column) => column.key === 'no');
  const above = rows
    .slice(0, at)
    .flat()
    .filter((cell) => cell !== '');
  return {
    titleRow: above.length === 0 ? null : above.join(''),
    columns,
    rows: rows.slice(at + 1).map((cells, index) => ({ no: cells[number] || String(index + 1), cells })),
  };
}
