import type { DrawId, PlanRowId, TaskId, TaskRefusal } from '@mingchou/domain';
import { z } from 'zod';
import { idOf } from './id.ts';
import { listInput, pageOf } from './list.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

export const taskStatuses = ['planned', 'drawing', 'drawn', 'dispatched', 'finished'] as const;

/** 计划 → 抽签中 → 已开签 → 已派发 → 已完成 */
export const taskStatusTitles: Readonly<Record<(typeof taskStatuses)[number], string>> = {
  planned: '待抽签',
  drawing: '抽签中',
  drawn: '已开签',
  dispatched: '已派发',
  finished: '已完成',
};

export const taskRow = z.object({
  id: idOf<TaskId>(),
  version: z.number().int(),
  status: z.enum(taskStatuses),
  year: z.number().int(),
  rowNo: z.number().int(),
  name: z.string(),
  objects: z.string(),
  scope: z.string(),
  selection: z.enum(['targeted', 'nonTargeted']),
  approvedBase: z.number().int(),
  approvedCount: z.number().int(),
  sum: z.string(),
  from: calendarDate,
  to: calendarDate,
  openedAt: instant,
  drawId: idOf<DrawId>().nullable(),
  drawKind: z.enum(['committed', 'external']),
});
export type TaskRow = z.infer<typeof taskRow>;

/** Plan rows without a task yet, for 「开始任务」. */
export const openableRow = z.object({
  planRowId: idOf<PlanRowId>(),
  rowNo: z.number().int(),
  name: z.string(),
  sum: z.string(),
  from: calendarDate,
  to: calendarDate,
});

export const taskRoutes = {
  openTask: command({
    noun: 'task',
    name: 'open-task',
    summary: '按已批准计划的一行开始任务',
    input: z.object({ planRowId: idOf<PlanRowId>() }),
    reply: z.object({ taskId: idOf<TaskId>(), version: z.number().int() }),
  }),
  listTasks: query({
    noun: 'task',
    name: 'list-tasks',
    summary: '任务列表',
    input: listInput.extend({
      year: z.coerce.number().int().optional(),
      status: z.enum(taskStatuses).optional(),
    }),
    reply: pageOf(taskRow).extend({ openable: z.array(openableRow) }),
  }),
};

export const taskRefusals = {
  'plan-row-not-found': { status: 404, message: '没有开始任务：找不到计划中的这一行。请刷新计划后再选。' },
  'plan-not-approved': { status: 409, message: '没有开始任务：计划还没有批准。批准后再开始。' },
  'task-already-open': { status: 409, message: '没有再开始：这一行的任务已经开始。请在任务列表中打开它。' },
  'items-not-published': {
    status: 409,
    message: ({ titles }) =>
      `没有开始：「${titles.join('」「')}」没有公布，未公布的事项不得检查。请先在抽查事项清单中公布，或变更计划。`,
  },
  'task-not-found': { status: 404, message: '找不到这项任务，可能属于别的单位。' },
  'task-in-other-state': { status: 409, message: '没有办理：任务已到别的环节。请刷新后看现在的状态。' },
} satisfies RefusalTable<TaskRefusal>;
