import { type InspectionRow, inspectionRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/use-query-route.ts';
import { useDesk, useMay } from '../../app/session.ts';
import type { Todo, TodoList, TodoSource } from '../../app/todo.ts';

/** What each state asks of the team. From the first record on, the deadline of the disclosure counts and stands there. */
const asks: Readonly<Partial<Record<InspectionRow['status'], { readonly what: string; readonly verb: string }>>> = {
  awaiting: { what: '检查', verb: '开始检查' },
  begun: { what: '录入检查结果', verb: '录入结果' },
};

function useTodos(): TodoList {
  const { today } = useDesk();
  const mayList = useMay()('list-inspections');
  const input = { mine: 'true', size: 100, sort: 'dueOn' } as const;
  const asked = useQueryRoute(inspectionRoutes.listInspections, input, { enabled: mayList });
  const rows = (asked.data?.rows ?? []).flatMap((row): readonly Todo[] => {
    const ask = asks[row.status];
    if (ask === undefined) return [];
    return [
      {
        key: `inspection:${row.id}`,
        urgency: row.dueOn < today ? 'overdue' : 'later',
        when: row.dueOn < today ? '任务期限已过' : '',
        dueOn: row.dueOn,
        subject: row.subjectName,
        what: ask.what,
        verb: ask.verb,
        to: `/inspection/${row.id}`,
      },
    ];
  });
  return { rows, loading: asked.isLoading, failed: asked.isError };
}

export const inspectionTodos: TodoSource = { entry: '检查', useTodos };
