import { exchangeRoutes, exportListTitles } from '@mingchou/contract';
import { useDesk } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import { Empty, formatCount, formatMoment, Hash, Link, PageHead, Panel, Stack, StateText } from '../../design/index.ts';
import { QueryTable } from '../../table/index.ts';

const formats = { xlsx: 'Excel', csv: 'CSV' } as const;

/** 导出记录: which lists left the bureau, by whom, and the fingerprint of each file. */
export function ExportsPage() {
  const { year } = useDesk();
  return (
    <>
      <PageHead
        title="导出记录"
        meta="谁在何时导出了哪份名录；拿到文件的人可用SHA-256核对它没有改动"
        actions={
          <Link to="/registry" button="plain">
            返回
            <Term of="subject" />
          </Link>
        }
      />
      <Stack>
        <Panel label="导出记录">
          <QueryTable
            name="exchange.exports"
            route={exchangeRoutes.listExports}
            columns={[
              { key: 'at', title: '时间', width: 130, render: (row) => formatMoment(row.at, year) },
              { key: 'by', title: '谁', width: 80, render: (row) => row.by },
              {
                key: 'list',
                title: '名录',
                width: 130,
                render: (row) => `${exportListTitles[row.list]}，${formats[row.format]}`,
              },
              {
                key: 'narrowed',
                title: '筛选和次序',
                render: (row) => (row.narrowed.length === 0 ? '全部' : row.narrowed.join('，')),
              },
              { key: 'columns', title: '列', render: (row) => row.columns.join('、') },
              {
                key: 'rows',
                title: '行数',
                align: 'number',
                width: 90,
                render: (row) => (row.rows === null ? '—' : formatCount(row.rows)),
              },
              {
                key: 'sha256',
                title: '文件SHA-256',
                width: 390,
                render: (row) =>
                  row.sha256 === null ? (
                    <StateText kind="none">没有取完，文件不完整</StateText>
                  ) : (
                    <Hash value={row.sha256} name="文件SHA-256" short size="small" />
                  ),
              },
            ]}
            rowKey={(row) => row.id}
            rowName={(row) => `${exportListTitles[row.list]} ${row.by}`}
            empty={
              <Empty>
                还没有导出过名录。在「
                <Term of="subject" />
                」或「执法人员」的列表上可以导出，内容和屏幕上一样。
              </Empty>
            }
          />
        </Panel>
      </Stack>
    </>
  );
}
