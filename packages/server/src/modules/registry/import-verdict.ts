import type { ImportVerdict, RowProblem } from '@mingchou/domain';
import type { ExaminedRow } from './import-port.ts';
import type { Names } from './names.ts';

/** A verdict without the record it is about, its changes in the bureau's names. */
export function toldVerdict<Problem>(
  verdict: ImportVerdict<unknown, Problem | RowProblem>,
  names: Pick<Names, 'tell'>,
): ExaminedRow<Problem> {
  return {
    row: verdict.row,
    verdict: verdict.verdict,
    problems: verdict.verdict === 'wrong' ? verdict.problems : [],
    notes: verdict.verdict === 'new' || verdict.verdict === 'changed' ? verdict.notes : [],
    changes: verdict.verdict === 'changed' ? verdict.changes.map(names.tell) : [],
  };
}

/** Rows are only added and versions only rise, so any change to a registry changes the pair. */
export function markOf(records: readonly { readonly version: number }[]): string {
  return `${records.length}.${records.reduce((sum, { version }) => sum + version, 0)}`;
}
