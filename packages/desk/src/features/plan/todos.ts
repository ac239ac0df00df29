import { planRoutes } from '@mingchou/contract';
import { type CalendarDate, nationalCalendar, type Remaining, remainingWorkdays } from '@mingchou/domain';
import type { z } from 'zod';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import type { Todo, TodoSource } from '../../app/todo.ts';

/** What a plan waits for, and of which command. */
const waits = {
  'awaiting-legal-review': { command: 'review-plan', what: '待法制审核', verb: '审核计划' },
  'awaiting-approval': { command: 'approve-plan', what: '待审批', verb: '审批计划' },
  'awaiting-government': { command: 'record-government-answer', what: '待政府批准', verb: '登记批复' },
  approved: { command: 'publish-plan', what: '已批准，待公开', verb: '公开计划' },
} as const;

type Listed = z.output<typeof planRoutes.listPlans.reply>['rows'][number];
type May = ReturnType<typeof useMay>;

function subjectOf({ title, amendmentNo }: Listed): string {
  return amendmentNo === 0 ? title : `${title}（第${amendmentNo}次修订）`;
}

/** The next step towards a public plan. */
function stepOf(plan: Listed, may: May): readonly Todo[] {
  if (plan.status === 'draft' || plan.status === 'published') return [];
  const { command, what, verb } = waits[plan.status];
  const mine = may(command);
  const to = plan.status === 'awaiting-approval' && mine ? `/plan/${plan.id}/approval` : `/plan/${plan.id}`;
  const urgency = mine ? 'later' : 'others';
  const row = { key: `plan-${plan.id}`, urgency, when: '', dueOn: '', subject: subjectOf(plan) } as const;
  return [{ ...row, what, verb: mine ? verb : '查看', to }];
}

/** 报上级备案 has a day of its own, beside publication. */
function filingOf(plan: Listed, may: May, today: CalendarDate): readonly Todo[] {
  if (plan.toFile === null || !may('file-plan')) return [];
  const { last } = plan.toFile;
  const left = last === null ? undefined : remainingWorkdays(nationalCalendar, today, last);
  return [
    {
      key: `plan-filing-${plan.id}`,
      ...urgencyOf(left),
      dueOn: last ?? '',
      subject: subjectOf(plan),
      what: `报${plan.toFile.with}备案`,
      verb: '登记报备',
      to: `/plan/${plan.id}`,
    },
  ];
}

function urgencyOf(left: Remaining | undefined): Pick<Todo, 'urgency' | 'when'> {
  if (left === undefined) return { urgency: 'later', when: '' };
  if (left.kind === 'overdue') return { urgency: 'overdue', when: `已超${left.workdays}个工作日` };
  if (left.kind === 'today') return { urgency: 'today', when: '今天到期' };
  return { urgency: left.workdays <= 1 ? 'soon' : 'later', when: `剩${left.workdays}个工作日` };
}

export const planTodos: TodoSource = {
  entry: '计划',
  useTodos: () => {
    const may = useMay();
    const { today } = useDesk();
    const plans = useQueryRoute(planRoutes.listPlans, { size: 20 });
    const rows = (plans.data?.rows ?? []).flatMap((plan) => [...stepOf(plan, may), ...filingOf(plan, may, today)]);
    return { rows, loading: plans.data === undefined && plans.error === null, failed: plans.error !== null };
  },
};
