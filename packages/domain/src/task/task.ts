import type { DrawId, PlanId, PlanRowId, TaskId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';

/** What an approved plan row orders: how many of which objects, in which window. Copied, so that a later plan change cannot rewrite it. */
export interface TaskOrder {
  readonly planId: PlanId;
  readonly planRowId: PlanRowId;
  readonly year: number;
  /** 序号 of the row in the plan table. */
  readonly rowNo: number;
  readonly name: string;
  /** Short name of the objects: 危险化学品生产经营企业. */
  readonly objects: string;
  /** 抽查对象范围 in the plan's words. */
  readonly scope: string;
  readonly selection: 'targeted' | 'nonTargeted';
  readonly sectors: readonly string[];
  /** 重点 or 一般 objects only, where the row says so. */
  readonly level: 'all' | 'priority' | 'ordinary';
  /** 底数 when the plan was approved. */
  readonly approvedBase: number;
  /** The approved number of objects; it governs the draw even when the pool has shrunk since. */
  readonly approvedCount: number;
  /** 41×20%＝8.2，进一，9家 */
  readonly sum: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

interface Opened {
  readonly id: TaskId;
  readonly order: TaskOrder;
  readonly openedAt: Instant;
}

interface Drawing extends Opened {
  readonly drawId: DrawId;
  /** Set when the draw happened on another platform and was registered here. */
  readonly drawKind?: 'external';
}

/** 抽查任务 — the work of one plan row; exists before its roster. */
export type Task =
  | (Opened & { readonly status: 'planned' })
  | (Drawing & { readonly status: 'drawing' })
  | (Drawing & { readonly status: 'drawn' })
  | (Drawing & { readonly status: 'dispatched'; readonly dispatchedAt: Instant })
  | (Drawing & {
      readonly status: 'finished';
      readonly dispatchedAt: Instant;
      readonly finishedAt: Instant;
    });

export type TaskStatus = Task['status'];

export type TaskEvent =
  | { readonly type: 'task-opened'; readonly taskId: TaskId; readonly order: TaskOrder; readonly at: Instant }
  | {
      readonly type: 'task-drawing-began';
      readonly taskId: TaskId;
      readonly drawId: DrawId;
      readonly drawKind?: 'external';
      /** What the plan's version in force orders on that day; left out, what the task was opened with. */
      readonly order?: TaskOrder;
    }
  | { readonly type: 'task-drawn'; readonly taskId: TaskId; readonly drawId: DrawId }
  | { readonly type: 'task-dispatched'; readonly taskId: TaskId; readonly drawId: DrawId; readonly at: Instant }
  | { readonly type: 'task-finished'; readonly taskId: TaskId; readonly at: Instant }
  /** The draw was voided: its record stays with the draw, the task is planned again. */
  | { readonly type: 'task-returned'; readonly taskId: TaskId; readonly drawId: DrawId };

export type TaskRefusal =
  | { readonly code: 'plan-row-not-found' }
  | { readonly code: 'plan-not-approved' }
  | { readonly code: 'task-already-open'; readonly openedAt: Instant }
  | { readonly code: 'items-not-published'; readonly titles: readonly string[] }
  | { readonly code: 'task-not-found' }
  | { readonly code: 'task-in-other-state'; readonly status: TaskStatus };

/** A plan row as the task needs it; `approved` means approved or already published. */
export interface PlanRowFacts {
  readonly approved: boolean;
  readonly order: TaskOrder;
  /** The row's items that are not published (any more). */
  readonly unpublished: readonly string[];
}

/** Opens the task of an approved plan row; one row has one task. 未公布的事项不得检查 (N-01), whenever it was withdrawn. */
export function openTask(
  taskId: TaskId,
  row: PlanRowFacts | undefined,
  existing: { readonly openedAt: Instant } | undefined,
  now: Instant,
): Result<Extract<TaskEvent, { type: 'task-opened' }>, TaskRefusal> {
  if (row === undefined) return refuse({ code: 'plan-row-not-found' });
  if (!row.approved) return refuse({ code: 'plan-not-approved' });
  if (existing !== undefined) return refuse({ code: 'task-already-open', openedAt: existing.openedAt });
  if (row.unpublished.length > 0) return refuse({ code: 'items-not-published', titles: row.unpublished });
  return ok({ type: 'task-opened', taskId, order: row.order, at: now });
}

/** From which states each event may come; everything else is refused. */
const origins: Readonly<Record<Exclude<TaskEvent['type'], 'task-opened'>, readonly TaskStatus[]>> = {
  'task-drawing-began': ['planned'],
  'task-drawn': ['drawing'],
  'task-dispatched': ['drawn'],
  'task-finished': ['dispatched'],
  // A dispatched draw is void only while no visit has begun; the visits are withdrawn with it.
  'task-returned': ['drawing', 'drawn', 'dispatched'],
};

export type TaskStep = Exclude<TaskEvent, { readonly type: 'task-opened' }>;

/** Whether the step may follow the task's state. */
export function stepTask(task: Task, step: TaskStep): Result<TaskStep, TaskRefusal> {
  if (!origins[step.type].includes(task.status)) return refuse({ code: 'task-in-other-state', status: task.status });
  return ok(step);
}

export function newTask(event: Extract<TaskEvent, { type: 'task-opened' }>): Task {
  return { status: 'planned', id: event.taskId, order: event.order, openedAt: event.at };
}

/** The task after a step that `stepTask` allowed. */
export function evolveTask(task: Task, step: TaskStep): Task {
  const opened: Opened = { id: task.id, order: task.order, openedAt: task.openedAt };
  const kind = 'drawKind' in task && task.drawKind !== undefined ? { drawKind: task.drawKind } : {};
  switch (step.type) {
    case 'task-drawing-began': {
      const began = step.drawKind === undefined ? {} : { drawKind: step.drawKind };
      const order = step.order ?? task.order;
      return { ...opened, order, status: 'drawing', drawId: step.drawId, ...began };
    }
    case 'task-drawn':
      return { ...opened, status: 'drawn', drawId: step.drawId, ...kind };
    case 'task-dispatched':
      return { ...opened, status: 'dispatched', drawId: step.drawId, dispatchedAt: step.at, ...kind };
    case 'task-returned':
      return { ...opened, status: 'planned' };
    case 'task-finished':
      return task.status === 'dispatched' ? { ...task, status: 'finished', finishedAt: step.at } : task;
  }
}
