import { planRoutes } from '@mingchou/contract';
import { ruleOf, sourceText } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { type Finding, FindingsPanel, formatMoment, Panel, RefusalNote } from '../../design/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { ShownFinding, ShownPlan } from './shown-plan.ts';

interface PlanFindingsProps {
  readonly shown: ShownPlan;
  readonly onLocate: (rows: readonly string[]) => void;
}

/** 核对结果: what contradicts what, with a way out of each. */
export function PlanFindings({ shown, onLocate }: PlanFindingsProps) {
  const { plan, check } = shown;
  const may = useMay();
  const mend = useCommand(planRoutes.mendFinding);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [keeping, setKeeping] = useState<ShownFinding>();
  const editable = plan.status === 'draft' && may('mend-finding');

  const locate = (finding: ShownFinding) => {
    onLocate(finding.rows);
    const first = finding.rows[0];
    if (first !== undefined) document.getElementById(`row-${first}`)?.scrollIntoView({ block: 'center' });
  };
  const take = (finding: ShownFinding, remedy: string) =>
    void mend.give({ planId: plan.id, version: plan.version, finding: finding.id, remedy });

  const findings = check.open.map((finding): Finding => {
    const asChoices = finding.remediesAre === 'choices' && finding.remedies.length > 0;
    const selected = chosen[finding.id] ?? finding.remedies[0]?.key;
    const shownAs = {
      key: finding.id,
      level: finding.severity,
      evidence: finding.evidence,
      rule: captionOf(finding.rule),
      // A button says the same and does it.
      mends: finding.remedies.length > 0 || finding.severity === 'wording' ? [] : finding.mends,
      onLocate: () => locate(finding),
    };
    const told =
      finding.severity === 'wording'
        ? { detail: finding.verdict }
        : { verdict: finding.verdict, ...(finding.detail === null ? {} : { detail: finding.detail }) };
    if (!editable) return { ...shownAs, ...told };
    return {
      ...shownAs,
      ...told,
      ...(asChoices
        ? {
            choices: {
              options: finding.remedies,
              chosen: selected,
              onChoose: (key: string) => setChosen((before) => ({ ...before, [finding.id]: key })),
            },
          }
        : {}),
      remedies: [
        ...(asChoices && selected !== undefined
          ? [
              { word: '按所选修改', onPress: () => take(finding, selected) },
              { word: `定位到${finding.evidence.length}处`, onPress: () => locate(finding) },
            ]
          : finding.remedies.map((remedy) => ({ word: remedy.text, onPress: () => take(finding, remedy.key) }))),
        ...(finding.dismissible ? [{ word: '保留并写明理由', onPress: () => setKeeping(finding), quiet: true }] : []),
      ],
    };
  });

  return (
    <>
      <FindingsPanel
        sub="每次改动后自动重核"
        findings={findings}
        clear="频次、时间、事项、底数和比例都已核对，没有矛盾。"
      />
      <RefusalNote refusal={mend.refusal} />
      {keeping !== undefined && (
        <ReasonDialog
          question={`保留「${keeping.verdict}」？`}
          route={planRoutes.dismissFinding}
          fixed={{ planId: plan.id, version: plan.version, finding: keeping.id }}
          field="reason"
          label="保留的理由"
          hint="理由随计划送审，审核人和审批人都看得到。"
          verb="保留并记下理由"
          decline="不保留"
          onClose={() => setKeeping(undefined)}
        />
      )}
    </>
  );
}

/** 「C-27 · 国办发〔2024〕54号」: the class, and where it comes from; the verdict says what it is. */
function captionOf(id: string): string {
  return `${id} · ${sourceText(ruleOf(id))}`;
}

/** What someone decided to keep, with the reason: reviewer and approver read it. */
export function KeptFindings({ shown }: { readonly shown: ShownPlan }) {
  const { kept } = shown.check;
  if (kept.length === 0) return null;
  return (
    <Panel as="aside" title="已保留" sub={`${kept.length}条，均有理由`} padded>
      {kept.map((one) => (
        <p key={one.verdict}>
          {one.verdict}
          <br />
          <span className="second">
            {one.by} {formatMoment(one.at, shown.plan.year)}
            {one.edition !== null && `（第${one.edition}稿）`}：{one.reason}
            {one.rule !== null && `（${one.rule}）`}
          </span>
        </p>
      ))}
      <p className="second">所保留的情况一变，就重新列出。</p>
    </Panel>
  );
}
