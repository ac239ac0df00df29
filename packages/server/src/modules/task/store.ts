import type { PlanRowId, Task, TaskId, TaskUnderWay } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { versionAfter, writtenBy } from '../../db/versioned.ts';
import './tables.ts';

export interface StoredTask {
  readonly task: Task;
  readonly version: number;
}

export async function insertTask(tx: Tx, task: Task, by: string): Promise<void> {
  const { order } = task;
  await tx.db
    .insertInto('task')
    .values({
      bureau_id: tx.bureauId,
      task_id: task.id,
      plan_row_id: order.planRowId,
      year: order.year,
      row_no: order.rowNo,
      name: order.name,
      status: task.status,
      draw_id: null,
      state: toJson(task),
      opened_at: task.openedAt,
      ...writtenBy(tx, by),
    })
    .execute();
}

/** The task, locked until the transaction ends. */
export function loadTaskForUpdate(tx: Tx, taskId: TaskId): Promise<StoredTask | undefined> {
  return tx.db
    .selectFrom('task')
    .select(['state as task', 'version'])
    .where('bureau_id', '=', tx.bureauId)
    .where('task_id', '=', taskId)
    .forUpdate()
    .executeTakeFirst();
}

/** The task, to be read only. */
export async function findTask(db: Db, taskId: TaskId): Promise<Task | undefined> {
  const row = await db.db
    .selectFrom('task')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
  return row?.state;
}

export async function findTaskOfRow(db: Db, planRowId: PlanRowId): Promise<Task | undefined> {
  const row = await db.db
    .selectFrom('task')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .where('plan_row_id', '=', planRowId)
    .executeTakeFirst();
  return row?.state;
}

/** Saves the next state over the version that was locked; returns the new version. */
export async function saveTask(tx: Tx, next: Task, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('task')
    .set({
      status: next.status,
      draw_id: next.status === 'planned' ? null : next.drawId,
      state: toJson(next),
      ...writtenBy(tx, by, before),
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('task_id', '=', next.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `task ${next.id}`, before);
}

/** The tasks whose draw has not happened, in the order of the plan. */
export async function undrawnTasks(db: Db): Promise<readonly Task[]> {
  const rows = await db.db
    .selectFrom('task')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .where('status', 'in', ['planned', 'drawing'])
    .orderBy('year')
    .orderBy('row_no')
    .execute();
  return rows.map(({ state }) => state);
}

/** The tasks of these plan rows whose draw has begun; held until the transaction ends, so that no other begins meanwhile. */
export async function tasksUnderWay(tx: Tx, rows: readonly PlanRowId[]): Promise<readonly TaskUnderWay[]> {
  if (rows.length === 0) return [];
  const held = await tx.db
    .selectFrom('task')
    .select(['plan_row_id as rowId', 'name', 'status'])
    .where('bureau_id', '=', tx.bureauId)
    .where('plan_row_id', 'in', [...rows])
    .orderBy('task_id')
    .forShare()
    .execute();
  return held.flatMap(({ rowId, name, status }) => (status === 'planned' ? [] : [{ rowId, name, status }]));
}
