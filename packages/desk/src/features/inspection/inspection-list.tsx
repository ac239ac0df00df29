import { type InspectionRow, inspectionRoutes, inspectionStatusTitles } from '@mingchou/contract';
import { useGo } from '../../address/address.ts';
import { useDesk } from '../../app/session.ts';
import { Empty, formatDate, Link, PageHead, Panel, Stack } from '../../design/index.ts';
import { type Column, type FilterChip, QueryTable } from '../../table/index.ts';
import { StatusText } from './status.tsx';

/** 任务与检查: every household of the dispatched tasks, and how far each has come. */
export function InspectionList() {
  const go = useGo();
  const { year, session } = useDesk();
  const inspects = session.person.roles.includes('inspector');
  return (
    <>
      <PageHead title="任务与检查" meta="抽签派发之后，每家一条；由检查组录入，业务负责人确认，法制审核" />
      <Stack>
        <Panel label="检查列表">
          <QueryTable
            name="inspection-list"
            route={inspectionRoutes.listInspections}
            columns={columnsOf(year)}
            rowKey={(row) => row.id}
            rowName={(row) => row.subjectName}
            chips={inspects ? [mine, statuses] : [statuses]}
            searchFor="企业名称、代码"
            onOpen={(row) => go(`/inspection/${row.id}`)}
            empty={
              <Empty action={<Link to="/draw">去看抽签</Link>}>
                还没有检查。抽签开签并派发任务之后，每家一条列在这里。
              </Empty>
            }
          />
        </Panel>
      </Stack>
    </>
  );
}

const mine: FilterChip = { key: 'mine', label: '谁的检查', options: [{ value: 'true', label: '我的检查' }] };
const statuses: FilterChip = {
  key: 'status',
  label: '办到哪一步',
  options: Object.entries(inspectionStatusTitles).map(([value, label]) => ({ value, label })),
};

function columnsOf(year: number): readonly Column<InspectionRow>[] {
  return [
    {
      key: 'place',
      title: '抽签与次序',
      sortable: true,
      render: (row) => `${row.drawKind === 'external' ? '外部第' : '第'}${row.drawNo}号，第${row.place}位`,
    },
    { key: 'subjectName', title: '企业', sortable: true, render: (row) => <b>{row.subjectName}</b> },
    { key: 'code', title: '代码', align: 'code', render: (row) => row.subjectCode },
    { key: 'team', title: '检查人员', render: (row) => row.team.join('、') },
    { key: 'status', title: '办到哪一步', sortable: true, render: (row) => <StatusText status={row.status} /> },
    { key: 'category', title: '检查结果', render: (row) => row.category ?? <span className="hint">未录入</span> },
    {
      key: 'endedOn',
      title: '检查结束',
      sortable: true,
      render: (row) => (row.endedOn === null ? <span className="hint">未结束</span> : formatDate(row.endedOn, year)),
    },
    { key: 'dueOn', title: '任务最晚', sortable: true, render: (row) => formatDate(row.dueOn, year) },
  ];
}
