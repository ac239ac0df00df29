import type { Buffer } from 'node:buffer';
import type { RawTable } from '@mingchou/domain';
import WordExtractor from 'word-extractor';

/** Paragraphs and tables of an old Word file (.doc) in their order. Throws on what is none, or is locked by a password. */
export async function readDoc(
  bytes: Buffer,
): Promise<{ readonly lines: readonly string[]; readonly tables: readonly RawTable[] }> {
  if (isLocked(bytes)) throw new Error('有打开密码');
  const document = await new WordExtractor().extract(bytes);
  return partsOfBody(document.getBody({ filterUnicode: false }));
}

/** The file information block begins on a sector with 0xA5EC; bit 8 of its flags says that the text is encrypted. */
export function isLocked(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}

/**
 * A cell ends with a tab; a row ends with one more tab or a line break, which an empty cell or a cell that begins with an
 * empty paragraph has as well: the number of cells in the rows before tells them apart.
 */
export function partsOfBody(body: string): { readonly lines: readonly string[]; readonly tables: readonly RawTable[] } {
  const lines: string[] = [];
  const tables: { rows: string[][]; before: readonly string[] }[] = [];
  let open: { rows: string[][]; before: readonly string[] } | undefined;
  let at = 0;
  for (let tab = body.indexOf('\t'); tab >= 0; tab = body.indexOf('\t', at)) {
    const before = body.slice(at, tab);
    if (open === undefined || before.trim().includes('\n')) {
      const start = before.trimEnd().lastIndexOf('\n') + 1;
      lines.push(...linesIn(before.slice(0, start)));
      open = { rows: [], before: lines.slice(-4) };
      tables.push(open);
      at += start;
    }
    const width = Math.max(1, ...open.rows.map((row) => row.length));
    const row = rowAt(body, at, width);
    open.rows.push(row.cells);
    at = row.end;
  }
  lines.push(...linesIn(body.slice(at)));
  return { lines, tables };
}

function rowAt(body: string, from: number, width: number): { readonly cells: string[]; readonly end: number } {
  const cells: string[] = [];
  let at = from;
  while (true) {
    const full = cells.length >= width;
    if (full && (body[at] === '\t' || body[at] === '\n')) return { cells, end: at + 1 };
    const tab = body.indexOf('\t', at);
    if (tab < 0) return { cells, end: at };
    cells.push(body.slice(at, tab).trim());
    at = tab + 1;
  }
}

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
