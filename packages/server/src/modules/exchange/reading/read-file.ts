import type { FileRefusal, Result, Sheet, ImportLimits } from '@mingchou/domain';
import { refuse } from './outcome.ts';
import { readCsv } from './csv.ts';
import { sniff } from './sniff.ts';
import { readWorkbook } from './workbook.ts';
import { judgeZip } from './zip.ts';

/** Reads an uploaded file whatever it is called. Hostile by assumption: run it through `run-reader.ts`, never directly. */
export async function readFileBytes(
  bytes: Buffer,
  limits: ImportLimits,
): Promise<Result<readonly Sheet[], FileRefusal>> {
  const sniffed = sniff(bytes);
  if (!sniffed.ok) return sniffed;
  const format = sniffed.value === 'zip' ? judgeZip(bytes, limits) : sniffed;
  if (!format.ok) return format;
  const read =
    format.value === 'csv' ? readCsv(bytes) : await readWorkbook(bytes, format.value === 'xls' ? 'xls' : 'xlsx');
  if (!read.ok) return read;
  const rows = Math.max(0, ...read.value.map((sheet) => sheet.rows.length));
  return rows > limits.rows ? refuse({ code: 'too-many-rows', rows, most: limits.rows }) : read;
}
