import type { FieldChange } from './history.ts';
import type { RowNote, RowProblem } from './row-problem.ts';

/** One row of a workbook after the cells were read: an absent key is a column that the workbook does not have. */
export interface SheetRow<Problem extends { readonly code: string } = RowProblem> {
  /** The row's number in the workbook, from 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What was already wrong in the cells themselves. */
  readonly problems: readonly Problem[];
}

/** What an import would do with one row. */
export type ImportVerdict<Value, Problem> =
  | { readonly row: number; readonly verdict: 'new'; readonly value: Value; readonly notes: readonly RowNote[] }
  | {
      readonly row: number;
      readonly verdict: 'changed';
      readonly id: string;
      readonly version: number;
      readonly value: Value;
      readonly changes: readonly FieldChange[];
      readonly notes: readonly RowNote[];
    }
  | { readonly row: number; readonly verdict: 'same'; readonly id: string }
  | { readonly row: number; readonly verdict: 'wrong'; readonly problems: readonly Problem[] };

export type RowReading<Value> =
  | { readonly ok: true; readonly value: Value; readonly notes: readonly RowNote[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export interface Existing<Value> {
  readonly id: string;
  readonly version: number;
  readonly value: Value;
}

/** How rows of one registry are told apart, read and compared. */
export interface RowReader<Value> {
  /** The column that identifies a row, and the identity written in it; `undefined` where the cell holds none. */
  readonly keyColumn: string;
  keyOf(cells: Readonly<Record<string, string>>): string | undefined;
  existing(key: string): Existing<Value> | undefined;
  read(cells: Readonly<Record<string, string>>, before: Value | undefined): RowReading<Value>;
  changes(before: Value, after: Value): readonly FieldChange[];
}

/**
 * 试读: what an import would add, change, leave and refuse, without doing any of it. Each row of the workbook gets
 * exactly one verdict, in the order of the workbook; of two rows with one identity the later is wrong.
 */
export function compareImport<Value, Problem extends { readonly code: string }>(
  rows: readonly SheetRow<Problem>[],
  reader: RowReader<Value>,
): readonly ImportVerdict<Value, Problem | RowProblem>[] {
  return rows.map(comparing<Value, Problem>(reader));
}

/** The same row by row, in the order of the workbook, for whoever pauses between the rows of a long list. */
export function comparing<Value, Problem extends { readonly code: string }>(
  reader: RowReader<Value>,
): (row: SheetRow<Problem>) => ImportVerdict<Value, Problem | RowProblem> {
  const firstRows = new Map<string, number>();
  return ({ row, cells, problems }) => {
    const key = reader.keyOf(cells);
    const firstRow = key === undefined ? undefined : firstRows.get(key);
    if (key !== undefined && firstRow === undefined) firstRows.set(key, row);
    const existing = key === undefined ? undefined : reader.existing(key);
    const reading = reader.read(cells, existing?.value);
    const wrong = [
      ...problems,
      ...(firstRow === undefined ? [] : [{ code: 'duplicate-in-file', column: reader.keyColumn, firstRow } as const]),
      // A cell that could not be read is not also missing.
      ...(reading.ok ? [] : reading.problems.filter((found) => !blames(problems, found.column))),
    ];
    if (wrong.length > 0 || !reading.ok) return { row, verdict: 'wrong', problems: wrong };
    const { value, notes } = reading;
    if (existing === undefined) return { row, verdict: 'new', value, notes };
    const changes = reader.changes(existing.value, value);
    if (changes.length === 0) return { row, verdict: 'same', id: existing.id };
    return { row, verdict: 'changed', id: existing.id, version: existing.version, value, changes, notes };
  };
}

export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly wrong: number;
}

export function countVerdicts(verdicts: readonly { readonly verdict: keyof ImportCounts }[]): ImportCounts {
  const count = (verdict: keyof ImportCounts) => verdicts.filter((row) => row.verdict === verdict).length;
  return { new: count('new'), changed: count('changed'), same: count('same'), wrong: count('wrong') };
}

function blames(problems: readonly object[], column: string): boolean {
  return problems.some((problem) => 'column' in problem && problem.column === column);
}
