import { planRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Button, Panel, RefusalNote } from '../../design/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { ShownPlan } from './shown-plan.ts';

type Proposal = ShownPlan['merges'][number];

/** 综合查一次: rows that would visit the same objects in the same months, to be merged or kept apart with a reason. */
export function MergePanel({ shown }: { readonly shown: ShownPlan }) {
  const { plan, merges } = shown;
  const may = useMay();
  const merge = useCommand(planRoutes.mergeRows);
  const [keeping, setKeeping] = useState<Proposal>();
  if (merges.length === 0) return null;
  const target = { planId: plan.id, version: plan.version };
  const editable = plan.status === 'draft' && may('merge-rows');
  return (
    <Panel as="aside" title="综合查一次" sub={`${merges.length}条合并建议`} padded>
      {merges.map((proposal) => (
        <div key={proposal.key}>
          <p>
            <strong>{proposal.verdict}</strong>
            <br />
            <span className="second">{proposal.detail}</span>
          </p>
          {editable && (
            <div className="row-commands">
              <Button
                look="small"
                busy={merge.pending}
                onPress={() => void merge.give({ ...target, proposal: proposal.key })}
              >
                合并任务
              </Button>{' '}
              <Button look="text" onPress={() => setKeeping(proposal)}>
                不合并并写明理由
              </Button>
            </div>
          )}
        </div>
      ))}
      <RefusalNote refusal={merge.refusal} />
      {keeping !== undefined && (
        <ReasonDialog
          question={`不合并？${keeping.verdict}。`}
          route={planRoutes.dismissMerge}
          fixed={{ ...target, proposal: keeping.key }}
          field="reason"
          label="不合并的理由"
          hint="理由随计划送审，审核人和审批人都看得到。"
          verb="不合并并记下理由"
          decline="再想想"
          onClose={() => setKeeping(undefined)}
        />
      )}
    </Panel>
  );
}
