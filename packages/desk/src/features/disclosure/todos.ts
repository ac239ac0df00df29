import { type DisclosureRow, disclosureRoutes } from '@mingchou/contract';
import type { Role } from '@mingchou/domain';
import { useQueryRoute } from '../../api/use-query-route.ts';
import { useDesk, useMay } from '../../app/session.ts';
import type { Todo, TodoList, TodoSource } from '../../app/todo.ts';
import { remainingDays } from './remaining.ts';

type Step = DisclosureRow['step'];

/** Who is asked for what until a result is public. Its own deadline counts here, not the task's window. */
const asks: Readonly<Record<Step, { readonly role: Role; readonly what: string; readonly verb: string }>> = {
  confirmation: { role: 'sectionChief', what: '确认检查结果', verb: '确认' },
  'legal-review': { role: 'legalClerk', what: '法制审核', verb: '审核' },
  returned: { role: 'inspector', what: '退回补正', verb: '补正' },
  approved: { role: 'legalClerk', what: '公示', verb: '公示' },
};

function isAsked(row: DisclosureRow, roles: readonly Role[]): boolean {
  if (row.step === 'approved') return row.mayDisclose;
  return roles.includes(asks[row.step].role) && (row.step !== 'returned' || row.mine);
}

/** Results that wait for this person's next step, by the day on which they must be public. */
function useTodos(): TodoList {
  const { roles } = useDesk().session.person;
  const mayList = useMay()('list-disclosures');
  const asked = useQueryRoute(disclosureRoutes.listDisclosures, { state: 'waiting', size: 100 }, { enabled: mayList });
  const rows = (asked.data?.rows ?? []).filter((row) => isAsked(row, roles)).map(todoOf);
  return { rows, loading: asked.isLoading, failed: asked.isError };
}

function todoOf(row: DisclosureRow): Todo {
  const days = remainingDays(row);
  return {
    key: `disclosure:${row.id}`,
    urgency: days === undefined || days < 0 ? 'overdue' : days === 0 ? 'today' : days === 1 ? 'soon' : 'later',
    when: wordsOf(days),
    dueOn: row.deadline.last,
    subject: row.subjectName,
    what: asks[row.step].what,
    verb: asks[row.step].verb,
    to: row.step === 'approved' ? `/disclosure?open=${row.id}` : `/inspection/${row.id}`,
  };
}

function wordsOf(days: number | undefined): string {
  if (days === undefined) return '已超期';
  if (days < 0) return `已超${-days}个工作日`;
  return days === 0 ? '今天到期' : `剩${days}个工作日`;
}

export const disclosureTodos: TodoSource = { entry: '公示', useTodos };
