import { budgetRoutes } from '@mingchou/contract';
import { budgetOf, checkBudget, daysOfPlan, reckon } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { type StateKind, Steps, type Step } from '../../design/index.ts';
import { factsOfShown } from './live-plan.ts';
import type { ShownPlan } from './shown-plan.ts';

/** 底数 → 计划表 → 工作日测算 → 法制审核 → 审批 (→ 政府批准) → 公开 (→ 备案). */
export function PlanSteps({ shown }: { readonly shown: ShownPlan }) {
  const { plan, totals, check } = shown;
  const blocked = check.open.some((finding) => finding.blocks);
  const draft = plan.status === 'draft';
  const steps: Step[] = [
    { name: '底数', figure: `${totals.registry}家`, state: 'done' },
    { name: '计划表', figure: `${totals.rows}项任务`, state: tableState(blocked, draft), current: draft },
    { name: '工作日测算', ...useBudgetStep(shown) },
    { name: '法制审核', ...reviewStep(shown) },
    { name: '审批', ...approvalStep(shown) },
    ...governmentStep(shown),
    {
      name: '公开',
      state: plan.status === 'published' ? 'done' : 'not-begun',
      current: plan.status === 'approved' || plan.status === 'published',
      ...(plan.published === null ? {} : { figure: plan.published.name }),
    },
    ...filingStep(shown),
  ];
  return <Steps label="计划编制步骤" steps={steps} />;
}

/** The year's budget of days, which has a page of its own. */
function useBudgetStep(plan: ShownPlan): Pick<Step, 'state' | 'figure' | 'to'> {
  const shown = useQueryRoute(budgetRoutes.showBudget, { year: plan.plan.year });
  const facts = factsOfShown(plan);
  const inForce = budgetOf(facts);
  if (inForce !== undefined) {
    const used = daysOfPlan(facts);
    const figure = `${used}/${inForce.supervision}日`;
    return { state: used > inForce.supervision ? 'late' : 'done', figure, to: '/budget' };
  }
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

/** Stands only where the bureau's rules ask for the government's approval. */
function governmentStep({ plan, approval }: ShownPlan): readonly Step[] {
  const { government } = approval;
  if (government === null) return [];
  const name = '政府批准';
  if (government.answer !== null) return [{ name, state: 'done', figure: government.answer.documentNo }];
  if (plan.status !== 'awaiting-government') return [{ name, state: 'not-begun' }];
  return [{ name, state: 'waiting', current: true, figure: government.sent === null ? '待报送' : '已报送' }];
}

function filingStep({ approval }: ShownPlan): readonly Step[] {
  const { filing } = approval;
  if (filing === null) return [];
  if (filing.receipt !== null) return [{ name: '备案', state: 'done', figure: filing.receipt.receiptNo }];
  if (filing.sent !== null) return [{ name: '备案', state: 'waiting', figure: '待回执' }];
  return [{ name: '备案', state: filing.late ? 'late' : 'not-begun' }];
}
