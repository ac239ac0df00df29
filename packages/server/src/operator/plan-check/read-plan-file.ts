import type { Buffer } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { documentOf, type PlanDocument, type PlanFacts, type RawTable, readPlanText } from '@mingchou/domain';
import { parseCsv } from 'hucre';
import { decodeText } from '../../office/decode-text.ts';
import { readBook } from '../../office/read-book.ts';
import { readDoc } from '../../office/read-doc.ts';
import { readDocx } from '../../office/read-docx.ts';

const most = 50 * 1024 * 1024;

// No plan has such a paragraph; the rules look each one through many times.
const longest = 5000;

/** Reads a written plan (text, Word, Excel, CSV) into the one model, or a 计划文件 into its facts. Throws with words for the operator. */
export async function readPlanFile(file: string): Promise<PlanDocument | PlanFacts> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Error('没有这个文件');
  if (size > most) throw new Error('文件大于50 MB');
  const bytes = readFileSync(file);
  const kind = path.extname(file).toLowerCase();
  if (kind !== '.json') return looksLikePlan(await readByKind(bytes, kind));
  // The schemas of the whole system come with it, which a document does not need.
  const { readSavedPlan } = await import('./read-saved-plan.ts');
  return readSavedPlan(decodeText(bytes));
}

/** Refuses what was read and is no plan, so that nobody takes 没有发现矛盾 for a check. */
function looksLikePlan(document: PlanDocument): PlanDocument {
  const cells = document.tables.flatMap(({ label, rows }) =>
    rows.flatMap((row) => row.cells.map((text) => ({ place: `${label} 第${row.no}行`, text }))),
  );
  const endless = [...document.paragraphs, ...cells].find(({ text }) => text.length > longest);
  if (endless !== undefined) throw new Error(`${endless.place}有一段超过${longest}字，不像计划`);
  const numbered = document.paragraphs.some(({ level }) => level > 0);
  if (document.title === null && document.tables.length === 0 && !numbered) {
    throw new Error('没有读出标题、条款或表头，不像计划、方案或制度');
  }
  return document;
}

async function readByKind(bytes: Buffer, kind: string): Promise<PlanDocument> {
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

interface Parts {
  readonly lines: readonly string[];
  readonly tables: readonly RawTable[];
}

async function partsOf(bytes: Buffer, kind: string): Promise<Parts> {
  switch (kind) {
    case '.docx':
      return readDocx(bytes);
    case '.doc':
      return await readDoc(bytes);
    case '.xlsx':
    case '.xls':
      return await readBook(bytes, kind === '.xls');
    case '.csv':
      return readSheetText(decodeText(bytes));
    default:
      throw new Error('只读 .txt、.md、.docx、.doc、.xlsx、.xls、.csv 和计划文件 .json');
  }
}

/** A sheet saved as text: what stands alone in its row is a line, as in a workbook. */
function readSheetText(text: string): Parts {
  const rows = parseCsv(text, { typeInference: false }).map((row) => row.map((cell) => String(cell ?? '')));
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== ''));
  return {
    lines: filled.filter(({ length }) => length === 1).map(([line = '']) => line.trim()),
    tables: [{ rows, before: [] }],
  };
}
