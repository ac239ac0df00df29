import { catalogueRoutes, type MappingRow } from '@mingchou/contract';
import { useMay } from '../../app/session.ts';
import { Empty, Link, PageHead, Panel, Stack, StateText } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';

const columns: readonly Column<MappingRow>[] = [
  {
    key: 'itemNo',
    title: '序号',
    width: 130,
    render: (row) => (row.itemNo === null ? <StateText kind="soon">清单中没有</StateText> : `第${row.itemNo}项`),
  },
  { key: 'title', title: '抽查事项', render: (row) => <b>{row.title}</b> },
  { key: 'dutyCode', title: '权责清单编码', align: 'code', width: 160, render: (row) => row.dutyCode },
  { key: 'dutyItem', title: '权责清单事项', render: (row) => row.dutyItem },
  { key: 'provinceCode', title: '省级清单编码', align: 'code', width: 130, render: (row) => row.provinceCode ?? '—' },
  {
    key: 'provinceItem',
    title: '省级清单事项',
    render: (row) => row.provinceItem ?? <StateText kind="soon">没有对应</StateText>,
  },
  { key: 'source', title: '来源', width: 160, hiddenAtFirst: true, render: (row) => row.source },
];

/** 清单对应关系: where each item stands in the power-and-duty list and in the province's list. */
export function MappingsPage() {
  const may = useMay();
  const bring = may('dry-run-import') ? (
    <Link to="/exchange/mapping" button="main">
      导入清单对应关系
    </Link>
  ) : undefined;
  return (
    <>
      <PageHead
        title="清单对应关系"
        meta="导入以后，没有对应权责清单事项的不能公布"
        actions={
          <>
            <Link to="/catalogue" button="plain">
              抽查事项清单
            </Link>
            {bring}
          </>
        }
      />
      <Stack>
        <Panel label="清单对应关系">
          <QueryTable
            name="catalogue.mappings"
            route={catalogueRoutes.listMappings}
            columns={columns}
            rowKey={(row) => row.title}
            rowName={(row) => row.title}
            searchFor="抽查事项、权责清单事项、编码"
            empty={<Empty action={bring}>还没有对应关系。导入后，每一项都与权责清单和省级清单对上。</Empty>}
          />
        </Panel>
      </Stack>
    </>
  );
}
