import { planRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useDesk, useMay } from '../../app/session.ts';
import { Button, Link } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { ShownPlan } from './shown-plan.ts';

type Asking = 'withdraw' | 'return' | 'review' | 'publish' | undefined;

/** What the signed-in person may do with a plan that is no longer a draft. */
export function PlanDecisions({ shown }: { readonly shown: ShownPlan }) {
  const [asking, setAsking] = useState<Asking>();
  return (
    <>
      <Offers shown={shown} onAsk={setAsking} />
      <Dialogs shown={shown} asking={asking} onClose={() => setAsking(undefined)} />
    </>
  );
}

function Offers({ shown, onAsk }: { readonly shown: ShownPlan; readonly onAsk: (asking: Asking) => void }) {
  const { plan } = shown;
  const may = useMay();
  const me = useDesk().session.person.id;
  const mine = plan.submitted?.personId === me;
  const print = (
    <Button icon="print" onPress={() => window.print()}>
      打印计划表
    </Button>
  );
  if (plan.status === 'awaiting-legal-review' || plan.status === 'awaiting-approval') {
    const reviewing = plan.status === 'awaiting-legal-review' && may('review-plan') && !mine;
    const approving = plan.status === 'awaiting-approval' && may('approve-plan') && !mine;
    return (
      <>
        {mine && may('withdraw-plan') && <Button onPress={() => onAsk('withdraw')}>撤回计划</Button>}
        {(reviewing || approving) && <Button onPress={() => onAsk('return')}>退回补正</Button>}
        {reviewing && (
          <Button look="main" onPress={() => onAsk('review')}>
            通过法制审核
          </Button>
        )}
        {approving && (
          <Link to={`/plan/${plan.id}/approval`} button="main">
            审批计划
          </Link>
        )}
      </>
    );
  }
  if (plan.status === 'awaiting-government') {
    return (
      <>
        {print}
        {may('publish-plan') && (
          <Button look="main" reason="政府批准以后才能公开" onPress={() => undefined}>
            公开计划
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      {print}
      {plan.status === 'approved' && may('publish-plan') && (
        <Button look="main" onPress={() => onAsk('publish')}>
          公开计划
        </Button>
      )}
    </>
  );
}

interface DialogsProps {
  readonly shown: ShownPlan;
  readonly asking: Asking;
  readonly onClose: () => void;
}

function Dialogs({ shown, asking, onClose }: DialogsProps) {
  const { plan, totals } = shown;
  const target = { planId: plan.id, version: plan.version };
  const common = { fixed: target, onClose };
  switch (asking) {
    case undefined:
      return null;
    case 'withdraw':
      return (
        <ReasonDialog
          {...common}
          question={`撤回${plan.year}年度抽查计划？`}
          route={planRoutes.withdrawPlan}
          field="reason"
          label="撤回的理由"
          verb="撤回计划"
          decline="不撤回"
        />
      );
    case 'return':
      return <ReturnDialog shown={shown} onClose={onClose} />;
    case 'review':
      return (
        <ReasonDialog
          {...common}
          question={`通过${plan.year}年度抽查计划的法制审核？`}
          route={planRoutes.reviewPlan}
          field="opinion"
          label="审核意见"
          optional
          verb="通过法制审核"
          decline="暂不通过"
        />
      );
    case 'publish':
      return (
        <IrreversibleDialog
          open
          question={`公开${plan.year}年度抽查计划？`}
          verb="公开计划"
          decline="暂不公开"
          route={planRoutes.publishPlan}
          input={target}
          fixes={[`计划表${totals.rows}项任务，抽取${totals.count}家`, '每项任务的底数、比例、取整和家数']}
          seenBy={['门户上的任何人', '计划表中的企业']}
          onDone={onClose}
          onClose={onClose}
        />
      );
  }
}

export function ReturnDialog({ shown, onClose }: { readonly shown: ShownPlan; readonly onClose: () => void }) {
  const { plan } = shown;
  return (
    <ReasonDialog
      question={`退回${plan.year}年度抽查计划？`}
      route={planRoutes.returnPlan}
      fixed={{ planId: plan.id, version: plan.version }}
      field="reason"
      label="退回的理由"
      hint="写明要补正什么；计划回到草稿，稿次加一。"
      verb="退回补正"
      decline="不退回"
      onClose={onClose}
    />
  );
}
