import { budgetRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import type { TodoSource } from '../../app/todo.ts';

/** A budget of days that waits for its approval. */
export const budgetTodos: TodoSource = {
  entry: '计划',
  useTodos: () => {
    const may = useMay();
    const { year } = useDesk();
    const shown = useQueryRoute(budgetRoutes.showBudget, { year });
    const budget = shown.data?.budget ?? null;
    const waits = budget?.status === 'awaiting-approval' ? budget : null;
    const mine = may('approve-budget');
    const rows =
      waits === null
        ? []
        : [
            {
              key: `budget-${waits.id}`,
              urgency: mine ? ('later' as const) : ('others' as const),
              when: '',
              dueOn: '',
              subject: `${waits.year}年工作日测算`,
              what: '待审批',
              verb: mine ? '审批测算' : '查看',
              to: '/budget',
            },
          ];
    return { rows, loading: shown.data === undefined && shown.error === null, failed: shown.error !== null };
  },
};
