import type { Budget } from './budget.ts';
import type { BudgetEvent } from './event.ts';

/** The budget after an event; the same code that saved it can replay it from the log. */
export function evolveBudget(budget: Budget | null, event: BudgetEvent): Budget {
  if (event.type === 'budget-begun') {
    const { id, year, content, by, origin = null } = event;
    return { id, year, content, origin, kept: [], edition: 1, begun: by, status: 'draft', sentBack: null };
  }
  if (budget === null) throw new Error(`${event.type} without a budget`);
  switch (event.type) {
    case 'budget-written':
    case 'budget-mended':
      return { ...budget, content: event.content };
    case 'budget-read':
      return { ...budget, content: event.content, origin: event.origin };
    case 'budget-finding-kept':
      return {
        ...budget,
        kept: [...budget.kept.filter(({ finding }) => finding !== event.kept.finding), event.kept],
      };
    case 'budget-submitted':
      return { ...bodyOf(budget), status: 'awaiting-approval', submitted: event.by };
    case 'budget-sent-back':
      return { ...bodyOf(budget), edition: budget.edition + 1, status: 'draft', sentBack: event.note };
    case 'budget-approved':
      if (budget.status !== 'awaiting-approval') throw new Error(`${event.type} of a budget that is ${budget.status}`);
      return { ...bodyOf(budget), status: 'approved', submitted: budget.submitted, approved: event.by };
  }
}

function bodyOf({ id, year, content, origin, kept, edition, begun }: Budget) {
  return { id, year, content, origin, kept, edition, begun };
}
