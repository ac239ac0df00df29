import type { Cell, FileRefusal, Result, Sheet } from '@mingchou/domain';
import { ok, refuse } from './outcome.ts';
import { CsvError, parse } from 'csv-parse/sync';

/** A CSV as one sheet: UTF-8, UTF-16 or GBK, parted by commas, tabs or semicolons. */
export function readCsv(bytes: Buffer): Result<readonly Sheet[], FileRefusal> {
  const text = decode(bytes);
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
    });
    return ok([{ name: 'CSV', rows: rows.map((row) => row.map(cellOf)) }]);
  } catch (error) {
    if (error instanceof CsvError) return refuse({ code: 'csv-broken', line: lineOf(error) });
    throw error;
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // GB 18030 contains GBK, which is what a Chinese Excel writes when it says CSV.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 4096).split(/\r?\n/, 5).join('\n');
  const count = (delimiter: string) => head.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** ="0123" and '0123 are how spreadsheets keep a code from becoming a number, '=1 how our export keeps a text from being computed. */
function cellOf(written: string): Cell {
  const bare = /^="(.*)"$/.exec(written)?.[1] ?? written.replace(/^'(?=\s*[\d=+\-@＝＋－＠])/, '');
  return bare === '' ? null : bare;
}

function lineOf(error: CsvError): number {
  const lines: unknown = error['lines'];
  return typeof lines === 'number' ? lines : 1;
}
