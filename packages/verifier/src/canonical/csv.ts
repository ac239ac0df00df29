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
  for (const line of text.slice(0, -1).split('\n')) {
    const row = line.split(',');
    const at = `line ${rows.length + 1}`;
    if (row.length !== columns.length) return fault('wrong-field-count', at);
    for (const [column, pattern] of columns.entries()) {
      if (!pattern.test(row[column] ?? '')) return fault('wrong-field', `${at}, field ${column + 1}`);
    }
    rows.push(row);
  }
  return read(rows);
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
  const bytes = utf8(rows.map((row) => `${row.join(',')}\n`).join(''));
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
  const bytes = csvBytes(
    [...rows].sort((a, b) => compareRows(a, b, keyLength)),
    columns,
  );
  const reading = readSortedCsv(bytes, columns, keyLength);
  if (!reading.ok) throw new Error(`no such CSV: ${reading.fault.code} at ${reading.fault.at}`);
  return bytes;
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
