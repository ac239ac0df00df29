import { textOf, utf8 } from '../hash/utf8.ts';
import type { Reading } from './reading.ts';
import { fault, read } from './reading.ts';

/** What one column may hold; the expression matches the whole field. */
export type Columns = readonly RegExp[];

/** Text for people: no comma, quote, line break or control character (§1). */
export const freeText = /^[^,"\p{Cc}\u2028\u2029]*$/u;

/** Rows of a CSV file as §1 writes it: UTF-8, LF after every line, no header, no quotes. */
export function readCsv(bytes: Uint8Array, columns: Columns): Reading<readonly (readonly string[])[]> {
  const text = textOf(bytes);
  if (text === undefined) return fault('not-utf8', '');
  if (text === '') return read([]);
  if (!text.endsWith('\n')) return fault('no-final-newline', '');
  const rows: (readonly string[])[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const row = text.slice(start, end).split(',');
    if (row.length !== columns.length) return fault('wrong-field-count', `line ${rows.length + 1}`);
    const wrong = wrongColumn(row, columns);
    if (wrong !== undefined) return fault('wrong-field', `line ${rows.length + 1}, field ${wrong + 1}`);
    rows.push(row);
    start = end + 1;
  }
  return read(rows);
}

function wrongColumn(row: readonly string[], columns: Columns): number | undefined {
  for (let column = 0; column < columns.length; column++) {
    if (columns[column]?.test(row[column] ?? '') !== true) return column;
  }
  return undefined;
}

/** The same, its rows strictly ascending by their first `keyLength` fields in byte order. */
export function readSortedCsv(
  bytes: Uint8Array,
  columns: Columns,
  keyLength: 1 | 2 = 1,
): Reading<readonly (readonly string[])[]> {
  const reading = readCsv(bytes, columns);
  if (!reading.ok) return reading;
  for (let at = 1; at < reading.value.length; at++) {
    const order = compareRows(reading.value[at - 1] ?? [], reading.value[at] ?? [], keyLength);
    if (order === 0) return fault('duplicate', `line ${at + 1}`);
    if (order > 0) return fault('not-sorted', `line ${at + 1}`);
  }
  return reading;
}

/** The bytes of rows in the order given; throws on a field that its column may not hold. */
export function csvBytes(rows: readonly (readonly string[])[], columns: Columns): Uint8Array {
  const bytes = bytesOfRows(rows);
  const reading = readCsv(bytes, columns);
  if (!reading.ok) throw new Error(`no such CSV: ${reading.fault.code} at ${reading.fault.at}`);
  return bytes;
}

/** The bytes of rows put in the order that `readSortedCsv` wants; throws on duplicates too. */
export function sortedCsvBytes(
  rows: readonly (readonly string[])[],
  columns: Columns,
  keyLength: 1 | 2 = 1,
): Uint8Array {
  const sorted = [...rows].sort((a, b) => compareRows(a, b, keyLength));
  const bytes = bytesOfRows(sorted);
  const reading = readSortedCsv(bytes, columns, keyLength);
  if (!reading.ok) throw new Error(`no such CSV: ${reading.fault.code} at ${reading.fault.at}`);
  return bytes;
}

function bytesOfRows(rows: readonly (readonly string[])[]): Uint8Array {
  return utf8(rows.map((row) => `${row.join(',')}\n`).join(''));
}

// Keys are ASCII by their expressions, so code units stand in byte order.
function compareRows(a: readonly string[], b: readonly string[], keyLength: number): number {
  for (let at = 0; at < keyLength; at++) {
    const left = a[at] ?? '';
    const right = b[at] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
