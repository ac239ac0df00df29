import type { Buffer } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { documentOf, type PlanDocument, readPlanText } from '@mingchou/domain';
import { type CellValue, readXls, readXlsx } from 'hucre';
import { readDocx } from './read-docx.ts';

const most = 50 * 1024 * 1024;

// No plan has such a paragraph; the rules look each one through many times.
const longest = 5000;

/** Reads a plan from text, Word or Excel into the one model. Throws with words for the operator. */
export async function readPlanFile(file: string): Promise<PlanDocument> {
  const document = await readByKind(file);
  const texts = [
    ...document.paragraphs.map(({ text }) => text),
    ...document.tables.flatMap((table) => table.rows.flatMap((row) => row.cells)),
  ];
  if (texts.some((text) => text.length > longest)) throw new Error(`有一段超过${longest}字，不像计划`);
  return document;
}

async function readByKind(file: string): Promise<PlanDocument> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Error('没有这个文件');
  if (size > most) throw new Error('文件大于50 MB');
  const bytes = readFileSync(file);
  switch (path.extname(file).toLowerCase()) {
    case '.docx': {
      const { lines, tables } = readDocx(bytes);
      return documentOf(lines, tables);
    }
    case '.xlsx':
    case '.xls':
      return readBook(bytes, path.extname(file).toLowerCase() === '.xls');
    case '.txt':
    case '.md':
    case '.tsv':
      return readPlanText(decoded(bytes));
    default:
      throw new Error('只读 .txt、.md、.docx、.xlsx、.xls；.doc 请另存为 .docx');
  }
}

/** UTF-8, or GB 18030 where the bytes are no UTF-8. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Every sheet is a table; what stands above its header is read as text. */
async function readBook(bytes: Buffer, old: boolean): Promise<PlanDocument> {
  const book = await (old ? readXls(bytes) : readXlsx(bytes, { readStyles: true }));
  const tables = book.sheets.map((sheet) => ({
    before: [sheet.name],
    rows: sheet.rows.map((row, at) =>
      row.map((value, place) => written(value, sheet.cells?.get(`${at},${place}`)?.style?.numFmt)),
    ),
  }));
  return documentOf(
    tables.flatMap(({ rows }) => rows.filter(isLine).map((row) => row.join('').trim())),
    tables,
  );
}

const isLine = (row: readonly string[]): boolean => row.filter((cell) => cell.trim() !== '').length === 1;

/** A cell as it is shown: 0.2 in a cell of percents is 20%. */
function written(value: CellValue, format = ''): string {
  if (value === null) return '';
  if (typeof value === 'number' && format.includes('%')) return `${Math.round(value * 1e6) / 1e4}%`;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
