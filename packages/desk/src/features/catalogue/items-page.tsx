import { catalogueRoutes, type ItemView } from '@mingchou/contract';
import { categoryTerms, itemStatusTerms } from '@mingchou/domain';
import { useAddress } from '../../address/address.ts';
import { useMay } from '../../app/session.ts';
import { Columns, Empty, Link, PageHead, Panel, StateText } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { ItemPane } from './item-pane.tsx';

const kinds = { draft: 'not-begun', published: 'done', withdrawn: 'withdrawn' } as const;

const columns: readonly Column<ItemView>[] = [
  { key: 'no', title: '序号', width: 60, align: 'number', render: (row) => row.no },
  { key: 'title', title: '抽查事项', sortable: true, render: (row) => <b>{row.title}</b> },
  { key: 'subjects', title: '{subject}', width: 170, render: (row) => row.subjects },
  { key: 'category', title: '事项类别', sortable: true, width: 120, render: (row) => categoryTerms[row.category] },
  {
    key: 'ratioAndFrequency',
    title: '抽查比例及频次',
    width: 170,
    hiddenAtFirst: true,
    render: (row) => row.ratioAndFrequency,
  },
  { key: 'dutyItem', title: '权责清单事项', hiddenAtFirst: true, render: (row) => row.dutyItem },
  { key: 'methods', title: '检查方式', width: 140, hiddenAtFirst: true, render: (row) => row.methods.join('、') },
  {
    key: 'points',
    title: '抽查内容',
    width: 90,
    align: 'number',
    render: (row) => `${row.checkItems.length}条`,
  },
  {
    key: 'notes',
    title: '请核对',
    width: 90,
    align: 'number',
    render: (row) => (row.notes.length === 0 ? '—' : `${row.notes.length}条`),
  },
  {
    key: 'status',
    title: '状态',
    sortable: true,
    width: 100,
    render: (row) => <StateText kind={kinds[row.status]}>{itemStatusTerms[row.status]}</StateText>,
  },
];

/** 抽查事项清单: what may be inspected, on which legal basis; what is not published may not. */
export function ItemsPage() {
  const { search, setSearch } = useAddress();
  const may = useMay();
  const open = search['item'];
  const papers = (
    <>
      <Link to="/catalogue/table" button="plain">
        清单表
      </Link>
      <Link to="/catalogue/mappings" button="plain">
        对应关系
      </Link>
    </>
  );
  const add = may('add-item') ? (
    <Link to="/catalogue/new" button="main">
      增加抽查事项
    </Link>
  ) : undefined;
  return (
    <>
      <PageHead
        title="抽查事项清单"
        meta="未公布的事项不得检查，也不能列入计划"
        actions={
          <>
            {papers}
            {add}
          </>
        }
      />
      <Columns side={396}>
        <Panel label="抽查事项清单">
          <QueryTable
            name="catalogue.items"
            route={catalogueRoutes.listItems}
            columns={columns}
            rowKey={(row) => row.id}
            rowName={(row) => row.title}
            searchFor="抽查事项、权责清单事项、{subject}"
            chips={[
              {
                key: 'status',
                label: '状态',
                options: (['published', 'draft', 'withdrawn'] as const).map((value) => ({
                  value,
                  label: itemStatusTerms[value],
                })),
              },
            ]}
            onOpen={(row) => setSearch({ item: row.id === open ? '' : row.id })}
            openKey={open}
            empty={
              <Empty action={add}>还没有抽查事项。每一项写明检查内容、对象、方式和依据，公布后才能列入计划。</Empty>
            }
          />
        </Panel>
        {open === undefined ? (
          <Panel as="aside" title="一项抽查事项" padded>
            <p className="hint">在左边选一项，这里列出抽查内容、检查依据和法律责任。</p>
          </Panel>
        ) : (
          <ItemPane key={open} itemId={open} />
        )}
      </Columns>
    </>
  );
}
