import { expect, test } from 'vitest';
import type { DrawId, PlanId, PlanRowFacts, PlanRowId, Task, TaskId } from '../index.ts';
import { evolveTask, newTask, ok, openTask, refuse, stepTask } from '../index.ts';
import { at, on } from '../../test/draw-example.ts';

const taskId = 'task-2' as TaskId;
const drawId = 'draw-2' as DrawId;
const now = at('2022-04-01T01:00:00Z');

function planRow(approved = true, unpublished: readonly string[] = []): PlanRowFacts {
  return {
    approved,
    unpublished,
    order: {
      planId: 'plan' as PlanId,
      planRowId: 'row-2' as PlanRowId,
      year: 2022,
      rowNo: 2,
      name: '2022年危险化学品生产经营企业双随机抽查计划',
      objects: '危险化学品生产经营企业',
      scope: '全县危险化学品生产经营企业',
      selection: 'targeted',
      sectors: ['hazchem-trade'],
      level: 'all',
      approvedBase: 41,
      approvedCount: 9,
      sum: '41×20%＝8.2，进一，9家',
      from: on('2022-04-01'),
      to: on('2022-06-30'),
    },
  };
}

function plannedTask(): Task {
  const opened = openTask(taskId, planRow(), undefined, now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return newTask(opened.value);
}

test('an approved plan row opens one task that keeps the approved number', () => {
  expect(plannedTask()).toMatchObject({ status: 'planned', order: { approvedBase: 41, approvedCount: 9 } });
});

test('a row of a plan that nobody has approved opens no task', () => {
  expect(openTask(taskId, planRow(false), undefined, now)).toEqual(refuse({ code: 'plan-not-approved' }));
  expect(openTask(taskId, undefined, undefined, now)).toEqual(refuse({ code: 'plan-row-not-found' }));
});

test('N-01: a row whose item was withdrawn from the list opens no task', () => {
  expect(openTask(taskId, planRow(true, ['对商场的行政检查']), undefined, now)).toEqual(
    refuse({ code: 'items-not-published', titles: ['对商场的行政检查'] }),
  );
});

test('a row has one task: the second opening is told when the first was', () => {
  expect(openTask(taskId, planRow(), { openedAt: now }, now)).toEqual(
    refuse({ code: 'task-already-open', openedAt: now }),
  );
});

test('a task goes from planned over drawing, drawn and dispatched to finished', () => {
  const steps = [
    { type: 'task-drawing-began', taskId, drawId },
    { type: 'task-drawn', taskId, drawId },
    { type: 'task-dispatched', taskId, drawId, at: now },
    { type: 'task-finished', taskId, at: now },
  ] as const;
  let task = plannedTask();
  const passed = [task.status];
  for (const step of steps) {
    expect(stepTask(task, step)).toEqual(ok(step));
    task = evolveTask(task, step);
    passed.push(task.status);
  }
  expect(passed).toEqual(['planned', 'drawing', 'drawn', 'dispatched', 'finished']);
});

test('a draw that begins takes what the plan in force orders that day, and keeps it (F-26)', () => {
  const order = { ...planRow().order, planId: 'amended' as PlanId, approvedCount: 13 };
  const drawing = evolveTask(plannedTask(), { type: 'task-drawing-began', taskId, drawId, order });
  expect(drawing.order).toEqual(order);
  const drawn = evolveTask(drawing, { type: 'task-drawn', taskId, drawId });
  expect(drawn.order.approvedCount).toBe(13);
  const without = evolveTask(plannedTask(), { type: 'task-drawing-began', taskId, drawId });
  expect(without.order.approvedCount).toBe(9);
});

test('a void draw returns its task to planned, also after the dispatch; a finished task does not return', () => {
  const drawing = evolveTask(plannedTask(), { type: 'task-drawing-began', taskId, drawId });
  const drawn = evolveTask(drawing, { type: 'task-drawn', taskId, drawId });
  const returned = { type: 'task-returned', taskId, drawId } as const;
  for (const task of [drawing, drawn]) expect(evolveTask(task, returned)).toEqual(plannedTask());
  const dispatched = evolveTask(drawn, { type: 'task-dispatched', taskId, drawId, at: now });
  expect(evolveTask(dispatched, returned)).toEqual(plannedTask());
  const finished = evolveTask(dispatched, { type: 'task-finished', taskId, at: now });
  expect(stepTask(finished, returned)).toEqual(refuse({ code: 'task-in-other-state', status: 'finished' }));
});
