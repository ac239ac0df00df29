import { catalogueRoutes, type HazardRow } from '@mingchou/contract';
import { useMay } from '../../app/session.ts';
import { Empty, Link, PageHead, Panel, Stack } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';

const columns: readonly Column<HazardRow>[] = [
  { key: 'text', title: '判定情形', render: (row) => <b>{row.text}</b> },
  { key: 'code', title: '编号', align: 'code', width: 100, render: (row) => row.code },
  { key: 'industry', title: '行业', width: 160, render: (row) => row.industry },
  {
    key: 'standard',
    title: '判定标准',
    width: 260,
    render: (row) => (
      <>
        《{row.standard}》{row.clause}
      </>
    ),
  },
  {
    key: 'points',
    title: '对应的抽查内容',
    width: 170,
    render: (row) =>
      row.points.length === 0
        ? '—'
        : row.points.map(({ itemId, itemNo, pointNo }, place) => (
            <span key={`${itemId} ${pointNo}`}>
              {place > 0 && '；'}
              <Link to={`/catalogue?item=${itemId}`}>
                第{itemNo}项第{pointNo}条
              </Link>
            </span>
          )),
  },
  { key: 'source', title: '来源', width: 140, render: (row) => row.source },
];

/** 重大事故隐患: the clauses by which a finding becomes a major hazard, and the check points that look for them. */
export function HazardsPage() {
  const may = useMay();
  const bring = may('dry-run-import') ? (
    <Link to="/exchange/hazard" button="main">
      导入重大事故隐患
    </Link>
  ) : undefined;
  return (
    <>
      <PageHead title="重大事故隐患" meta="附带的是演示子集，不全；请导入完整的判定标准" actions={bring} />
      <Stack>
        <Panel label="重大事故隐患">
          <QueryTable
            name="catalogue.hazards"
            route={catalogueRoutes.listHazards}
            columns={columns}
            rowKey={(row) => row.code}
            rowName={(row) => row.text}
            searchFor="情形、编号、行业、标准"
            empty={<Empty action={bring}>还没有判定条款。导入后，抽查内容可以引用它们的编号。</Empty>}
          />
        </Panel>
      </Stack>
    </>
  );
}
