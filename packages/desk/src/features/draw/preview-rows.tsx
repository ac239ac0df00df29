import { drawRoutes, exclusionTitles, type PreviewRow } from '@mingchou/contract';
import { drawGradeTitles, type ExclusionReason, type TaskId } from '@mingchou/domain';
import { Dialog, Empty, StateText } from '../../design/index.ts';
import { QueryTable } from '../../table/index.ts';

/** Which number of the preview was opened. */
export interface RowsAsked {
  readonly title: string;
  readonly stratum?: string;
  readonly group?: string;
  readonly excluded?: 'yes' | 'no' | ExclusionReason;
}

const priorities = { priority: '重点', ordinary: '一般' } as const;

export function PreviewRows({
  taskId,
  text,
  asked,
  onClose,
}: {
  readonly taskId: TaskId;
  /** The design whose preview was opened. */
  readonly text: string;
  readonly asked: RowsAsked;
  readonly onClose: () => void;
}) {
  const { title, ...which } = asked;
  return (
    <Dialog open title={title} onClose={onClose} width={960}>
      <QueryTable
        name="draw-preview"
        route={drawRoutes.listPreview}
        filter={{ taskId, design: text, ...which }}
        defaults={{ size: 10 }}
        columns={[
          { key: 'name', title: '企业名称', sortable: true, render: (row) => row.name },
          { key: 'code', title: '统一社会信用代码', align: 'code', sortable: true, render: (row) => row.code },
          { key: 'priority', title: '重点、一般', render: (row) => priorities[row.priority] },
          { key: 'grade', title: '信用等级', render: (row) => drawGradeTitles[row.grade] },
          { key: 'able', title: '能否被抽', render: (row) => <Able row={row} /> },
        ]}
        rowKey={(row) => row.code}
        rowName={(row) => row.name}
        rowLook={(row) => (row.exclusion === null ? 'plain' : 'sunken')}
        searchFor="企业名称、代码"
        prefix="preview"
        empty={<Empty>没有符合的企业。</Empty>}
      />
    </Dialog>
  );
}

function Able({ row: { exclusion } }: { readonly row: PreviewRow }) {
  if (exclusion === null) return <StateText kind="done">可抽</StateText>;
  return (
    <StateText kind="none">
      排除：{exclusionTitles[exclusion.reason]}
      {exclusion.evidence === null ? '' : `（${exclusion.evidence}）`}
    </StateText>
  );
}
