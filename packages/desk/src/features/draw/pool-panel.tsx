import { drawRoutes, type DrawView, exclusionTitles, overrideTitles, type PoolRow } from '@mingchou/contract';
import { useState } from 'react';
import { Button, Dialog, Empty, Panel, StateText } from '../../design/index.ts';
import { CommandForm, LongTextField, TextField } from '../../form/index.ts';
import { QueryTable } from '../../table/index.ts';
import { Term } from '../../app/term.tsx';

/** 名单预览: whom a freeze of this moment would take, and the way to ask for another answer. */
export function PoolPanel({
  draw,
  sectors,
  mayOperate,
}: {
  readonly draw: DrawView;
  readonly sectors: (code: string) => string;
  readonly mayOperate: boolean;
}) {
  const [asked, setAsked] = useState<PoolRow>();
  if (draw.status !== 'preparing') return null;
  return (
    <Panel title="名单预览" sub="此刻冻结会是这样；排除的排在前面">
      <QueryTable
        name="draw-pool"
        route={drawRoutes.listPool}
        filter={{ drawId: draw.id }}
        defaults={{ size: 10 }}
        columns={[
          { key: 'name', title: '企业名称', render: (row) => row.name },
          { key: 'code', title: '统一社会信用代码', align: 'code', render: (row) => row.code },
          { key: 'sector', title: '类别', render: (row) => sectors(row.sector) },
          { key: 'able', title: '能否被抽', render: (row) => <AbleNow row={row} /> },
          ...(mayOperate
            ? [
                {
                  key: 'ask',
                  title: '办理',
                  width: 112,
                  render: (row: PoolRow) => <Ask row={row} onAsk={() => setAsked(row)} />,
                },
              ]
            : []),
        ]}
        rowKey={(row) => row.code}
        rowName={(row) => row.name}
        rowLook={(row) => (row.exclusion === null ? 'plain' : 'sunken')}
        chips={[{ key: 'excludedOnly', label: '能否被抽', options: [{ value: 'true', label: '只看排除的' }] }]}
        searchFor="企业名称、代码"
        prefix="pool"
        empty={<Empty>底册中没有符合范围的企业。</Empty>}
      />
      {asked !== undefined && <AskDialog draw={draw} row={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
}

/** 可抽, or why not; whatever was approved against the rules says so. */
export function AbleNow({ row }: { readonly row: Pick<PoolRow, 'exclusion' | 'override'> }) {
  const { exclusion, override } = row;
  if (exclusion === null) {
    const approved = override === null ? '' : `（经${override.decision?.act.name ?? ''}批准恢复：${override.text}）`;
    return <StateText kind="done">可抽{approved}</StateText>;
  }
  const evidence = exclusion.evidence === null ? '' : `（${exclusion.evidence}）`;
  return (
    <StateText kind="none">
      排除：{exclusionTitles[exclusion.reason]}
      {evidence}
    </StateText>
  );
}

function Ask({ row, onAsk }: { readonly row: PoolRow; readonly onAsk: () => void }) {
  const { exclusion, name } = row;
  // What the law excludes nobody can put back; what was left out by approval stays out of this draw.
  if (exclusion?.reason === 'closed' || exclusion?.reason === 'left-out') return <span className="hint">不能恢复</span>;
  const words = exclusion === null ? '申请排除' : '申请恢复';
  return (
    <Button look="small" label={`${words}：${name}`} onPress={onAsk}>
      {words}
    </Button>
  );
}

function AskDialog({
  draw,
  row,
  onClose,
}: {
  readonly draw: DrawView;
  readonly row: PoolRow;
  readonly onClose: () => void;
}) {
  const kind = row.exclusion === null ? 'leave-out' : 'put-back';
  return (
    <Dialog open title={`${overrideTitles[kind]}${row.name}？`} onClose={onClose} width={560}>
      <CommandForm
        route={drawRoutes.requestExclusionOverride}
        fixed={{ drawId: draw.id, version: draw.version, subjectId: row.subjectId, kind }}
        initial={{ text: '', ground: '' }}
        names={{ text: '理由', ground: '法律依据' }}
        verb={`申请${overrideTitles[kind]}`}
        onDone={onClose}
        aside={<Button onPress={onClose}>返回</Button>}
      >
        <p className="hint">
          由<Term of="deputyDirector" />
          审批，申请人不能审批。理由和批准人随名单在门户公开。
        </p>
        <LongTextField name="text" label="理由" rows={3} maxLength={500} />
        {kind === 'put-back' && (
          <TextField
            name="ground"
            label="法律依据"
            hint="检查次数已达上限的必须写，如《安全生产法》第六十五条"
            optional
          />
        )}
      </CommandForm>
    </Dialog>
  );
}
