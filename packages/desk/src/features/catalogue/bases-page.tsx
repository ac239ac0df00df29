import { catalogueRoutes } from '@mingchou/contract';
import type { z } from 'zod';
import { Empty, Link, PageHead, Panel, Stack } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { BasisChip } from './basis-chip.tsx';

type BasisRow = z.output<typeof catalogueRoutes.listLegalBases.reply>['rows'][number];

const columns: readonly Column<BasisRow>[] = [
  { key: 'text', title: '法律依据', render: (row) => <BasisChip basis={row} /> },
  { key: 'article', title: '条款', width: 160, render: (row) => row.article },
  { key: 'revision', title: '版本', width: 220, render: (row) => row.revision },
  {
    key: 'items',
    title: '引用的事项',
    render: (row) =>
      row.items.map((item, place) => (
        <span key={item.id}>
          {place > 0 && '；'}
          <Link to={`/catalogue?item=${item.id}`}>
            {item.no}．{item.title}
          </Link>
        </span>
      )),
  },
];

/** 法律依据: each basis the list cites, with the items that rest on it. */
export function BasesPage() {
  return (
    <>
      <PageHead
        title="清单引用的依据"
        meta="取自抽查事项清单；没有依据的事项不能公布"
        actions={
          <Link to="/catalogue/laws" button="plain">
            法律依据库
          </Link>
        }
      />
      <Stack>
        <Panel label="清单引用的依据">
          <QueryTable
            name="catalogue.bases"
            route={catalogueRoutes.listLegalBases}
            columns={columns}
            rowKey={(row) => row.text}
            rowName={(row) => row.text}
            searchFor="法律名称、条款"
            empty={<Empty>还没有法律依据。在抽查事项清单中增加事项并写明依据后，这里汇总。</Empty>}
          />
        </Panel>
      </Stack>
    </>
  );
}
