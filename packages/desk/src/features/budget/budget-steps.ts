import type { Step } from '../../design/index.ts';
import { mustCount, type ShownBudget } from './shown-budget.ts';

/** 底数 → 工作日测算 → 重点检查 → 一般检查 → 法制审核 → 审批; publication is the plan's. */
export function stepsOf(shown: ShownBudget): readonly Step[] {
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
    { name: '法制审核', ...reviewStep(shown) },
    {
      name: '审批',
      state: budget.status === 'approved' ? 'done' : budget.status === 'awaiting-approval' ? 'waiting' : 'not-begun',
      ...(budget.approved === null ? {} : { figure: budget.approved.name }),
    },
  ];
}

function reviewStep({ budget, rules }: ShownBudget): Pick<Step, 'state' | 'figure'> {
  if (budget.status === 'awaiting-legal-review') return { state: 'waiting' };
  if (budget.review?.kind === 'reviewed') return { state: 'done', figure: budget.review.by.name };
  if (budget.review?.kind === 'skipped' || !rules.legalReview.asked) return { state: 'none', figure: '不另审' };
  return { state: 'not-begun' };
}
