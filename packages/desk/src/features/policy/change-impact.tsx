import { policyImpactTitles, type PolicyImpact, policyRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { Block, Panel, Waiting } from '../../design/index.ts';

/** 改了会怎样: what the change would do to open work, before anybody approves it. */
export function ChangeImpact({ change }: { readonly change: string | undefined }) {
  return (
    <Panel as="aside" title="改了会怎样" sub="正在办的事" padded={change === undefined}>
      {change === undefined ? (
        <p className="hint">填好后点「看改了会怎样」，这里列出哪些计划、任务、抽签、检查和公示会变。</p>
      ) : (
        <Impacts change={change} />
      )}
    </Panel>
  );
}

export function Impacts({ change }: { readonly change: string }) {
  const preview = useQueryRoute(policyRoutes.previewPolicyChange, { change });
  if (preview.data === undefined) return <Waiting on={preview} />;
  return (
    <>
      {preview.data.impacts.map((impact) => (
        <Impact key={impact.kind} impact={impact} />
      ))}
    </>
  );
}

function Impact({ impact: { kind, open, rows } }: { readonly impact: PolicyImpact }) {
  const shown = rows.slice(0, 20);
  return (
    <Block title={policyImpactTitles[kind]} right={`${open}件中${rows.length}件会变`}>
      {shown.map((row) => (
        <p key={row.name}>
          {row.name}
          <br />
          <span className="second">
            {row.before} → {row.after}
          </span>
        </p>
      ))}
      {rows.length > shown.length && <p className="hint">另有{rows.length - shown.length}件。</p>}
    </Block>
  );
}
