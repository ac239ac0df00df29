import type { AuditEntry, Instant } from '@mingchou/domain';
import type { Db } from '../db/tx.ts';
import { entryColumns, entryOf } from './entry.ts';
import './tables.ts';

/** Who changed a thing last, and when; for the refusal `stale`. */
export interface LastChange {
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export async function lastChange(db: Db, aggregateId: string): Promise<LastChange | undefined> {
  const row = await db.db
    .selectFrom('audit_entry')
    .select(['actor_name', 'at'])
    .where('bureau_id', '=', db.bureauId)
    .where('aggregate_id', '=', aggregateId)
    .orderBy('entry_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { changedBy: row.actor_name, changedAt: row.at };
}

/** Everything that happened to one thing, oldest first. */
export async function historyOf(db: Db, aggregateId: string): Promise<readonly AuditEntry[]> {
  const rows = await db.db
    .selectFrom('audit_entry')
    .select(entryColumns)
    .where('bureau_id', '=', db.bureauId)
    .where('aggregate_id', '=', aggregateId)
    .orderBy('entry_id')
    .execute();
  return rows.map(entryOf);
}
