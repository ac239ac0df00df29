import type { RefusalTable } from '@mingchou/contract';
import { taskRefusals, taskRoutes } from '@mingchou/contract';
import type { TaskRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import type { TaskPorts } from './commands.ts';
import { openTaskOfRow } from './commands.ts';
import { listTasks } from './queries.ts';

export { findTask, tasksUnderWay, undrawnTasks } from './store.ts';
export { lockTask, type OpenableRow, type TaskPorts, takeTaskStep } from './commands.ts';

const refusals: RefusalTable<TaskRefusal> = taskRefusals;

/** 任务 — the work of approved plan rows. */
export function taskModule(ports: TaskPorts): Module {
  return {
    noun: 'task',
    bindings: [
      bind(taskRoutes.openTask, refusals, (tx, actor, input) => openTaskOfRow(ports, tx, actor, input.planRowId)),
      answer(taskRoutes.listTasks, refusals, async (db, _actor, input) => ok(await listTasks(ports, db, input))),
    ],
  };
}
