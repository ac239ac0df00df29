import { budgetRoutes } from '@mingchou/contract';
import { checkBudget, reckon } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { type StateKind, Steps, type Step } from '../../design/index.ts';
import type { ShownPlan } from './shown-plan.ts';

/** 底数 → 计划表 → 工作日测算 → 法制审核 → 审批 → 公开. */
export function PlanSteps({ shown }: { readonly shown: ShownPlan }) {
  const { plan, totals, check } = shown;
  const blocked = check.open.some((finding) => finding.blocks);
  const draft = plan.status === 'draft';
  const steps: Step[] = [
    { name: '底数', figure: `${totals.registry}家`, state: 'done' },
    { name: '计划表', figure: `${totals.rows}项任务`, state: tableState(blocked, draft), current: draft },
    { name: '工作日测算', ...useBudgetStep(plan.year) },
    { name: '法制审核', ...reviewStep(shown) },
    { name: '审批备案', ...approvalStep(shown) },
    {
      name: '公开',
      state: plan.status === 'published' ? 'done' : 'not-begun',
      current: plan.status === 'approved' || plan.status === 'published',
      ...(plan.published === null ? {} : { figure: plan.published.name }),
    },
  ];
  return <Steps label="计划编制步骤" steps={steps} />;
}

/** The year's budget of days, which has a page of its own. */
function useBudgetStep(year: number): Pick<Step, 'state' | 'figure' | 'to'> {
  const shown = useQueryRoute(budgetRoutes.showBudget, { year });
  const budget = shown.data?.budget ?? null;
  if (shown.data === undefined || budget === null) return { state: 'none', figure: '本计划未用', to: '/budget' };
  const { rules } = shown.data;
  const wrong = checkBudget(budget.content, rules).some(({ severity }) => severity === 'must');
  const figure = `${reckon(budget.content, rules).total}日`;
  return { state: wrong ? 'late' : budget.status === 'approved' ? 'done' : 'draft', figure, to: '/budget' };
}

function tableState(blocked: boolean, draft: boolean): StateKind {
  if (blocked) return 'late';
  return draft ? 'draft' : 'done';
}

type StepState = Pick<Step, 'state' | 'current' | 'figure'>;

function reviewStep({ plan }: ShownPlan): StepState {
  if (plan.status === 'awaiting-legal-review') return { state: 'waiting', current: true };
  if (plan.legalReview === null) return { state: 'not-begun' };
  return plan.legalReview.kind === 'reviewed'
    ? { state: 'done', figure: plan.legalReview.by.name }
    : { state: 'none', figure: '不另审' };
}

function approvalStep({ plan }: ShownPlan): StepState {
  if (plan.status === 'awaiting-approval') return { state: 'waiting', current: true };
  return plan.approved === null ? { state: 'not-begun' } : { state: 'done', figure: plan.approved.name };
}
