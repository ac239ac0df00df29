import { type DisclosureRow, disclosureRoutes } from '@mingchou/contract';
import type { CalendarDate } from '@mingchou/domain';
import { useGo } from '../../address/address.ts';
import { useDesk } from '../../app/session.ts';
import { Empty, formatDate, formatMoment, Link, PageHead, Panel, Stack, StateText } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';

/** 已公示: what is public, how long it took, and what was late. */
export function DonePage() {
  const go = useGo();
  const { year, session } = useDesk();
  return (
    <>
      <PageHead
        title="已公示"
        meta="超期公示的一直标明"
        actions={
          <a className="button plain" href={`/b/${session.bureau.slug}/results`} target="_blank" rel="noreferrer">
            看门户上的结果
          </a>
        }
      />
      <Stack>
        <Panel label="已公示的结果">
          <QueryTable
            name="disclosure-done"
            route={disclosureRoutes.listDisclosures}
            filter={{ state: 'disclosed' }}
            columns={columnsOf(year)}
            rowKey={(row) => row.id}
            rowName={(row) => row.subjectName}
            searchFor="企业名称"
            onOpen={(row) => go(`/inspection/${row.id}`)}
            empty={
              <Empty action={<Link to="/disclosure">看待公示的结果</Link>}>
                还没有公示结果。审核通过后在「待公示」里公示。
              </Empty>
            }
          />
        </Panel>
      </Stack>
    </>
  );
}

function columnsOf(year: number): readonly Column<DisclosureRow>[] {
  return [
    { key: 'subjectName', title: '企业', render: (row) => <b>{row.subjectName}</b> },
    { key: 'category', title: '检查结果', render: (row) => row.category },
    {
      key: 'drawNo',
      title: '抽签',
      render: (row) => `${row.drawKind === 'external' ? '外部第' : '第'}${row.drawNo}号`,
    },
    {
      key: 'event',
      title: '起算',
      render: (row) => `${row.deadline.startEvent} ${formatDate(row.deadline.event as CalendarDate, year)}`,
    },
    { key: 'last', title: '最晚公示', render: (row) => formatDate(row.deadline.last as CalendarDate, year) },
    {
      key: 'disclosedAt',
      title: '公示时间',
      render: (row) => (row.disclosed === null ? '' : `${formatMoment(row.disclosed.at, year)}，${row.disclosed.by}`),
    },
    { key: 'used', title: '用时', render: (row) => <Used row={row} /> },
  ];
}

function Used({ row }: { readonly row: DisclosureRow }) {
  if (row.disclosed === null) return null;
  const unit = row.deadline.length.unit === 'workday' ? '个工作日' : '日';
  const { daysUsed } = row.disclosed;
  const words = daysUsed === 0 ? `不到1${unit}` : `第${daysUsed}${unit}`;
  return row.disclosed.late ? <StateText kind="late">{words}，超期</StateText> : <>{words}</>;
}
