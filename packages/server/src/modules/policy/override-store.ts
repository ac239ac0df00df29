import type { PolicyOverride, PolicyOverrideId, TaskId } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

/** Everything asked for one task, the first first. */
export async function loadOverrides(db: Db, taskId: TaskId): Promise<readonly PolicyOverride[]> {
  const rows = await db.db
    .selectFrom('policy_override')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .where('task_id', '=', taskId)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
  return rows.map(({ state }) => state);
}

export async function findOverride(db: Db, id: PolicyOverrideId): Promise<PolicyOverride | undefined> {
  const row = await db.db
    .selectFrom('policy_override')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state;
}

export async function insertOverride(tx: Tx, override: PolicyOverride): Promise<void> {
  await tx.db
    .insertInto('policy_override')
    .values({
      bureau_id: tx.bureauId,
      id: override.id,
      task_id: override.taskId,
      status: override.status,
      state: toJson(override),
      proposed_at: override.proposed.at,
      version: override.version,
    })
    .execute();
}

/** The task is locked before, so nobody has changed the row since it was read. */
export async function updateOverride(tx: Tx, override: PolicyOverride): Promise<void> {
  await tx.db
    .updateTable('policy_override')
    .set({ status: override.status, state: toJson(override), version: override.version })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', override.id)
    .where('version', '=', override.version - 1)
    .execute();
}
