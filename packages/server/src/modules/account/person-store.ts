import { type AccountRefusal } from '@mingchou/contract';
import { type Person, type PersonId, refuse } from '@mingchou/domain';
import { lastChange } from '../../audit/history.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

export async function loadPersonForUpdate(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select(['person_id', 'version', 'login', 'name', 'section_id', 'roles', 'inspector_id', 'status'])
    .where('bureau_id', '=', tx.bureauId)
    .where('person_id', '=', id as PersonId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.person_id,
    version: row.version,
    login: row.login,
    name: row.name,
    sectionId: row.section_id,
    roles: row.roles,
    inspectorId: row.inspector_id,
    status: row.status,
  };
}

/** Saves what an event changed; false when somebody else was faster. */
export async function savePerson(tx: Tx, next: Person): Promise<boolean> {
  const done = await tx.db
    .updateTable('person')
    .set({
      version: next.version,
      section_id: next.sectionId,
      roles: next.roles,
      inspector_id: next.inspectorId,
      status: next.status,
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('person_id', '=', next.id)
    .where('version', '=', next.version - 1)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function refuseStale(
  db: Db,
  id: string,
): Promise<{ readonly ok: false; readonly refusal: AccountRefusal }> {
  const last = await lastChange(db, id);
  return refuse({
    code: 'stale-person',
    changedBy: last?.changedBy ?? '另一人',
    changedAt: last?.changedAt ?? db.now,
  });
}
