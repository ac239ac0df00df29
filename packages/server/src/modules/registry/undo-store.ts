import type { Actor, FieldChange } from '@mingchou/domain';
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/tx.ts';
import { recordChanges } from './history-store.ts';

type Kind = 'subject' | 'inspector';

/** One record as an import is about to leave it. */
export interface ImportedRow {
  readonly id: string;
  readonly was: 'new' | 'changed';
  readonly version: number;
}

/** Keeps what the import does to each record, with the personal data as they were; called before anything is written. */
export async function keepImportRows(tx: Tx, importId: string, rows: readonly ImportedRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 10_000) {
    await sql`
      insert into import_row (bureau_id, import_id, record_id, was, version, sealed_before)
      select ${tx.bureauId}::uuid, ${importId}::uuid, e.id, e.was, e.version, c.sealed
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + 10_000))}::jsonb)
        as e (id uuid, was text, version integer)
      left join registry_contact c on c.bureau_id = ${tx.bureauId}::uuid and c.record_id = e.id
    `.execute(tx.db);
  }
}

/** Names of the records that no longer stand as the import left them, or that others refer to. */
export async function touchedSince(db: Db, kind: Kind, importId: string): Promise<readonly string[]> {
  const used =
    kind === 'subject'
      ? sql`exists (select from conflict_of_interest x where x.bureau_id = i.bureau_id and x.subject_id = i.record_id)
            or exists (select from expert_conflict x where x.bureau_id = i.bureau_id and x.subject_id = i.record_id)
            or exists (select from occurrence x where x.bureau_id = i.bureau_id and x.subject_id = i.record_id)
            or exists (select from subject_request x where x.bureau_id = i.bureau_id and x.subject_id = i.record_id
                       and x.answer = 'waiting')`
      : sql`exists (select from conflict_of_interest x where x.bureau_id = i.bureau_id and x.inspector_id = i.record_id)`;
  const { rows } = await sql<{ name: string }>`
    select coalesce(r.name, '已不在名录') as name
    from import_row i
    left join ${sql.table(kind)} r on r.bureau_id = i.bureau_id and r.id = i.record_id
    where i.bureau_id = ${db.bureauId}::uuid and i.import_id = ${importId}::uuid
      and (r.version is distinct from i.version or (i.was = 'new' and (${used})))
    order by name, i.record_id
  `.execute(db.db);
  return rows.map(({ name }) => name);
}

/** How many records the import added and changed. */
export async function countImportRows(db: Db, importId: string): Promise<{ added: number; changed: number }> {
  const rows = await db.db
    .selectFrom('import_row')
    .select((build) => ['was', build.fn.countAll<number>().as('count')])
    .where('bureau_id', '=', db.bureauId)
    .where('import_id', '=', importId)
    .groupBy('was')
    .execute();
  const of = (was: ImportedRow['was']) => Number(rows.find((row) => row.was === was)?.count ?? 0);
  return { added: of('new'), changed: of('changed') };
}

/** Takes new records out and puts changed ones back, each with one more step of history. */
export async function takeBack(tx: Tx, actor: Actor, kind: Kind, importId: string): Promise<void> {
  await removeNew(tx, actor, kind, importId);
  await restoreChanged(tx, actor, kind, importId);
}

const reason = '撤销导入';

async function removeNew(tx: Tx, actor: Actor, kind: Kind, importId: string): Promise<void> {
  await sql`
    insert into registry_change (bureau_id, record_id, version, kind, at, by_id, by_name, reason, changes, state, removed)
    select r.bureau_id, r.id, r.version + 1, ${kind}, ${tx.now}::timestamptz, ${actor.personId}::uuid, ${actor.name},
           ${reason}, '[]'::jsonb, to_jsonb(r), true
    from import_row i join ${sql.table(kind)} r on r.bureau_id = i.bureau_id and r.id = i.record_id
    where i.bureau_id = ${tx.bureauId}::uuid and i.import_id = ${importId}::uuid and i.was = 'new'
  `.execute(tx.db);
  await sql`
    update registry_contact c set sealed = null from import_row i
    where i.bureau_id = ${tx.bureauId}::uuid and i.import_id = ${importId}::uuid and i.was = 'new'
      and c.bureau_id = i.bureau_id and c.record_id = i.record_id
  `.execute(tx.db);
  await sql`
    delete from ${sql.table(kind)} r using import_row i
    where i.bureau_id = ${tx.bureauId}::uuid and i.import_id = ${importId}::uuid and i.was = 'new'
      and r.bureau_id = i.bureau_id and r.id = i.record_id
  `.execute(tx.db);
}

async function restoreChanged(tx: Tx, actor: Actor, kind: Kind, importId: string): Promise<void> {
  const columns = await columnsOf(tx, kind);
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`p.${column}`)}`));
  // A state of before a column was kept leaves that column as it is.
  const { rows: inverted } = await sql<{ id: string; changes: FieldChange[] }>`
    update ${sql.table(kind)} r set version = i.version + 1, ${set}
    from import_row i
    join registry_change b on b.bureau_id = i.bureau_id and b.record_id = i.record_id and b.version = i.version - 1
    join registry_change a on a.bureau_id = i.bureau_id and a.record_id = i.record_id and a.version = i.version
    join ${sql.table(kind)} now on now.bureau_id = i.bureau_id and now.id = i.record_id
    cross join lateral jsonb_populate_record(now, b.state) p
    where i.bureau_id = ${tx.bureauId}::uuid and i.import_id = ${importId}::uuid and i.was = 'changed'
      and r.bureau_id = i.bureau_id and r.id = i.record_id
    returning r.id, a.changes
  `.execute(tx.db);
  await sql`
    update registry_contact c set sealed = i.sealed_before from import_row i
    where i.bureau_id = ${tx.bureauId}::uuid and i.import_id = ${importId}::uuid and i.was = 'changed'
      and c.bureau_id = i.bureau_id and c.record_id = i.record_id
  `.execute(tx.db);
  const recorded = inverted.map(({ id, changes }) => ({
    ...{ id, reason },
    changes: changes.map(({ field, from, to }) => ({ field, from: to, to: from })),
  }));
  await recordChanges(tx, actor, kind, recorded);
}

async function columnsOf(tx: Tx, kind: Kind): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${kind}::regclass and attnum > 0 and not attisdropped
      and attname not in ('bureau_id', 'id', 'version')
    order by attnum
  `.execute(tx.db);
  return rows.map(({ name }) => name);
}
