import { type TaskRow, taskRoutes, taskStatuses, taskStatusTitles } from '@mingchou/contract';
import { useGo } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Empty, formatDate, Link, PageHead, Panel, Stack, StateText, type StateKind } from '../../design/index.ts';
import { QueryTable } from '../../table/index.ts';
import { OpenableRows } from './openable-rows.tsx';

const kinds: Readonly<Record<TaskRow['status'], StateKind>> = {
  planned: 'not-begun',
  drawing: 'waiting',
  drawn: 'mine',
  dispatched: 'waiting',
  finished: 'done',
};

/** Which plan rows are under way, and which still wait to be begun? */
export function TaskList() {
  const go = useGo();
  const { year } = useDesk();
  const tasks = useQueryRoute(taskRoutes.listTasks, { size: 1, year });
  const openable = tasks.data?.openable ?? [];
  return (
    <>
      <PageHead title="任务" meta="一项任务办理已批准计划的一行，先于名单存在" />
      <Stack>
        {openable.length > 0 && <OpenableRows rows={openable} />}
        <Panel label="任务列表">
          <QueryTable
            name="task-list"
            route={taskRoutes.listTasks}
            filter={{ year }}
            columns={[
              { key: 'rowNo', title: '计划行', render: (row) => row.rowNo, sortable: true, align: 'number', width: 72 },
              { key: 'name', title: '任务名称', render: (row) => row.name, sortable: true },
              { key: 'sum', title: '批准家数', render: (row) => row.sum },
              {
                key: 'period',
                title: '检查时间',
                render: (row) => `${formatDate(row.from)}至${formatDate(row.to, Number(row.from.slice(0, 4)))}`,
              },
              {
                key: 'status',
                title: '状态',
                sortable: true,
                width: 120,
                render: (row) => <StateText kind={kinds[row.status]}>{taskStatusTitles[row.status]}</StateText>,
              },
              { key: 'next', title: '办理', width: 180, render: (row) => <NextOfTask task={row} /> },
            ]}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            searchFor="任务名称"
            chips={[
              {
                key: 'status',
                label: '状态',
                options: taskStatuses.map((status) => ({ value: status, label: taskStatusTitles[status] })),
              },
            ]}
            onOpen={(row) => go(addressOfTask(row))}
            empty={
              <Empty action={<Link to="/plan">打开年度抽查计划</Link>}>
                {year}年还没有任务。计划批准后，从计划的一行开始任务。
              </Empty>
            }
          />
        </Panel>
      </Stack>
    </>
  );
}

function addressOfTask(task: TaskRow): string {
  if (task.drawId === null) return `/draw/new/${task.id}`;
  return task.drawKind === 'external' ? `/draw/external/${task.drawId}` : `/draw/${task.drawId}`;
}

function NextOfTask({ task }: { readonly task: TaskRow }) {
  const words = task.drawId === null ? '准备抽签' : task.drawKind === 'external' ? '打开外部抽取' : '打开抽签';
  return (
    <>
      <Link to={addressOfTask(task)} button="small" label={`${words}：${task.name}`}>
        {words}
      </Link>{' '}
      <Link to={`/policy/task/${task.id}`} label={`规则：${task.name}`}>
        规则
      </Link>
    </>
  );
}
