import type { Actor, ConflictId, ConflictOfInterest, InspectorId, SubjectId } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** What a new declaration must know: whether both sides exist and whether it stands already. */
export async function knownConflict(db: Db, inspectorId: InspectorId, subjectId: SubjectId) {
  const inspector = await db.db
    .selectFrom('inspector')
    .select('id')
    .where('bureau_id', '=', db.bureauId)
    .where('id', '=', inspectorId)
    .executeTakeFirst();
  const subject = await db.db
    .selectFrom('subject')
    .select('id')
    .where('bureau_id', '=', db.bureauId)
    .where('id', '=', subjectId)
    .executeTakeFirst();
  const standing = await db.db
    .selectFrom('conflict_of_interest')
    .select('id')
    .where('bureau_id', '=', db.bureauId)
    .where('inspector_id', '=', inspectorId)
    .where('subject_id', '=', subjectId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return {
    inspectorKnown: inspector !== undefined,
    subjectKnown: subject !== undefined,
    alreadyDeclared: standing !== undefined,
  };
}

/** `false` when somebody else declared the same a moment before. */
export async function insertConflict(tx: Tx, actor: Actor, conflict: ConflictOfInterest): Promise<boolean> {
  const row = await tx.db
    .insertInto('conflict_of_interest')
    .values({
      bureau_id: tx.bureauId,
      id: conflict.id,
      inspector_id: conflict.inspectorId,
      subject_id: conflict.subjectId,
      kind: conflict.kind,
      reason: conflict.reason,
      declared_at: tx.now,
      declared_by: actor.personId,
      declared_by_name: actor.name,
      version: conflict.version,
    })
    .onConflict((clash) =>
      clash.columns(['bureau_id', 'inspector_id', 'subject_id']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function loadConflictForUpdate(tx: Tx, id: ConflictId) {
  const row = await tx.db
    .selectFrom('conflict_of_interest')
    .selectAll()
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason } = row;
  const conflict: ConflictOfInterest = {
    id: row.id,
    inspectorId: row.inspector_id,
    subjectId: row.subject_id,
    kind: row.kind,
    reason: row.reason,
    version: row.version,
    withdrawn: at === null || by === null || reason === null ? null : { at, by, reason },
  };
  return { conflict, last: { by: row.withdrawn_by_name ?? row.declared_by_name, at: at ?? row.declared_at } };
}

export async function saveWithdrawal(tx: Tx, actor: Actor, next: ConflictOfInterest): Promise<void> {
  const updated = await tx.db
    .updateTable('conflict_of_interest')
    .set({
      withdrawn_at: next.withdrawn?.at ?? null,
      withdrawn_by: next.withdrawn?.by ?? null,
      withdrawn_by_name: actor.name,
      withdrawn_reason: next.withdrawn?.reason ?? null,
      version: next.version,
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', next.id)
    .where('version', '=', next.version - 1)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) throw new Error('a locked conflict of interest changed under its lock');
}
