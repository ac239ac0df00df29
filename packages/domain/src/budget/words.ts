import type { BudgetEvent } from './event.ts';

/** What an event says behind the person's name in 办理记录. */
export function budgetEventText(event: BudgetEvent): string {
  switch (event.type) {
    case 'budget-begun':
      if (event.origin !== undefined) return `从「${event.origin.fileName}」读入工作日测算`;
      return event.content.source === null ? '开始工作日测算' : `按${event.content.source}填写工作日测算`;
    case 'budget-read':
      return `从「${event.origin.fileName}」读入，读出${event.origin.figures.length}个数${event.origin.unread.length === 0 ? '' : `，${event.origin.unread.length}格没有读懂`}`;
    case 'budget-written':
      return '修改工作日测算';
    case 'budget-mended':
      return `改正「${event.finding}」：${event.remedy}`;
    case 'budget-finding-kept':
      return `保留「${event.kept.verdict}」：${event.kept.reason}`;
    case 'budget-submitted':
      return event.review === 'asked' ? '提交法制审核' : '提交审批';
    case 'budget-reviewed':
      return event.opinion === '' ? '法制审核通过' : `法制审核通过：${event.opinion}`;
    case 'budget-sent-back':
      return `${event.note.kind === 'returned' ? '退回' : '撤回'}：${event.note.reason}`;
    case 'budget-reopened':
      return `重新打开已批准的测算：${event.note.reason}`;
    case 'budget-approved':
      return '批准工作日测算';
  }
}
