import { budgetRoutes } from '@mingchou/contract';
import { budgetStatusTerms } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import {
  Button,
  formatMoment,
  PageHead,
  RefusalNote,
  SealWithWord,
  StateTag,
  type Step,
  Steps,
} from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { mustCount, type ShownBudget } from './shown-budget.ts';

type Flush = () => Promise<number | undefined>;

/** Title, state, what was saved when, and the one step that comes next. */
export function BudgetHead({
  shown,
  flush,
  saving,
}: {
  readonly shown: ShownBudget;
  readonly flush: Flush;
  readonly saving: boolean;
}) {
  const { budget, content } = shown;
  return (
    <PageHead
      title={content.title}
      state={<BudgetState shown={shown} />}
      meta={saving ? '正在保存' : metaOf(shown)}
      actions={
        <>
          <Button icon="print" onPress={() => window.print()}>
            打印测算表
          </Button>
          {budget.status === 'draft' ? <Submit shown={shown} flush={flush} /> : <Decisions shown={shown} />}
        </>
      }
    >
      <Steps label="计划编制步骤" steps={stepsOf(shown)} />
    </PageHead>
  );
}

function metaOf({ budget, content }: ShownBudget): string {
  const { sentBack, changedAt, year } = budget;
  if (budget.status === 'draft' && sentBack !== null) {
    return `${sentBack.by.name}${sentBack.kind === 'returned' ? '退回' : '撤回'}：${sentBack.reason}`;
  }
  const from = content.source === null ? '' : `从${content.source}读入，`;
  return `${from}${formatMoment(changedAt, year)}${budget.status === 'draft' ? '已自动保存' : '办理'}`;
}

function BudgetState({ shown }: { readonly shown: ShownBudget }) {
  const { budget } = shown;
  switch (budget.status) {
    case 'draft':
      return (
        <StateTag kind={budget.sentBack?.kind === 'returned' ? 'returned' : 'draft'}>
          草稿 第{budget.edition}稿
        </StateTag>
      );
    case 'awaiting-approval':
      return <StateTag kind="waiting">{budgetStatusTerms[budget.status]}</StateTag>;
    case 'approved':
      return <SealWithWord character="批">{budget.approved?.name}</SealWithWord>;
  }
}

/** 底数 → 工作日测算 → 重点检查 → 一般检查 → 审批; legal review and publication are the plan's. */
function stepsOf(shown: ShownBudget): readonly Step[] {
  const { budget, content, reckoning, check } = shown;
  const [priority, ordinary] = content.classes;
  const must = mustCount(shown) > 0;
  const doubt = check.open.some(({ severity }) => severity === 'check');
  const units = (count: number | null) => (count === null ? '未写' : `${count}家`);
  const draft = budget.status === 'draft';
  const all = (priority.units ?? 0) + (ordinary.units ?? 0);
  return [
    { name: '底数', figure: `${all}家`, state: all === 0 ? 'not-begun' : 'done', to: '/registry' },
    {
      name: '工作日测算',
      figure: `${reckoning.total}日`,
      state: must ? 'late' : doubt && draft ? 'soon' : draft ? 'draft' : 'done',
      current: true,
    },
    {
      name: '重点检查',
      figure: units(priority.units),
      state: priority.units === null ? 'not-begun' : 'done',
      to: '/plan',
    },
    {
      name: '一般检查',
      figure: units(ordinary.units),
      state: ordinary.units === null ? 'not-begun' : 'done',
      to: '/plan',
    },
    {
      name: '审批',
      state: budget.status === 'approved' ? 'done' : draft ? 'not-begun' : 'waiting',
      ...(budget.approved === null ? {} : { figure: budget.approved.name }),
    },
  ];
}

function Submit({ shown, flush }: { readonly shown: ShownBudget; readonly flush: Flush }) {
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

function Decisions({ shown }: { readonly shown: ShownBudget }) {
  const { budget, reckoning } = shown;
  const may = useMay();
  const me = useDesk().session.person.id;
  const [asking, setAsking] = useState<'withdraw' | 'return' | 'approve'>();
  if (budget.status !== 'awaiting-approval') return null;
  const mine = budget.submitted?.personId === me;
  const target = { budgetId: budget.id, version: budget.version };
  const close = () => setAsking(undefined);
  const back = { fixed: target, onClose: close };
  return (
    <>
      {mine && may('withdraw-budget') && <Button onPress={() => setAsking('withdraw')}>撤回测算</Button>}
      {!mine && may('return-budget') && <Button onPress={() => setAsking('return')}>退回补正</Button>}
      {!mine && may('approve-budget') && (
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
