import type { Buffer } from 'node:buffer';
import type { RawTable } from '@mingchou/domain';
import { type CellValue, readXls, readXlsx } from 'hucre';

/** Every visible sheet is a table; what stands alone in its row, as a title above the header does, is a line of text. */
export async function readBook(
  bytes: Buffer,
  old: boolean,
): Promise<{ readonly lines: readonly string[]; readonly tables: readonly RawTable[] }> {
  const sheets = (info: { hidden?: boolean; veryHidden?: boolean }) => !info.hidden && !info.veryHidden;
  const book = await (old ? readXls(bytes) : readXlsx(bytes, { readStyles: true, sheets }));
  const tables = book.sheets.map((sheet) => {
    const rows = sheet.rows.map((row, at) =>
      row.map((value, place) => written(value, sheet.cells?.get(`${at},${place}`)?.style?.numFmt)),
    );
    for (const { startRow, startCol, endRow } of sheet.merges ?? []) fillDown(rows, startRow, startCol, endRow);
    return { before: [sheet.name], rows };
  });
  return { lines: tables.flatMap(({ rows }) => rows.filter(isLine).map((row) => row.join('').trim())), tables };
}

/** A cell merged over several rows says the same of each. */
function fillDown(rows: string[][], from: number, column: number, to: number): void {
  const value = rows[from]?.[column] ?? '';
  for (let at = from + 1; at <= Math.min(to, rows.length - 1); at += 1) {
    const row = rows[at] ?? [];
    while (row.length <= column) row.push('');
    if (row[column] === '') row[column] = value;
  }
}

const isLine = (row: readonly string[]): boolean => row.filter((cell) => cell.trim() !== '').length === 1;

/** A cell as it is shown: 0.2 in a cell of percents is 20%. */
function written(value: CellValue, format = ''): string {
  if (value === null) return '';
  if (typeof value === 'number' && format.includes('%')) return `${Math.round(value * 1e6) / 1e4}%`;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
