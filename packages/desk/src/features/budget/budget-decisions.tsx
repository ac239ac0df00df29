import { budgetRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Button, RefusalNote } from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { mustCount, type ShownBudget } from './shown-budget.ts';

export type Flush = () => Promise<number | undefined>;

export function Submit({ shown, flush }: { readonly shown: ShownBudget; readonly flush: Flush }) {
  const may = useMay();
  const submit = useCommand(budgetRoutes.submitBudget);
  const must = mustCount(shown);
  if (!may('submit-budget')) return null;
  return (
    <>
      <RefusalNote refusal={submit.refusal} />
      <Button
        look="main"
        busy={submit.pending}
        reason={must > 0 ? `先解决${must}项，才能提交` : undefined}
        onReason={() => document.querySelector('.finding')?.scrollIntoView({ block: 'center' })}
        onPress={async () => {
          const version = await flush();
          if (version !== undefined) await submit.give({ budgetId: shown.budget.id, version });
        }}
      >
        提交审批
      </Button>
    </>
  );
}

/** What may be done with a budget that has been submitted. */
export function Decisions({ shown }: { readonly shown: ShownBudget }) {
  const { budget, reckoning } = shown;
  const may = useMay();
  const me = useDesk().session.person.id;
  const [asking, setAsking] = useState<'withdraw' | 'return' | 'review' | 'approve' | 'reopen'>();
  const waits = budget.status === 'awaiting-approval' || budget.status === 'awaiting-legal-review';
  const mine = budget.submitted?.personId === me;
  const target = { budgetId: budget.id, version: budget.version };
  const close = () => setAsking(undefined);
  const back = { fixed: target, onClose: close };
  return (
    <>
      {budget.status === 'approved' && may('reopen-budget') && (
        <Button onPress={() => setAsking('reopen')}>重新打开测算</Button>
      )}
      {waits && mine && may('withdraw-budget') && <Button onPress={() => setAsking('withdraw')}>撤回测算</Button>}
      {waits && !mine && may('return-budget') && <Button onPress={() => setAsking('return')}>退回补正</Button>}
      {budget.status === 'awaiting-legal-review' && !mine && may('review-budget') && (
        <Button look="main" onPress={() => setAsking('review')}>
          审核通过
        </Button>
      )}
      {budget.status === 'awaiting-approval' && !mine && may('approve-budget') && (
        <Button look="main" onPress={() => setAsking('approve')}>
          批准测算
        </Button>
      )}
      {asking === 'withdraw' && (
        <ReasonDialog
          {...back}
          question={`撤回${budget.year}年工作日测算？`}
          route={budgetRoutes.withdrawBudget}
          label="撤回的理由"
          verb="撤回测算"
          decline="不撤回"
        />
      )}
      {asking === 'return' && (
        <ReasonDialog
          {...back}
          question={`退回${budget.year}年工作日测算？`}
          route={budgetRoutes.returnBudget}
          label="退回的理由"
          verb="退回补正"
          decline="不退回"
        />
      )}
      {asking === 'review' && (
        <ReasonDialog
          {...back}
          question={`${budget.year}年工作日测算审核通过？`}
          route={budgetRoutes.reviewBudget}
          field="opinion"
          label="审核意见"
          verb="审核通过"
          decline="暂不通过"
        />
      )}
      {asking === 'reopen' && (
        <ReasonDialog
          {...back}
          question={`重新打开${budget.year}年工作日测算？`}
          note={`第${budget.edition}稿留存，可随时查看和打印；新的一稿批准前，计划仍按它计算。`}
          route={budgetRoutes.reopenBudget}
          label="重新打开的理由"
          verb="重新打开测算"
          decline="不重新打开"
        />
      )}
      <IrreversibleDialog
        open={asking === 'approve'}
        question={`批准${budget.year}年工作日测算？`}
        verb="批准测算"
        decline="暂不批准"
        route={budgetRoutes.approveBudget}
        input={target}
        fixes={[
          `总法定工作日${reckoning.total}日，监督检查${reckoning.supervision}日`,
          '两组分项、重点和一般检查的工作日，以及保留的理由',
        ]}
        seenBy={['本局人员']}
        onDone={close}
        onClose={close}
      />
    </>
  );
}
