import type { Budget } from './budget.ts';
import { approvedEdition } from './budget.ts';
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
      return event.review === 'asked'
        ? { ...bodyOf(budget), status: 'awaiting-legal-review', submitted: event.by }
        : { ...bodyOf(budget), status: 'awaiting-approval', submitted: event.by, review: event.review };
    case 'budget-reviewed':
      if (budget.status !== 'awaiting-legal-review')
        throw new Error(`${event.type} of a budget that is ${budget.status}`);
      return {
        ...bodyOf(budget),
        status: 'awaiting-approval',
        submitted: budget.submitted,
        review: { kind: 'reviewed', by: event.by, opinion: event.opinion },
      };
    case 'budget-sent-back':
      return { ...bodyOf(budget), edition: budget.edition + 1, status: 'draft', sentBack: event.note };
    case 'budget-approved':
      if (budget.status !== 'awaiting-approval') throw new Error(`${event.type} of a budget that is ${budget.status}`);
      return {
        ...bodyOf(budget),
        status: 'approved',
        submitted: budget.submitted,
        review: budget.review,
        approved: event.by,
      };
    case 'budget-reopened': {
      const before = approvedEdition(budget);
      return {
        ...bodyOf(budget),
        editions: [...(budget.editions ?? []), ...(before === null ? [] : [before])],
        edition: budget.edition + 1,
        status: 'draft',
        sentBack: event.note,
      };
    }
  }
}

function bodyOf({ id, year, content, origin, kept, editions, edition, begun }: Budget) {
  return { id, year, content, origin, kept, editions, edition, begun };
}
