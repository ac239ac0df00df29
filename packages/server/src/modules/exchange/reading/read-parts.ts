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
import { readUploaded } from './run-reader.ts';

/** Every sheet of a workbook or CSV as text, with the place of each cell in words. */
export async function readParts(bytes: Uint8Array): Promise<Result<readonly SourcePart[], FileRefusal>> {
  const read = await readUploaded(bytes);
  return read.ok ? ok(read.value.map(partOf)) : read;
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
