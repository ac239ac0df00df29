import type { FileRefusal, ImportLimits, RawTable, Result } from '@mingchou/domain';
import { decodeText } from '../../../office/decode-text.ts';
import { readBook } from '../../../office/read-book.ts';
import { isLocked, readDoc } from '../../../office/read-doc.ts';
import { readDocx } from '../../../office/read-docx.ts';
import { isWebPage, readHtml } from '../../../office/read-html.ts';
import { ok, refuse } from './outcome.ts';
import { isOldWord, sniff } from './sniff.ts';
import { judgeOffice } from './zip.ts';

/** A document as its file holds it: plain text, or paragraphs and tables. */
export type DocumentParts =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parts'; readonly lines: readonly string[]; readonly tables: readonly RawTable[] };

type Reading = Result<DocumentParts, FileRefusal>;

// No plan has a paragraph or cell of so many characters; the rules look each one through many times.
const longest = 5000;
const mostText = 500_000;
// A plan of a province has a few hundred; a registry that was chosen by mistake has more.
const mostRows = 2_000;

/** Reads a plan, scheme or rule whatever the file is called. Hostile by assumption: run it through `run-reader.ts`. */
export async function readDocumentBytes(bytes: Buffer, limits: ImportLimits): Promise<Reading> {
  const read = await byKind(bytes, limits);
  return read.ok ? bounded(read.value) : read;
}

async function byKind(bytes: Buffer, limits: ImportLimits): Promise<Reading> {
  if (isOldWord(bytes)) {
    return isLocked(bytes) ? refuse({ code: 'file-encrypted' }) : unbroken(() => readDoc(bytes));
  }
  if (bytes.subarray(0, 5).toString('latin1') === '{\\rtf')
    return refuse({ code: 'file-is-another-kind', is: 'RTF文档' });
  const page = webPage(bytes);
  if (page !== undefined) return unbroken(() => readHtml(page));
  const sniffed = sniff(bytes);
  if (!sniffed.ok) return sniffed;
  if (sniffed.value === 'csv') return ok({ kind: 'text', text: decodeText(bytes) });
  if (sniffed.value !== 'zip') return unbroken(() => readBook(bytes, sniffed.value === 'xls'));
  const judged = judgeOffice(bytes, limits);
  if (!judged.ok) return judged;
  return unbroken(() => (judged.value === 'docx' ? readDocx(bytes) : readBook(bytes, false)));
}

/** The text of a web page, whatever the file is called; a government's site is where many plans are found. */
function webPage(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 512).includes(0)) return undefined;
  return isWebPage(decodeText(bytes.subarray(0, 2048))) ? decodeText(bytes) : undefined;
}

type Parts = { readonly lines: readonly string[]; readonly tables: readonly RawTable[] };

/** Whatever a reader trips over was written by the file. */
async function unbroken(run: () => Parts | Promise<Parts>): Promise<Reading> {
  try {
    return ok({ kind: 'parts', ...(await run()) });
  } catch (error) {
    if (error instanceof Error) return refuse({ code: 'file-broken' });
    throw error;
  }
}

function bounded(parts: DocumentParts): Reading {
  const texts =
    parts.kind === 'text'
      ? parts.text.split('\n')
      : [...parts.lines, ...parts.tables.flatMap(({ rows }) => rows.flatMap((row) => [...row]))];
  const rows = parts.kind === 'text' ? 0 : parts.tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > mostRows) return refuse({ code: 'too-many-rows', rows, most: mostRows });
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  if (all > mostText) return refuse({ code: 'file-is-another-kind', is: `超过${mostText / 10_000}万字的文件` });
  const unlike = texts.some((text) => text.length > longest);
  return unlike ? refuse({ code: 'file-is-another-kind', is: `有一段超过${longest}字的文件` }) : ok(parts);
}
