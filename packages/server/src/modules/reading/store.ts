import type { PlanReading, ReadingId } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { type Changed, changedColumns, versionAfter, writtenBy } from '../../db/versioned.ts';
import './tables.ts';

export interface StoredReading extends Changed {
  readonly reading: PlanReading;
}

const columns = ['state as reading', ...changedColumns] as const;

function select(db: Db) {
  return db.db.selectFrom('reading').select(columns).where('bureau_id', '=', db.bureauId);
}

export function loadReading(db: Db, readingId: ReadingId): Promise<StoredReading | undefined> {
  return select(db).where('reading_id', '=', readingId).executeTakeFirst();
}

/** The reading, locked until the transaction ends; before any plan that its rows go into. */
export function loadReadingForUpdate(tx: Tx, readingId: ReadingId): Promise<StoredReading | undefined> {
  return select(tx).where('reading_id', '=', readingId).forUpdate().executeTakeFirst();
}

/** Newest first: ids are made in the order of time. */
export function loadReadings(db: Db): Promise<readonly StoredReading[]> {
  return select(db).orderBy('reading_id', 'desc').limit(500).execute();
}

export async function insertReading(tx: Tx, reading: PlanReading, by: string): Promise<void> {
  await tx.db
    .insertInto('reading')
    .values({
      bureau_id: tx.bureauId,
      reading_id: reading.id,
      file_hash: reading.fileHash,
      file_name: reading.fileName,
      state: toJson(reading),
      ...writtenBy(tx, by),
    })
    .execute();
}

/** Saves the next state over the version that was locked; returns the new version. */
export async function saveReading(tx: Tx, reading: PlanReading, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('reading')
    .set({ state: toJson(reading), ...writtenBy(tx, by, before) })
    .where('bureau_id', '=', tx.bureauId)
    .where('reading_id', '=', reading.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `reading ${reading.id}`, before);
}
