import type { Cell, FileRefusal, Result, Sheet } from '@mingchou/domain';
import { ok, refuse } from './outcome.ts';
import {
  type CellValue,
  EncryptedFileError,
  HucreError,
  type MergeRange,
  readXls,
  readXlsx,
  type Workbook,
} from 'hucre';

/** The visible sheets of a workbook, trailing empty cells and rows left out. Runs in the worker. */
export async function readWorkbook(
  bytes: Buffer,
  format: 'xlsx' | 'xls',
): Promise<Result<readonly Sheet[], FileRefusal>> {
  try {
    const visible = { sheets: (info: { hidden?: boolean; veryHidden?: boolean }) => !info.hidden && !info.veryHidden };
    const workbook = format === 'xls' ? await readXls(bytes) : await readXlsx(bytes, visible);
    return ok(sheetsOf(workbook));
  } catch (error) {
    if (error instanceof EncryptedFileError) return refuse({ code: 'file-encrypted' });
    // Whatever else the reader trips over was written by the file.
    if (error instanceof HucreError || error instanceof Error) return refuse({ code: 'file-broken' });
    throw error;
  }
}

function sheetsOf(workbook: Workbook): readonly Sheet[] {
  return workbook.sheets.map((sheet) => {
    const rows = sheet.rows.map((row, at) =>
      trimmed(
        row.map((value, place) => {
          const { type, formula } = sheet.cells?.get(`${at},${place}`) ?? {};
          if (type === 'error') return { error: String(value) };
          // Nothing is computed here; a formula whose result was not kept must not pass for an empty cell.
          return formula !== undefined && value === null ? { error: '没有结果' } : cellOf(value);
        }),
      ),
    );
    while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
    const merged = fillMerged(rows, sheet.merges ?? []);
    return merged === 0 ? { name: sheet.name, rows } : { name: sheet.name, rows, merged };
  });
}

/**
 * A cell merged over several rows stands only in the first of them; its value is given to the others. What is merged
 * sideways is a title and stays where it is. Returns how many cells were merged downwards.
 */
function fillMerged(rows: Cell[][], merges: readonly MergeRange[]): number {
  let count = 0;
  for (const { startRow, startCol, endRow } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    if (endRow <= startRow || value === null) continue;
    count += 1;
    for (let at = startRow + 1; at <= Math.min(endRow, rows.length - 1); at += 1) {
      const row = rows[at] ?? [];
      while (row.length < startCol) row.push(null);
      row[startCol] ??= value;
    }
  }
  return count;
}

function cellOf(value: CellValue): Cell {
  if (!(value instanceof Date)) return value;
  return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
}

function trimmed(row: Cell[]): Cell[] {
  let end = row.length;
  while (end > 0 && (row[end - 1] ?? null) === null) end -= 1;
  return row.slice(0, end);
}
