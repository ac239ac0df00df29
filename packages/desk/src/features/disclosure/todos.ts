import { disclosureRoutes } from '@mingchou/contract';
import { useListRoute } from '../../api/use-query-route.ts';
import type { Todo, TodoList, TodoSource } from '../../app/todo.ts';
import { remainingDays } from './remaining.ts';

/** Results this person may disclose now; others' steps stand with the inspections. */
function useTodos(): TodoList {
  const asked = useListRoute(disclosureRoutes.listDisclosures, { state: 'waiting', size: 100 });
  const rows = (asked.data?.rows ?? []).flatMap((row): readonly Todo[] => {
    if (!row.mayDisclose) return [];
    const days = remainingDays(row);
    return [
      {
        key: `disclosure:${row.id}`,
        urgency: days === undefined || days < 0 ? 'overdue' : days === 0 ? 'today' : days === 1 ? 'soon' : 'later',
        when: wordsOf(days),
        dueOn: row.deadline.last,
        subject: row.subjectName,
        what: '公示',
        verb: '公示',
        to: `/disclosure?open=${row.id}`,
      },
    ];
  });
  return { rows, loading: asked.isPending, failed: asked.isError };
}

function wordsOf(days: number | undefined): string {
  if (days === undefined) return '已超期';
  if (days < 0) return `已超${-days}个工作日`;
  return days === 0 ? '今天到期' : `剩${days}个工作日`;
}

export const disclosureTodos: TodoSource = { entry: '公示', useTodos };
