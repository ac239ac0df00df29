import { type DrawRow, drawRoutes, drawStatuses, drawStatusTitles } from '@mingchou/contract';
import { useGo } from '../../address/address.ts';
import { useDesk } from '../../app/session.ts';
import { Empty, formatMoment, Hash, Link, PageHead, Panel, Seal, Stack, StateText } from '../../design/index.ts';
import { QueryTable } from '../../table/index.ts';
import { stateKinds } from './words.ts';

/** Every draw of the bureau, the void ones among them. */
export function DrawList() {
  const go = useGo();
  const { year } = useDesk();
  return (
    <>
      <PageHead
        title="全部抽签"
        meta="编号连续，作废的也在其中"
        actions={
          <Link to="/task" button="plain">
            从任务准备抽签
          </Link>
        }
      />
      <Stack>
        <Panel label="抽签列表">
          <QueryTable
            name="draw-list"
            route={drawRoutes.listDraws}
            filter={{ year }}
            columns={[
              {
                key: 'drawNo',
                title: '编号',
                sortable: true,
                width: 100,
                render: (row) => <Link to={`/draw/${row.id}`}>第{row.drawNo}号</Link>,
              },
              { key: 'objects', title: '抽什么', sortable: true, render: (row) => row.objects },
              { key: 'count', title: '抽取', width: 120, render: (row) => countOf(row) },
              { key: 'status', title: '状态', sortable: true, width: 160, render: (row) => <StateOfDraw row={row} /> },
              { key: 'openAt', title: '开启', width: 130, render: (row) => formatMoment(row.openAt, row.year) },
              {
                key: 'drawnAt',
                title: '开签',
                width: 130,
                render: (row) => (row.drawnAt === null ? '未开签' : formatMoment(row.drawnAt, row.year)),
              },
              {
                key: 'commitment',
                title: '承诺',
                render: (row) =>
                  row.commitment === null ? '未公开' : <Hash value={row.commitment} name="承诺" short size="small" />,
              },
            ]}
            rowKey={(row) => row.id}
            rowName={(row) => `第${row.drawNo}号抽签`}
            searchFor="任务名称"
            chips={[
              {
                key: 'status',
                label: '状态',
                options: drawStatuses.map((status) => ({ value: status, label: drawStatusTitles[status] })),
              },
            ]}
            onOpen={(row) => go(`/draw/${row.id}`)}
            empty={
              <Empty action={<Link to="/task">打开任务</Link>}>
                {year}年还没有抽签。计划批准并开始任务后，在任务中准备抽签。
              </Empty>
            }
          />
        </Panel>
      </Stack>
    </>
  );
}

function countOf(row: DrawRow): string {
  return row.eligible === null ? `${row.approvedCount}家` : `${row.size ?? row.approvedCount}/${row.eligible}家`;
}

function StateOfDraw({ row }: { readonly row: DrawRow }) {
  if (row.status === 'voided') {
    return (
      <>
        <Seal character="废" /> 已作废{row.voidReason === null ? '' : `：${row.voidReason}`}
      </>
    );
  }
  return <StateText kind={stateKinds[row.status]}>{drawStatusTitles[row.status]}</StateText>;
}
