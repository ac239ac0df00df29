import { Readable } from 'node:stream';
import { csvCell } from '@mingchou/domain';
import { writeXlsxStream } from 'hucre';
import type { ExportColumn } from '../ports.ts';

export type Rows = AsyncIterable<readonly (readonly string[])[]>;

/** The list as a CSV that opens in Excel: UTF-8 with its mark, CRLF, nothing in it computed. */
export function csvOf(columns: readonly ExportColumn[], pages: Rows): Readable {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, at) => csvCell(cell, columns[at]?.reading ?? 'text')).join(',')}\r\n`;
  return Readable.from(
    (async function* () {
      yield Buffer.from(`\ufeff${line(columns.map(({ title }) => title))}`);
      for await (const rows of pages) yield Buffer.from(rows.map(line).join(''));
    })(),
  );
}

/** The list as a workbook of text cells, written while it is read; the head stays in sight. */
export function xlsxOf(name: string, columns: readonly ExportColumn[], pages: Rows): Readable {
  const all = (async function* () {
    yield columns.map(({ title }) => title);
    for await (const rows of pages) for (const row of rows) yield [...row];
  })();
  const stream = writeXlsxStream(all, {
    name,
    columns: columns.map(({ title }) => ({ width: Math.max(12, title.length * 2 + 4), numFmt: '@' })),
    freezePane: { rows: 1 },
  });
  return Readable.from(stream);
}
