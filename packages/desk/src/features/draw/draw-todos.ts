import { type DrawRow, drawRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import type { Todo, TodoList, TodoSource } from '../../app/todo.ts';

const verbs: Readonly<Partial<Record<DrawRow['status'], readonly [what: string, verb: string]>>> = {
  preparing: ['冻结名单', '打开'],
  frozen: ['公开承诺', '打开'],
  committed: ['录入骰子数', '打开'],
  collecting: ['收齐随机数', '打开'],
  drawn: ['派发', '派发'],
};

/** Draws that wait for the next gate; the operator's own, everybody else's under 等别人. */
export const drawTodos: TodoSource = {
  entry: '抽签',
  useTodos: (): TodoList => {
    const { session } = useDesk();
    const draws = useQueryRoute(drawRoutes.listDraws, { size: 50 }, { enabled: useMay()('list-draws') });
    const decides = session.person.roles.includes('deputyDirector');
    const mine = session.person.roles.includes('legalClerk');
    return {
      rows: (draws.data?.rows ?? []).flatMap((row) =>
        row.overridesWaiting > 0 && decides
          ? [overrideTodo(row)]
          : row.requestsWaiting > 0
            ? [requestTodo(row, decides)]
            : todoOf(row, mine),
      ),
      loading: draws.isLoading,
      failed: draws.isError,
    };
  },
};

/** 回避 and 递补 wait for the leader; a team must not stand still over them. */
function requestTodo(row: DrawRow, decides: boolean): Todo {
  return {
    key: `draw ${row.id}`,
    urgency: decides ? 'soon' : 'others',
    when: decides ? '检查前决定' : '',
    dueOn: row.openAt.slice(0, 10),
    subject: `第${row.drawNo}号抽签`,
    what: `${decides ? '' : '待领导'}决定回避、递补申请${row.requestsWaiting}件`,
    verb: decides ? '决定' : '查看',
    to: `/teams?draw=${row.id}`,
  };
}

function overrideTodo(row: DrawRow): Todo {
  return {
    key: `draw ${row.id}`,
    urgency: 'later',
    when: '',
    dueOn: row.openAt.slice(0, 10),
    subject: `第${row.drawNo}号抽签`,
    what: `审批恢复或排除的申请${row.overridesWaiting}条`,
    verb: '审批',
    to: `/draw/${row.id}`,
  };
}

/** Every visit of a sealed draw is over: the seal has no reason any more. */
function unsealTodo(row: DrawRow, unsealBy: string, overdue: boolean, mine: boolean): Todo {
  return {
    key: `unseal ${row.id}`,
    urgency: mine ? (overdue ? 'overdue' : 'later') : 'others',
    when: '',
    dueOn: unsealBy,
    subject: `第${row.drawNo}号抽签`,
    what: mine ? '检查已全部结束，开封' : '待经办人开封',
    verb: mine ? '开封' : '查看',
    to: `/draw/${row.id}`,
  };
}

function todoOf(row: DrawRow, mine: boolean): Todo[] {
  const { sealed } = row;
  if (sealed !== null && sealed.unsealBy !== null) return [unsealTodo(row, sealed.unsealBy, sealed.overdue, mine)];
  const words = verbs[row.status];
  if (words === undefined) return [];
  const [what, verb] = words;
  return [
    {
      key: `draw ${row.id}`,
      urgency: mine ? 'later' : 'others',
      when: '',
      dueOn: row.openAt.slice(0, 10),
      subject: `第${row.drawNo}号抽签`,
      what: mine ? what : `待经办人${what}`,
      verb: mine ? verb : '查看',
      to: `/draw/${row.id}`,
    },
  ];
}
