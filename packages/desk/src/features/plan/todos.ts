import { planRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import type { Todo, TodoSource } from '../../app/todo.ts';

/** What a plan waits for, and of which command. */
const waits = {
  'awaiting-legal-review': { command: 'review-plan', what: '待法制审核', verb: '审核计划' },
  'awaiting-approval': { command: 'approve-plan', what: '待审批', verb: '审批计划' },
  'awaiting-government': { command: 'record-government-answer', what: '待政府批准', verb: '登记批复' },
  approved: { command: 'publish-plan', what: '已批准，待公开', verb: '公开计划' },
} as const;

export const planTodos: TodoSource = {
  entry: '计划',
  useTodos: () => {
    const may = useMay();
    const plans = useQueryRoute(planRoutes.listPlans, { size: 20 });
    const rows = (plans.data?.rows ?? []).flatMap((plan): Todo[] => {
      if (plan.status === 'draft' || plan.status === 'published') return [];
      const { command, what, verb } = waits[plan.status];
      const mine = may(command);
      const to = plan.status === 'awaiting-approval' && mine ? `/plan/${plan.id}/approval` : `/plan/${plan.id}`;
      return [
        {
          key: `plan-${plan.id}`,
          urgency: mine ? 'later' : 'others',
          when: '',
          dueOn: '',
          subject: plan.amendmentNo === 0 ? plan.title : `${plan.title}（第${plan.amendmentNo}次修订）`,
          what,
          verb: mine ? verb : '查看',
          to,
        },
      ];
    });
    return { rows, loading: plans.data === undefined && plans.error === null, failed: plans.error !== null };
  },
};
