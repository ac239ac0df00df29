import type { BudgetView, budgetRoutes } from '@mingchou/contract';
import {
  type BudgetContent,
  type BudgetRules,
  type CheckedBudget,
  checkBudget,
  type Reckoning,
  reckon,
  settleBudget,
} from '@mingchou/domain';
import type { z } from 'zod';

export type BudgetReply = z.output<typeof budgetRoutes.showBudget.reply>;

/** The budget as it stands on the page, with what was typed a moment ago, added up and checked again. */
export interface ShownBudget {
  readonly budget: BudgetView;
  readonly content: BudgetContent;
  readonly rules: BudgetRules;
  readonly reckoning: Reckoning;
  readonly check: CheckedBudget;
  readonly editable: boolean;
}

export function shownBudget(
  budget: BudgetView,
  content: BudgetContent,
  rules: BudgetRules,
  editable: boolean,
): ShownBudget {
  const check = settleBudget(checkBudget(content, rules), budget.kept);
  return { budget, content, rules, reckoning: reckon(content, rules), check, editable };
}

export function mustCount({ check }: ShownBudget): number {
  return check.open.filter(({ severity }) => severity === 'must').length;
}
