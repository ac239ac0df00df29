import type { PolicyChange, PolicyChangeId } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

export async function loadChanges(db: Db): Promise<readonly PolicyChange[]> {
  const rows = await db.db
    .selectFrom('policy_change')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ state }) => state);
}

export async function lockChange(tx: Tx, id: PolicyChangeId): Promise<PolicyChange | undefined> {
  const row = await tx.db
    .selectFrom('policy_change')
    .select('state')
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.state;
}

export async function insertChange(tx: Tx, change: PolicyChange): Promise<void> {
  await tx.db
    .insertInto('policy_change')
    .values({
      bureau_id: tx.bureauId,
      id: change.id,
      status: change.status,
      state: toJson(change),
      proposed_at: change.proposed.at,
      version: change.version,
    })
    .execute();
}

export async function updateChange(tx: Tx, change: PolicyChange): Promise<void> {
  await tx.db
    .updateTable('policy_change')
    .set({ status: change.status, state: toJson(change), version: change.version })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', change.id)
    .execute();
}
