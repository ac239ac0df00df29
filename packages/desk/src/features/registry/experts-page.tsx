import { type ExpertRow, registryRoutes } from '@mingchou/contract';
import { parseCalendarDate } from '@mingchou/domain';
import { useAddress } from '../../address/address.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Columns, Empty, formatDate, Link, PageHead, Panel, StateText } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { AsOf } from './as-of.tsx';
import { ExpertPane } from './expert-pane.tsx';

/** 底册 · 专家: who may be asked along? */
export function ExpertsPage() {
  const { search, setSearch } = useAddress();
  const { year } = useDesk();
  const may = useMay();
  const open = search['expert'];
  return (
    <>
      <PageHead
        title="专家"
        meta="专家只能协助检查，不计入两名执法人员"
        actions={
          <>
            <AsOf />
            {may('add-expert') && (
              <Link to="/registry/experts/new" button="main">
                增加专家
              </Link>
            )}
          </>
        }
      />
      <Columns side={396}>
        <Panel label="专家名录">
          <QueryTable
            name="registry.experts"
            route={registryRoutes.listExperts}
            filter={{ asOf: parseCalendarDate(search['asOf'] ?? '') }}
            columns={columnsOf(year)}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            searchFor="姓名、拼音首字母、所在单位"
            onOpen={(row) => setSearch({ expert: row.id === open ? '' : row.id })}
            openKey={open}
            rowLook={(row) => (row.mayAssist ? 'plain' : 'sunken')}
            empty={<Empty>名录里还没有专家。登记后，检查时可以请来协助。</Empty>}
          />
        </Panel>
        {open === undefined ? (
          <Panel as="aside" title="一人一档" padded>
            <p className="hint">在左边选一名专家，这里是登记内容、利害关系和变动记录。</p>
          </Panel>
        ) : (
          <ExpertPane key={open} expertId={open} onClose={() => setSearch({ expert: '' })} />
        )}
      </Columns>
    </>
  );
}

function columnsOf(year: number): readonly Column<ExpertRow>[] {
  return [
    { key: 'name', title: '姓名', width: 90, render: (row) => <b>{row.name}</b> },
    { key: 'organisation', title: '所在单位', render: (row) => row.organisation },
    { key: 'field', title: '专业', width: 120, render: (row) => row.field },
    { key: 'title', title: '职称', width: 110, render: (row) => row.title ?? '—' },
    {
      key: 'sectors',
      title: '可协助行业',
      render: (row) => row.sectors.map(({ name }) => name).join('、') || '—',
    },
    {
      key: 'appointedUntil',
      title: '聘期至',
      width: 150,
      render: (row) =>
        row.withdrawn === null ? formatDate(row.appointedUntil, year) : <StateText kind="terminated">已退出</StateText>,
    },
  ];
}
