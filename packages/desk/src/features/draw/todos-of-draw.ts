import type { DrawRow } from '@mingchou/contract';
import type { Todo } from '../../app/todo.ts';

const verbs: Readonly<Partial<Record<DrawRow['status'], readonly [what: string, verb: string]>>> = {
  preparing: ['冻结名单', '打开'],
  frozen: ['公开承诺', '打开'],
  committed: ['录入骰子数', '打开'],
  collecting: ['收齐随机数', '打开'],
  drawn: ['派发', '派发'],
};

/**
 * What a draw waits for: the leader's decisions first, because the gates behind them stay shut; then the next gate of
 * whoever operates draws in this bureau.
 */
export function todosOfDraw(row: DrawRow, roles: readonly string[]): Todo[] {
  const decisions = decisionsOn(row, roles.includes('deputyDirector'));
  if (decisions.length > 0) return decisions;
  const mine = roles.includes(row.operatorRole);
  const { sealed } = row;
  if (sealed !== null && sealed.unsealBy !== null) return [unsealTodo(row, sealed.unsealBy, sealed.overdue, mine)];
  const words = verbs[row.status];
  if (words === undefined) return [];
  const [what, verb] = words;
  return [
    {
      ...about(row),
      key: `draw ${row.id}`,
      urgency: mine ? 'later' : 'others',
      what: mine ? what : `待经办人${what}`,
      verb: mine ? verb : '查看',
    },
  ];
}

function decisionsOn(row: DrawRow, decides: boolean): Todo[] {
  const teams = `/teams?draw=${row.id}`;
  return [
    ...(row.designWaiting ? [decision(row, 'design', '审批与计划或规则不同的设计', '审批', decides)] : []),
    ...(row.overridesWaiting > 0
      ? [decision(row, 'exclusions', `审批恢复或排除的申请${row.overridesWaiting}条`, '审批', decides)]
      : []),
    ...(row.voidWaiting ? [decision(row, 'void', '决定是否作废', '决定', decides)] : []),
    ...(row.requestsWaiting > 0
      ? [{ ...decision(row, 'requests', `决定回避、递补申请${row.requestsWaiting}件`, '决定', decides), to: teams }]
      : []),
    ...(row.seatsWaiting > 0
      ? [{ ...decision(row, 'seats', `决定空缺的席位${row.seatsWaiting}个`, '决定', decides), to: teams }]
      : []),
  ];
}

/** A team must not stand still over a change after the draw; everything earlier must be settled before the opening. */
function decision(row: DrawRow, key: string, what: string, verb: string, decides: boolean): Todo {
  const after = row.status === 'drawn' || row.status === 'dispatched';
  return {
    ...about(row),
    key: `draw ${row.id} ${key}`,
    urgency: decides ? 'soon' : 'others',
    when: decides ? (after ? '检查前决定' : '开启前决定') : '',
    what: decides ? what : `待领导${what}`,
    verb: decides ? verb : '查看',
  };
}

/** Every visit of a sealed draw is over: the seal has no reason any more. */
function unsealTodo(row: DrawRow, unsealBy: string, overdue: boolean, mine: boolean): Todo {
  return {
    ...about(row),
    key: `unseal ${row.id}`,
    urgency: mine ? (overdue ? 'overdue' : 'later') : 'others',
    dueOn: unsealBy,
    what: mine ? '检查已全部结束，开封' : '待经办人开封',
    verb: mine ? '开封' : '查看',
  };
}

function about(row: DrawRow) {
  return { when: '', dueOn: row.openAt.slice(0, 10), subject: `第${row.drawNo}号抽签`, to: `/draw/${row.id}` };
}
