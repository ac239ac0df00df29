import type { Expert, ExpertConflict, ExpertId } from '@mingchou/domain';
import type { Actor } from '@mingchou/domain';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../db/tx.ts';
import { contactOf, saveContacts } from './contact-store.ts';
import { pinyinOf } from './pinyin.ts';
import type { Contact, ExpertTable } from './tables.ts';

export async function loadExpertForUpdate(tx: Tx, id: ExpertId): Promise<Expert | undefined> {
  const row = await tx.db
    .selectFrom('expert')
    .selectAll()
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && expertOf(row, await contactOf(tx, id));
}

export async function insertExpert(tx: Tx, expert: Expert): Promise<void> {
  await tx.db.insertInto('expert').values(rowOf(tx, expert)).execute();
  await saveContacts(tx, [{ id: expert.id, contact: expert.contact }]);
}

/** Saves the next version of a locked row. */
export async function updateExpert(tx: Tx, expert: Expert): Promise<void> {
  const { bureau_id, id, ...columns } = rowOf(tx, expert);
  const updated = await tx.db
    .updateTable('expert')
    .set(columns)
    .where('bureau_id', '=', bureau_id)
    .where('id', '=', id)
    .where('version', '=', expert.version - 1)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) throw new Error('a locked expert changed under its lock');
  await saveContacts(tx, [{ id, contact: expert.contact }]);
}

/** `false` when the same was declared a moment before. */
export async function insertExpertConflict(tx: Tx, actor: Actor, conflict: ExpertConflict): Promise<boolean> {
  const row = await tx.db
    .insertInto('expert_conflict')
    .values({
      bureau_id: tx.bureauId,
      id: conflict.id,
      expert_id: conflict.expertId,
      subject_id: conflict.subjectId,
      kind: conflict.kind,
      reason: conflict.reason,
      declared_at: tx.now,
      declared_by_name: actor.name,
      version: 1,
    })
    .onConflict((clash) =>
      clash.columns(['bureau_id', 'expert_id', 'subject_id']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What stands about one expert, withdrawn relations last. */
export function conflictsOfExpert(db: Db, expertId: ExpertId) {
  return db.db
    .selectFrom('expert_conflict as c')
    .innerJoin('subject as s', (join) =>
      join.onRef('s.bureau_id', '=', 'c.bureau_id').onRef('s.id', '=', 'c.subject_id'),
    )
    .selectAll('c')
    .select('s.name as subject_name')
    .where('c.bureau_id', '=', db.bureauId)
    .where('c.expert_id', '=', expertId)
    .orderBy('c.withdrawn_at', (order) => order.desc().nullsFirst())
    .orderBy('c.declared_at', 'desc')
    .execute();
}

function rowOf(tx: Tx, expert: Expert): ExpertTable {
  return {
    bureau_id: tx.bureauId,
    id: expert.id,
    name: expert.name,
    ...pinyinOf(expert.name),
    organisation: expert.organisation,
    field: expert.field,
    title: expert.title,
    sectors: [...expert.sectors],
    appointed_until: expert.appointedUntil,
    withdrawn_since: expert.withdrawn?.since ?? null,
    withdrawn_reason: expert.withdrawn?.reason ?? null,
    version: expert.version,
  };
}

export function expertOf(row: Selectable<ExpertTable>, contact: Contact): Expert {
  const { withdrawn_since: since, withdrawn_reason: reason } = row;
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    organisation: row.organisation,
    field: row.field,
    title: row.title,
    sectors: row.sectors,
    appointedUntil: row.appointed_until,
    contact: { phone: contact['phone'] ?? null },
    withdrawn: since === null || reason === null ? null : { since, reason },
  };
}
