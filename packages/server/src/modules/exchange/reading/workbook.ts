import type { Cell, FileRefusal, Result, Sheet } from '@mingchou/domain';
import { ok, refuse } from './outcome.ts';
import { type CellValue, EncryptedFileError, HucreError, readXls, readXlsx, type Workbook } from 'hucre';

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
        row.map((value, place) =>
          sheet.cells?.get(`${at},${place}`)?.type === 'error' ? { error: String(value) } : cellOf(value),
        ),
      ),
    );
    while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
    return { name: sheet.name, rows };
  });
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
