import type { TaskRow, taskRoutes } from '@mingchou/contract';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { OpenableRow, TaskPorts } from './commands.ts';
import type { StoredTask } from './store.ts';
import './tables.ts';

type ListInput = z.output<typeof taskRoutes.listTasks.input>;
type ListReply = z.output<typeof taskRoutes.listTasks.reply>;

const columns = { rowNo: 'row_no', name: 'name', status: 'status', openedAt: 'opened_at' } as const;

function columnOf(sort: string | undefined): (typeof columns)[keyof typeof columns] {
  return sort !== undefined && Object.hasOwn(columns, sort) ? columns[sort as keyof typeof columns] : 'row_no';
}

export async function listTasks(ports: TaskPorts, db: Db, input: ListInput): Promise<ListReply> {
  const { year, status, search } = input;
  let rows = db.db.selectFrom('task').where('bureau_id', '=', db.bureauId);
  if (year !== undefined) rows = rows.where('year', '=', year);
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (search !== undefined && search !== '')
    rows = rows.where('name', 'like', `%${search.replace(/[\\%_]/g, '\\$&')}%`);

  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const page = await rows
    .select(['state as task', 'version'])
    .orderBy('year', 'desc')
    .orderBy(columnOf(input.sort), input.order)
    .orderBy('task_id')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  const approved = await ports.approvedRows(db, year ?? null);
  const openable = await openableRows(approved, db);
  return {
    rows: page.map((stored) => taskRow(asOrdered(stored, approved))),
    total,
    page: input.page,
    size: input.size,
    openable,
  };
}

/** A task that is not drawing yet follows the plan in force. */
function asOrdered(stored: StoredTask, approved: readonly OpenableRow[]): StoredTask {
  const { task } = stored;
  const now = approved.find(({ planRowId }) => planRowId === task.order.planRowId);
  return task.status === 'planned' && now !== undefined
    ? { ...stored, task: { ...task, order: now.facts.order } }
    : stored;
}

async function openableRows(approved: readonly OpenableRow[], db: Db): Promise<ListReply['openable']> {
  const taken = await db.db.selectFrom('task').select('plan_row_id').where('bureau_id', '=', db.bureauId).execute();
  const open = new Set(taken.map((row) => row.plan_row_id));
  return approved
    .filter((row) => !open.has(row.planRowId))
    .map(({ planRowId, facts: { order } }) => ({
      planRowId,
      rowNo: order.rowNo,
      name: order.name,
      sum: order.sum,
      from: order.from,
      to: order.to,
    }));
}

export function taskRow({ task, version }: StoredTask): TaskRow {
  const { order } = task;
  return {
    id: task.id,
    version,
    status: task.status,
    year: order.year,
    rowNo: order.rowNo,
    name: order.name,
    objects: order.objects,
    scope: order.scope,
    selection: order.selection,
    approvedBase: order.approvedBase,
    approvedCount: order.approvedCount,
    sum: order.sum,
    from: order.from,
    to: order.to,
    openedAt: task.openedAt,
    drawId: task.status === 'planned' ? null : task.drawId,
    drawKind: task.status === 'planned' ? 'committed' : (task.drawKind ?? 'committed'),
  };
}
