import type { RawTable } from '@mingchou/domain';
import { plainXml } from './plain-xml.ts';

const token = /<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z\d]*)([^>]*)>|([^<]+)/gi;
const blocks = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'br', 'section', 'article', 'ul', 'ol']);

interface Grid {
  readonly rows: string[][];
  readonly before: readonly string[];
  /** Cells that a cell above with rowspan still fills, by column. */
  readonly down: Map<number, { text: string; left: number }>;
}

/** Whether a text begins as a web page does; many systems save one under the name .doc or .xls. */
export function isWebPage(text: string): boolean {
  return /^\s*<(!doctype html|html|head|body|table|meta|div|p)\b/i.test(text.replace(/^\ufeff|^<\?xml[^>]*>/, ''));
}

/** Paragraphs and tables of a web page in their order; a table within a cell is text of that cell. */
export function readHtml(html: string): { readonly lines: readonly string[]; readonly tables: readonly RawTable[] } {
  const lines: string[] = [];
  const tables: Grid[] = [];
  let depth = 0;
  let text = '';
  let cell: { parts: string[]; down: number } | undefined;
  const endLine = () => {
    const line = text.replace(/[\s\u00a0]+/g, ' ').trim();
    if (line !== '') (cell?.parts ?? lines).push(line);
    text = '';
  };
  const endCell = () => {
    endLine();
    const grid = tables.at(-1);
    if (cell !== undefined && grid !== undefined && depth === 1) place(grid, cell.parts.join('\n'), cell.down);
    cell = undefined;
  };
  for (const [, , closing, tag = '', attributes = '', written] of html.matchAll(token)) {
    const name = tag.toLowerCase();
    if (written !== undefined) text += plainXml(written);
    else if (name === 'table') {
      if (closing === '' && depth === 0) {
        endLine();
        tables.push({ rows: [], before: lines.slice(-4), down: new Map() });
      }
      if (closing !== '' && depth === 1) endCell();
      depth = Math.max(0, depth + (closing === '' ? 1 : -1));
    } else if (depth === 1 && name === 'tr') {
      endCell();
      if (closing === '') tables.at(-1)?.rows.push([]);
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell();
      if (closing === '') cell = { parts: [], down: Number(/rowspan=["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1) };
    } else if (blocks.has(name)) endLine();
  }
  endCell();
  return { lines, tables: tables.map(({ rows, before }) => ({ rows, before })) };
}

/** Puts a cell into the open row, after what cells above still fill. */
function place({ rows, down }: Grid, text: string, span: number): void {
  const row = rows.at(-1);
  if (row === undefined) return;
  for (let above = down.get(row.length); above !== undefined && above.left > 0; above = down.get(row.length)) {
    above.left -= 1;
    row.push(above.text);
  }
  if (span > 1) down.set(row.length, { text, left: span - 1 });
  row.push(text);
}
