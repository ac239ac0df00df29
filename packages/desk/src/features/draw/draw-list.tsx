import { type DrawRow, drawRoutes, drawStatuses, drawStatusTitles } from '@mingchou/contract';
import { useGo } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
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
        meta={
          <>
            编号连续，作废的也在其中。
            <Rates />
          </>
        }
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
              { key: 'changes', title: '开签后', width: 130, render: (row) => <Changes row={row} /> },
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

function Changes({ row }: { readonly row: DrawRow }) {
  const changed = row.recusals + row.substitutions + row.requestsWaiting > 0;
  if (!changed) return row.drawnAt === null ? '' : '没有变动';
  return (
    <>
      {row.recusals > 0 && <Link to={`/teams?draw=${row.id}`}>回避{row.recusals}</Link>}{' '}
      {row.substitutions > 0 && <Link to={`/substitutions?draw=${row.id}`}>递补{row.substitutions}</Link>}{' '}
      {row.requestsWaiting > 0 && <StateText kind="waiting">待决定{row.requestsWaiting}</StateText>}
    </>
  );
}

/** 作废2／抽签14: the same counts as on the public page, over all the bureau's numbers. */
function Rates() {
  const all = useQueryRoute(drawRoutes.listDraws, { size: 500 });
  const rows = all.data?.rows ?? [];
  if (rows.length === 0) return null;
  const sum = (count: (row: DrawRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  const drawn = sum((row) => (row.drawnAt === null ? 0 : (row.size ?? 0)));
  const voided = sum((row) => (row.status === 'voided' ? 1 : 0));
  return (
    <>
      作废{voided}／抽签{all.data?.total}，递补{sum((row) => row.substitutions)}／抽中{drawn}，回避
      {sum((row) => row.recusals)}次
    </>
  );
}

function StateOfDraw({ row }: { readonly row: DrawRow }) {
  if (row.status === 'voided') {
    return (
      <>
        <Seal character="废" /> 已作废{row.voidReason === null ? '' : `：${row.voidReason}`}
      </>
    );
  }
  const afterDraw = row.sealed !== null && (row.status === 'drawn' || row.status === 'dispatched');
  return (
    <StateText kind={stateKinds[row.status]}>
      {drawStatusTitles[row.status]}
      {afterDraw && '，结果封存'}
    </StateText>
  );
}
