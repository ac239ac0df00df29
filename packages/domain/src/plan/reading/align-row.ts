import type { Column, ColumnKey, Table } from '../document/document.ts';
import { fits, looksOf } from './cell-look.ts';
import type { Source } from './draft.ts';

/** The value of one column in one row, after displaced cells were put where they belong. */
export interface CellValue {
  readonly text: string;
  readonly state: 'read' | 'repaired' | 'unsure' | 'missing';
  readonly reason: string | null;
  readonly sources: readonly Source[];
}

/** The cells of one row by what they mean. */
export type AlignedRow = ReadonlyMap<ColumnKey, CellValue>;

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** Reads one row: a row whose cells slid sideways is moved back, a single cell in the wrong column is moved to its own. */
export function alignRow(table: Table, tableIndex: number, rowIndex: number): AlignedRow {
  const row = table.rows[rowIndex];
  const cells = row?.cells ?? [];
  const source = (column: number): Source => ({
    place: `${table.label} 第${row?.no ?? rowIndex + 1}行 ${table.columns[column]?.title ?? `第${column + 1}格`}`,
    at: { kind: 'cell', table: tableIndex, row: rowIndex, column },
    text: cells[column] ?? '',
  });
  const placed = slide(cells, table.columns);
  const values = new Map<number, CellValue>();
  for (const { from, to } of placed) values.set(to, valueAt(table.columns, source, from, to));
  settleMisfits(table.columns, values, source);
  return byMeaning(table.columns, values);
}

function valueAt(columns: readonly Column[], sourceOf: (at: number) => Source, from: number, to: number): CellValue {
  const own = sourceOf(from);
  const base = { text: own.text.trim(), sources: from === to ? [own] : [own, sourceOf(to)] };
  if (from === to) return { ...base, state: 'read', reason: null };
  const reason = `这一格写在「${titleAt(columns, from)}」栏的位置，按内容移到「${titleAt(columns, to)}」栏`;
  return { ...base, state: 'repaired', reason };
}

const titleAt = (columns: readonly Column[], at: number): string => columns[at]?.title ?? `第${at + 1}`;

/** Puts each cell that is not empty under a column, in their order, so that as many as can look like their column. */
function slide(cells: readonly string[], columns: readonly Column[]): readonly Placed[] {
  const own = cells.flatMap((cell, from) => (cell.trim() === '' ? [] : [{ from, to: from }]));
  const sits = (one: Placed) => fits(cells[one.from] ?? '', columns[one.to]?.key ?? null) !== 'no';
  if (own.length > columns.length || (own.every((one) => one.to < columns.length) && own.every(sits))) {
    return own.filter((one) => one.to < columns.length);
  }
  return bestOf(cells, columns, own);
}

const worth = { yes: 6, doubtful: 1, no: -4 } as const;

/** The best order-keeping placement, by dynamic programming over cells × columns. */
function bestOf(cells: readonly string[], columns: readonly Column[], own: readonly Placed[]): readonly Placed[] {
  type Way = { readonly score: number; readonly placed: readonly Placed[] };
  const none: Way = { score: Number.NEGATIVE_INFINITY, placed: [] };
  let row: Way[] = columns.map(() => ({ score: 0, placed: [] }));
  row.push({ score: 0, placed: [] });
  for (const { from } of own) {
    const next: Way[] = [none];
    columns.forEach((column, to) => {
      const before = row[to] ?? none;
      const stays = from === to ? 0.5 : 0;
      const score = before.score + worth[fits(cells[from] ?? '', column.key)] + stays;
      const placing = { score, placed: [...before.placed, { from, to }] };
      const left = next[to] ?? none;
      next.push(placing.score > left.score ? placing : left);
    });
    row = next;
  }
  return row.at(-1)?.placed ?? [];
}

/** A cell that still cannot be what its column says: moved where it belongs, or told as two candidates for one column. */
function settleMisfits(
  columns: readonly Column[],
  values: Map<number, CellValue>,
  sourceOf: (at: number) => Source,
): void {
  const misfits = [...values].filter(([at, value]) => fits(value.text, columns[at]?.key ?? null) === 'no');
  const taken = new Set(misfits.map(([at]) => at));
  const moves: [number, CellValue][] = [];
  for (const [at, value] of misfits) {
    const target = columns.findIndex(
      (column, to) => to !== at && column.key !== null && looksOf(value.text).includes(column.key),
    );
    const [here, there] = [titleAt(columns, at), titleAt(columns, target)];
    if (target < 0) {
      moves.push([at, { ...value, state: 'unsure', reason: `「${here}」栏写的「${value.text}」不像${here}` }]);
      continue;
    }
    const empty = !moves.some(([to]) => to === at);
    if (empty)
      moves.push([
        at,
        { text: '', state: 'missing', reason: `「${here}」栏里写的是${there}，本栏没有内容`, sources: [sourceOf(at)] },
      ]);
    const holder = values.get(target);
    if (holder === undefined || taken.has(target)) {
      const reason = `写在「${here}」栏，按内容移到「${there}」栏`;
      moves.push([
        target,
        { text: value.text, state: 'repaired', reason, sources: [...value.sources, sourceOf(target)] },
      ]);
    } else if (holder.text !== value.text) {
      const reason = `「${here}」栏错写了「${value.text}」，本栏写「${holder.text}」，两者不同，暂取本栏的`;
      moves.push([target, { ...holder, state: 'unsure', reason, sources: [...holder.sources, ...value.sources] }]);
    }
  }
  // A move into a column outweighs the note that the column was left.
  for (const [at, value] of moves)
    if (value.text !== '' || !moves.some(([to, other]) => to === at && other.text !== '')) values.set(at, value);
}

/** Two columns of one meaning (比例 and 频次) are one value. */
function byMeaning(columns: readonly Column[], values: ReadonlyMap<number, CellValue>): AlignedRow {
  const found = new Map<ColumnKey, CellValue>();
  columns.forEach(({ key }, at) => {
    const value = values.get(at);
    if (key === null || value === undefined) return;
    const before = found.get(key);
    found.set(key, before === undefined || before.text === '' ? value : joined(before, value));
  });
  return found;
}

function joined(one: CellValue, other: CellValue): CellValue {
  if (other.text === '') return one;
  const doubtful = one.state === 'read' ? other : one;
  return { ...doubtful, text: `${one.text}，${other.text}`, sources: [...one.sources, ...other.sources] };
}
