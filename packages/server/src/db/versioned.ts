import type { Instant } from '@mingchou/domain';
import type { UpdateResult } from 'kysely';
import type { Tx } from './tx.ts';

/** What a record that is saved version after version says of its latest change. */
export interface Changed {
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** The columns of `Changed`, as they are selected. */
export const changedColumns = ['version', 'changed_by as changedBy', 'changed_at as changedAt'] as const;

/** The columns of a change, as they are written: over version `before`, or the first version without it. */
export function writtenBy(tx: Tx, by: string, before = 0) {
  return { version: before + 1, changed_by: by, changed_at: tx.now };
}

/**
 * The version that an update over version `before` has left.
 *
 * @throws when no row was met: the record was locked, so somebody wrote past the lock.
 */
export function versionAfter({ numUpdatedRows }: UpdateResult, record: string, before: number): number {
  if (numUpdatedRows !== 1n) throw new Error(`${record} moved on from version ${before} while it was locked`);
  return before + 1;
}
