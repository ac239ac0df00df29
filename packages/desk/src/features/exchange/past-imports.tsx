import { exchangeRoutes, type ImportTarget } from '@mingchou/contract';
import { useDesk } from '../../app/session.ts';
import { Empty, Panel, StateText, formatCount, formatMoment } from '../../design/index.ts';
import { QueryTable } from '../../table/index.ts';
import { isUnderWay, runShare } from './run-words.ts';

/** 试读和导入的经过, newest first; each can be opened again. */
export function PastImports({
  target,
  onOpen,
  openKey,
}: {
  readonly target: ImportTarget;
  readonly onOpen: (id: string) => void;
  readonly openKey: string | undefined;
}) {
  const { year } = useDesk();
  return (
    <Panel title="经过" sub="试读和导入过的文件">
      <QueryTable
        name="exchange.imports"
        route={exchangeRoutes.listImports}
        filter={{ target }}
        columns={[
          { key: 'fileName', title: '文件', render: (row) => row.fileName },
          { key: 'by', title: '谁', width: 90, render: (row) => row.by },
          { key: 'triedAt', title: '试读', width: 150, render: (row) => formatMoment(row.triedAt, year) },
          { key: 'new', title: '新增', align: 'number', width: 80, render: (row) => formatCount(row.counts.new) },
          {
            key: 'changed',
            title: '更新',
            align: 'number',
            width: 80,
            render: (row) => formatCount(row.counts.changed),
          },
          { key: 'same', title: '相同', align: 'number', width: 80, render: (row) => formatCount(row.counts.same) },
          { key: 'wrong', title: '有错', align: 'number', width: 80, render: (row) => formatCount(row.counts.wrong) },
          {
            key: 'importedAt',
            title: '导入',
            width: 170,
            render: (row) =>
              row.undoneAt !== null ? (
                <StateText kind="withdrawn">已撤销（{row.undoneBy}）</StateText>
              ) : isUnderWay(row.run) ? (
                <StateText kind="waiting">{`正在导入${runShare(row.run)}%`}</StateText>
              ) : row.importedAt === null && row.run !== null ? (
                <StateText kind="late">没有办成</StateText>
              ) : row.importedAt === null ? (
                <StateText kind="not-begun">未导入</StateText>
              ) : (
                formatMoment(row.importedAt, year)
              ),
          },
        ]}
        rowKey={(row) => row.id}
        rowName={(row) => row.fileName}
        onOpen={(row) => onOpen(row.id)}
        openKey={openKey}
        prefix="past-"
        empty={<Empty>还没有试读过文件。可先下载模板，或直接选自己的表格。</Empty>}
      />
    </Panel>
  );
}
