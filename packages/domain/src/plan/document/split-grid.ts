import { columnOf, isHeader } from './column.ts';
import type { RawTable } from './read-table.ts';

type Grid = RawTable['rows'];

const plain = (cell: string): string => cell.replace(/\s/g, '');
const isHead = (row: readonly string[]): boolean => isHeader(row.map(plain));
const filled = (row: readonly string[]): readonly string[] => row.filter((cell) => plain(cell) !== '');

/** A row of values can read like a header (公安部门, 重点检查事项); a header of its own has a number or more titles, none twice. */
function isSecondHead(row: readonly string[]): boolean {
  const keys = filled(row).flatMap((cell) => columnOf(plain(cell)).key ?? []);
  return isHead(row) && new Set(keys).size === keys.length && (keys.includes('no') || keys.length >= 4);
}

/**
 * Every table of a grid. A sheet can hold several: side by side with an empty column between, or one under the other,
 * each with a header of its own and its title just above. The same header printed again without a title goes on with its table.
 */
export function splitGrid(raw: RawTable): readonly RawTable[] {
  return sideBySide(raw.rows).flatMap((rows) => oneUnderOther(rows, raw.before));
}

/** Cuts at columns that are empty from top to bottom, where both sides have a header. */
function sideBySide(rows: Grid): readonly Grid[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let column = 1; column < width - 1; column += 1) {
    if (rows.some((row) => plain(row[column] ?? '') !== '')) continue;
    const [left, right] = [rows.map((row) => row.slice(0, column)), rows.map((row) => row.slice(column + 1))];
    if (left.some(isHead) && right.some(isHead)) return [left, ...sideBySide(right)];
  }
  return [rows];
}

function oneUnderOther(rows: Grid, before: RawTable['before']): readonly RawTable[] {
  const first = rows.findIndex(isHead);
  const heads = rows.flatMap((row, at) => (at === first || (at > first && isSecondHead(row)) ? [at] : []));
  const letters = (at: number) => (rows[at] ?? []).map(plain).join('\t');
  const differs = (at: number, index: number) => letters(at) !== letters(heads[index - 1] ?? at);
  const starts = heads.filter((at, index) => index > 0 && (differs(at, index) || titleStart(rows, at) < at));
  const again = new Set(heads.filter((at, index) => index > 0 && !starts.includes(at)));
  const cuts = [0, ...starts.map((at) => titleStart(rows, at)), rows.length];
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? rows.length;
    const kept = rows.slice(from, to).filter((_, at) => !again.has(from + at));
    return { rows: kept, before: index === 0 ? before : [] };
  });
}

/** The header with the lines that stand alone above it, which are its title and its 附件 label; a note belongs to what it follows. */
function titleStart(rows: Grid, head: number): number {
  const isTitle = (row: readonly string[]) => filled(row).length === 1 && !/^(注|备注|说明)/.test(filled(row)[0] ?? '');
  let at = head;
  while (at > 0 && isTitle(rows[at - 1] ?? [])) at -= 1;
  return at;
}
