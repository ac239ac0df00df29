import { budgetRoutes } from '@mingchou/contract';
import type { BudgetFinding, BudgetPlace } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { type Finding, FindingsPanel, formatMoment, Panel, RefusalNote } from '../../design/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { ShownBudget } from './shown-budget.ts';

interface BudgetFindingsProps {
  readonly shown: ShownBudget;
  readonly flush: () => Promise<number | undefined>;
  readonly onLocate: (places: readonly BudgetPlace[]) => void;
}

/** 核对结果: each mistake with its ways out, which are equal choices; the officer picks. */
export function BudgetFindings({ shown, flush, onLocate }: BudgetFindingsProps) {
  const { budget, check, editable } = shown;
  const mend = useCommand(budgetRoutes.mendBudget);
  const [keeping, setKeeping] = useState<{ readonly finding: BudgetFinding; readonly version: number }>();

  const take = async (finding: BudgetFinding, remedy: string) => {
    const version = await flush();
    if (version !== undefined) await mend.give({ budgetId: budget.id, version, finding: finding.id, remedy });
  };
  const keep = async (finding: BudgetFinding) => {
    const version = await flush();
    if (version !== undefined) setKeeping({ finding, version });
  };
  const findings = check.open.map(
    (finding): Finding => ({
      key: finding.id,
      level: finding.severity,
      verdict: finding.verdict,
      detail: <Detail finding={finding} />,
      onLocate: () => onLocate(finding.places),
      remedies: [
        ...(editable
          ? finding.remedies.map(({ key, text }) => ({ word: text, onPress: () => void take(finding, key) }))
          : []),
        ...(finding.id.startsWith('sum:') ? [{ word: '核对分项', onPress: () => onLocate(finding.places) }] : []),
        ...(editable && finding.severity === 'check'
          ? [{ word: '保留并写明理由', onPress: () => void keep(finding), quiet: true }]
          : []),
      ],
    }),
  );
  return (
    <>
      <FindingsPanel
        sub="每次改动后自动重核"
        findings={findings}
        clear="人数、法定工作日、两组分项、差额、占比和余地都已复算，没有不符。"
      />
      <RefusalNote refusal={mend.refusal} />
      {keeping !== undefined && (
        <ReasonDialog
          question={`保留「${keeping.finding.verdict}」？`}
          route={budgetRoutes.keepBudgetFinding}
          fixed={{ budgetId: budget.id, version: keeping.version, finding: keeping.finding.id }}
          label="保留的理由"
          verb="保留并记下理由"
          decline="不保留"
          onClose={() => setKeeping(undefined)}
        />
      )}
    </>
  );
}

function Detail({ finding }: { readonly finding: BudgetFinding }) {
  return (
    <>
      {finding.detail}
      {finding.advice !== null && <span className="budget-advice">{finding.advice}</span>}
    </>
  );
}

/** What somebody let stand, and why: the approver reads it. */
export function KeptDoubts({ shown }: { readonly shown: ShownBudget }) {
  const { kept } = shown.check;
  if (kept.length === 0) return null;
  return (
    <Panel as="aside" title="已保留" sub={`${kept.length}条，均有理由`} padded>
      {kept.map((one) => (
        <p key={one.finding}>
          {one.verdict}
          <br />
          <span className="second">
            {one.by} {formatMoment(one.at, shown.budget.year)}：{one.reason}
          </span>
        </p>
      ))}
    </Panel>
  );
}
