import { type InspectionRow, inspectionRoutes } from '@mingchou/contract';
import { useListRoute } from '../../api/use-query-route.ts';
import { useDesk } from '../../app/session.ts';
import type { Todo, TodoList, TodoSource } from '../../app/todo.ts';

/** What each state asks of whom. */
const asks: Readonly<
  Partial<Record<InspectionRow['status'], { readonly role: string; readonly what: string; readonly verb: string }>>
> = {
  awaiting: { role: 'inspector', what: '检查', verb: '开始检查' },
  begun: { role: 'inspector', what: '录入检查结果', verb: '录入结果' },
  returned: { role: 'inspector', what: '退回补正', verb: '补正' },
  'awaiting-confirmation': { role: 'sectionChief', what: '确认检查结果', verb: '确认' },
  'awaiting-legal-review': { role: 'legalClerk', what: '法制审核', verb: '审核' },
};

function useTodos(): TodoList {
  const { session, today } = useDesk();
  const { roles } = session.person;
  const asked = useListRoute(inspectionRoutes.listInspections, { size: 100, sort: 'dueOn' });
  const rows = (asked.data?.rows ?? []).flatMap((row): readonly Todo[] => {
    const ask = asks[row.status];
    if (ask === undefined || !roles.some((role) => role === ask.role)) return [];
    if (ask.role === 'inspector' && !row.mine) return [];
    return [
      {
        key: `inspection:${row.id}`,
        urgency: row.dueOn < today ? 'overdue' : row.status === 'returned' ? 'soon' : 'later',
        when: row.dueOn < today ? '任务期限已过' : '',
        dueOn: row.dueOn,
        subject: row.subjectName,
        what: ask.what,
        verb: ask.verb,
        to: `/inspection/${row.id}`,
      },
    ];
  });
  return { rows, loading: asked.isPending, failed: asked.isError };
}

export const inspectionTodos: TodoSource = { entry: '检查', useTodos };
