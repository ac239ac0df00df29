import {
  type Cell,
  columnLetter,
  type FileRefusal,
  ok,
  type Result,
  type Sheet,
  type SourceLine,
  type SourcePart,
} from '@mingchou/domain';
import type { DocumentParts } from './read-document.ts';
import { readUploaded, readUploadedDocument } from './run-reader.ts';

type Parts = Result<readonly SourcePart[], FileRefusal>;

/** A workbook, CSV, Word file or text as rows and paragraphs, with the place of each cell in words. */
export async function readParts(bytes: Uint8Array, fileName: string): Promise<Parts> {
  if (/[.](txt|md)$/i.test(fileName)) return readPaper(bytes);
  const read = await readUploaded(bytes);
  if (read.ok) return ok(read.value.map(partOf));
  const { refusal } = read;
  return refusal.code === 'file-is-another-kind' && refusal.is === 'Word文档' ? readPaper(bytes) : read;
}

async function readPaper(bytes: Uint8Array): Promise<Parts> {
  const read = await readUploadedDocument(bytes);
  return read.ok ? ok(partsOf(read.value)) : read;
}

function partsOf(document: DocumentParts): readonly SourcePart[] {
  if (document.kind === 'text') return [{ name: '正文', lines: paragraphs(document.text.split('\n'), '行') }];
  return [
    { name: '正文', lines: paragraphs(document.lines, '段') },
    ...document.tables.map(({ rows, before }, table): SourcePart => {
      const name = `第${table + 1}张表`;
      // What a table is about often stands over it and not in it.
      const over = before.slice(-1).map((text) => [{ place: `${name}上方`, text }]);
      return { name, lines: [...over, ...rows.map((row, at) => tableLine(name, row, at))] };
    }),
  ];
}

function paragraphs(texts: readonly string[], unit: '行' | '段'): readonly SourceLine[] {
  return texts.map((text, at) => [{ place: `第${at + 1}${unit}`, text }]);
}

function tableLine(name: string, row: readonly string[], at: number): SourceLine {
  return row.map((text, place) => ({ place: `${name}第${at + 1}行第${place + 1}列`, text }));
}

function partOf({ name, rows }: Sheet): SourcePart {
  return { name, lines: rows.map((row, at) => lineOf(name, row, at)) };
}

function lineOf(name: string, row: readonly Cell[], at: number): SourceLine {
  return row.map((cell, place) => ({ place: `「${name}」第${at + 1}行${columnLetter(place)}列`, text: textOf(cell) }));
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Math.round(cell * 1e6) / 1e6);
  if (typeof cell !== 'object') return String(cell);
  return 'date' in cell ? cell.date : cell.error;
}
