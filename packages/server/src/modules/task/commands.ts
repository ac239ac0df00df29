import type { Actor, PlanRowFacts, PlanRowId, Result, TaskId, TaskRefusal, TaskStep } from '@mingchou/domain';
import { evolveTask, newTask, ok, openTask, refuse, stepTask } from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { StoredTask } from './store.ts';
import { findTaskOfRow, insertTask, loadTaskForUpdate, saveTask } from './store.ts';

export interface OpenableRow {
  readonly planRowId: PlanRowId;
  readonly facts: Omit<PlanRowFacts, 'unpublished'>;
}

/** What the task needs of the plan. */
export interface TaskPorts {
  /** The row as approved, with what it orders. */
  readonly planRow: (db: Db, planRowId: PlanRowId) => Promise<Omit<PlanRowFacts, 'unpublished'> | undefined>;
  /** Titles of the row's items that the list does not publish. */
  readonly unpublishedItems: (db: Db, planRowId: PlanRowId) => Promise<readonly string[]>;
  /** All rows of approved plans of a year (null: of every year). */
  readonly approvedRows: (db: Db, year: number | null) => Promise<readonly OpenableRow[]>;
}

export async function openTaskOfRow(
  ports: TaskPorts,
  tx: Tx,
  actor: Actor,
  planRowId: PlanRowId,
): Promise<Result<{ taskId: TaskId; version: number }, TaskRefusal>> {
  const row = await ports.planRow(tx, planRowId);
  const unpublished = await ports.unpublishedItems(tx, planRowId);
  const decision = openTask(
    newId<TaskId>(),
    row && { ...row, unpublished },
    await findTaskOfRow(tx, planRowId),
    tx.now,
  );
  if (!decision.ok) return decision;

  const task = newTask(decision.value);
  await insertTask(tx, task, actor.name);
  await appendAudit(tx, actor, { noun: 'task', aggregateId: task.id, version: 1, event: decision.value });
  return ok({ taskId: task.id, version: 1 });
}

/** Locks a task for another noun's command: task before draw before visit. */
export function lockTask(tx: Tx, taskId: TaskId): Promise<StoredTask | undefined> {
  return loadTaskForUpdate(tx, taskId);
}

/** Takes the task one step on, in the command that caused it. */
export async function takeTaskStep(
  tx: Tx,
  actor: Pick<Actor, 'personId' | 'name'>,
  step: TaskStep,
): Promise<Result<StoredTask, TaskRefusal>> {
  const stored = await loadTaskForUpdate(tx, step.taskId);
  if (stored === undefined) return refuse({ code: 'task-not-found' });
  const decision = stepTask(stored.task, step);
  if (!decision.ok) return decision;

  const next = evolveTask(stored.task, decision.value);
  const version = await saveTask(tx, next, stored.version, actor.name);
  await appendAudit(tx, actor, { noun: 'task', aggregateId: next.id, version, event: decision.value });
  return ok({ task: next, version });
}
