import { type ReferenceRow, registryRoutes } from '@mingchou/contract';
import { type ReferenceListName, referenceTitles } from '@mingchou/domain';
import { useAddress } from '../../address/address.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Empty, Link, PageHead, Panel, Stack, StateText, formatDate } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';

/** How far the tables that come with the program reach. */
const extent: Readonly<Record<ReferenceListName, string>> = {
  region: '附带的是2000年以来的代码，截至2023年6月，此后的变更请导入',
  industry: '附带的只是一部分，请导入完整的一份',
};

/** 底册 · 代码表: what do the codes on old and new papers mean? */
export function CodesPage() {
  const { search } = useAddress();
  const { year } = useDesk();
  const may = useMay();
  const list: ReferenceListName = search['list'] === 'industry' ? 'industry' : 'region';
  const other: ReferenceListName = list === 'region' ? 'industry' : 'region';
  return (
    <>
      <PageHead
        title={referenceTitles[list]}
        meta={`已撤销的代码也保留，旧文书上的代码仍查得到。${extent[list]}`}
        actions={
          <>
            <Link to={`/registry/codes?list=${other}`} button="plain">
              {referenceTitles[other]}
            </Link>
            {may('dry-run-import') && (
              <Link to={`/exchange/${list}`} button="main">
                导入{referenceTitles[list]}
              </Link>
            )}
          </>
        }
      />
      <Stack>
        <Panel label={referenceTitles[list]}>
          <QueryTable
            key={list}
            name={`registry.codes.${list}`}
            route={registryRoutes.listReference}
            filter={{ list }}
            columns={columnsOf(year)}
            rowKey={(row) => `${row.code} ${row.name}`}
            rowName={(row) => row.name}
            searchFor="名称、代码开头几位"
            empty={<Empty>代码表是空的。请导入一份，登记时就能看到代码的名称和是否已撤销。</Empty>}
          />
        </Panel>
      </Stack>
    </>
  );
}

function columnsOf(year: number): readonly Column<ReferenceRow>[] {
  return [
    { key: 'name', title: '名称', render: (row) => <b>{row.name}</b> },
    { key: 'code', title: '代码', align: 'code', width: 110, render: (row) => row.code },
    { key: 'from', title: '启用', width: 140, render: (row) => (row.from === null ? '—' : formatDate(row.from, year)) },
    {
      key: 'to',
      title: '撤销',
      width: 160,
      render: (row) => (row.to === null ? '仍有效' : <StateText kind="none">{formatDate(row.to, year)}</StateText>),
    },
    { key: 'successor', title: '现代码', align: 'code', width: 110, render: (row) => row.successor ?? '—' },
    { key: 'source', title: '来源', render: (row) => row.source },
  ];
}
