import type { Actor, Occurrence, OccurrenceId, PriorityDeclined, SubjectId } from '@mingchou/domain';
import { setAsideBy } from '@mingchou/domain';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../db/tx.ts';
import type { OccurrenceTable } from './tables.ts';

/** What is registered about one object, or about all of the bureau's; the latest first. */
export async function loadOccurrences(db: Db, subjectId?: SubjectId): Promise<readonly Occurrence[]> {
  let list = db.db.selectFrom('occurrence').selectAll().where('bureau_id', '=', db.bureauId);
  if (subjectId !== undefined) list = list.where('subject_id', '=', subjectId);
  const rows = await list.orderBy('happened_on', 'desc').orderBy('id').execute();
  return rows.map(occurrenceOf);
}

export async function insertOccurrence(tx: Tx, actor: Actor, occurrence: Occurrence): Promise<void> {
  const { id, subjectId, kind, on, evidence, version } = occurrence;
  await tx.db
    .insertInto('occurrence')
    .values({
      bureau_id: tx.bureauId,
      id,
      subject_id: subjectId,
      kind,
      happened_on: on,
      evidence,
      registered_at: tx.now,
      registered_by: actor.personId,
      registered_by_name: actor.name,
      set_aside_at: null,
      set_aside_by_name: null,
      set_aside_reason: null,
      version,
    })
    .execute();
}

/** Marks what a declined proposal rested on. */
export async function setAside(tx: Tx, actor: Actor, declined: PriorityDeclined): Promise<void> {
  const by = setAsideBy(actor, tx.now, declined.reason);
  await tx.db
    .updateTable('occurrence')
    .set((build) => ({
      set_aside_at: by?.at ?? null,
      set_aside_by_name: by?.by ?? null,
      set_aside_reason: by?.reason ?? null,
      version: build('version', '+', 1),
    }))
    .where('bureau_id', '=', tx.bureauId)
    .where('id', 'in', [...declined.occurrences])
    .execute();
}

function occurrenceOf(row: Selectable<OccurrenceTable>): Occurrence {
  const { set_aside_at: at, set_aside_by_name: by, set_aside_reason: reason } = row;
  return {
    id: row.id as OccurrenceId,
    subjectId: row.subject_id,
    kind: row.kind,
    on: row.happened_on,
    evidence: row.evidence,
    setAside: at === null || by === null || reason === null ? null : { at, by, reason },
    version: row.version,
  };
}
