import type { Actor, CalendarDate, FieldChange } from '@mingchou/domain';
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/tx.ts';
import type { RecordKind } from './tables.ts';

export interface Recorded {
  readonly id: string;
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  /** Who approved it, where the bureau's rule asked for another person. */
  readonly approvedBy?: string | null;
}

/** Writes down the rows as they stand now, each with what led to it; called after the rows were written. */
export async function recordChanges(
  tx: Tx,
  actor: Pick<Actor, 'personId' | 'name'>,
  kind: RecordKind,
  recorded: readonly Recorded[],
): Promise<void> {
  if (recorded.length === 0) return;
  await sql`
    insert into registry_change (bureau_id, record_id, version, kind, at, by_id, by_name, reason, changes, state, approved_by_name)
    select r.bureau_id, r.id, r.version, ${kind}, ${tx.now}::timestamptz, ${actor.personId}::uuid, ${actor.name},
           e.reason, e.changes, to_jsonb(r), e."approvedBy"
    from jsonb_to_recordset(${JSON.stringify(recorded)}::jsonb) as e (id uuid, reason text, changes jsonb, "approvedBy" text)
    join ${sql.table(kind)} r on r.bureau_id = ${tx.bureauId}::uuid and r.id = e.id
  `.execute(tx.db);
}

/**
 * The rows of a registry as they stood at the end of a day. What has not changed since stands in the registry itself;
 * of what has, the last state written on or before the day.
 */
export function pastRows<Row>(db: Db, kind: RecordKind, asOf: CalendarDate) {
  const dayEnd = sql`((${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const own = sql`bureau_id = ${db.bureauId}::uuid and kind = ${kind}`;
  return sql<Row>`(
    with since as materialized (select distinct record_id from registry_change where ${own} and at >= ${dayEnd})
    select standing.* from ${sql.table(kind)} as standing
    where standing.bureau_id = ${db.bureauId}::uuid and standing.id not in (select record_id from since)
    union all
    select row.*
    from (
      select distinct on (record_id) state, removed
      from registry_change
      where ${own} and at < ${dayEnd} and record_id in (select record_id from since)
      order by record_id, version desc
    ) as last
    cross join lateral jsonb_populate_record(null::${sql.table(kind)}, last.state) as row
    where not last.removed
  )`;
}

/** 变动记录 of one record, the newest first. */
export function historyOf(db: Db, recordId: string) {
  return db.db
    .selectFrom('registry_change')
    .select(['version', 'at', 'by_name', 'reason', 'changes', 'approved_by_name'])
    .where('bureau_id', '=', db.bureauId)
    .where('record_id', '=', recordId)
    .orderBy('version', 'desc')
    .execute();
}

/** Who brought a record to the version it has now, for the one whose page is older. */
export async function lastChange(db: Db, recordId: string) {
  const [last] = await historyOf(db, recordId);
  if (last === undefined) throw new Error(`record ${recordId} has no history`);
  return { by: last.by_name, at: last.at };
}
