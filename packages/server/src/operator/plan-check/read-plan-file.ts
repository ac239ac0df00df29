import type { Buffer } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { documentOf, type PlanDocument, readPlanText } from '@mingchou/domain';
import { decodeText } from '../../office/decode-text.ts';
import { readBook } from '../../office/read-book.ts';
import { readDoc } from '../../office/read-doc.ts';
import { readDocx } from '../../office/read-docx.ts';

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
  const kind = path.extname(file).toLowerCase();
  switch (kind) {
    case '.txt':
    case '.md':
    case '.tsv':
      return readPlanText(decodeText(bytes));
    default: {
      const { lines, tables } = await partsOf(bytes, kind);
      return documentOf(lines, tables);
    }
  }
}

async function partsOf(bytes: Buffer, kind: string) {
  switch (kind) {
    case '.docx':
      return readDocx(bytes);
    case '.doc':
      return await readDoc(bytes);
    case '.xlsx':
    case '.xls':
      return await readBook(bytes, kind === '.xls');
    default:
      throw new Error('只读 .txt、.md、.docx、.doc、.xlsx、.xls');
  }
}
