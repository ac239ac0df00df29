import type { Buffer } from 'node:buffer';
import type { RawTable } from '@mingchou/domain';
import { plainXml } from './plain-xml.ts';
import { unzipOne } from './unzip-one.ts';

const token = /<(\/?)w:(tbl|tr|tc|p|t|tab|br|vMerge)(\s[^>]*?)?(\/?)>|([^<]+)/g;

/** Paragraphs and tables of a Word file (.docx) in their order. Numbers that Word counts by itself are not written in it. */
export function readDocx(bytes: Buffer): { readonly lines: readonly string[]; readonly tables: readonly RawTable[] } {
  const xml = unzipOne(bytes, 'word/document.xml')?.toString('utf8');
  if (xml === undefined) throw new Error('不是 Word 文件（.docx）');
  const lines: string[] = [];
  const tables: RawTable[] = [];
  let rows: string[][] = [];
  let depth = 0;
  let text = '';
  let cell: string[] = [];
  let mergedDown = false;
  let writing = false;
  for (const [, closing, name, attributes = '', , written] of xml.matchAll(token)) {
    if (written !== undefined) {
      if (writing) text += plainXml(written);
    } else if (name === 't') writing = closing === '';
    else if (name === 'br') text += '\n';
    else if (name === 'tab') text += attributes.includes('w:val') ? '' : ' ';
    else if (name === 'vMerge') mergedDown = !attributes.includes('restart');
    else if (name === 'p' && closing !== '') {
      (depth > 0 ? cell : lines).push(...(text.trim() === '' ? [] : [text.trim()]));
      text = '';
    } else if (name === 'tbl') {
      depth += closing === '' ? 1 : -1;
      if (closing === '' && depth === 1) rows = [];
      if (closing !== '' && depth === 0) tables.push({ rows, before: lines.slice(-4) });
    } else if (name === 'tr' && closing === '' && depth === 1) rows.push([]);
    else if (name === 'tc' && depth === 1) {
      if (closing === '') [cell, mergedDown] = [[], false];
      else {
        const row = rows.at(-1) ?? [];
        row.push(mergedDown ? (rows.at(-2)?.[row.length] ?? '') : cell.join('\n'));
      }
    }
  }
  return { lines, tables };
}
