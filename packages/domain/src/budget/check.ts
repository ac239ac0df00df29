import { checkKinds, checkSums } from './check-groups.ts';
import { checkDifference, checkShares, checkUnits } from './check-supervision.ts';
import { checkTotal } from './check-total.ts';
import type { BudgetContent } from './content.ts';
import type { BudgetFinding } from './finding.ts';
import type { KeptBudgetFinding } from './budget.ts';
import { reckon } from './reckon.ts';
import { carryRepeats, checkRepeats } from './repeats.ts';
import type { BudgetRules } from './rules.ts';

/** Every mistake and doubt of what was written, those of the sums first: a wrong sum explains the difference after it. */
export function checkBudget(content: BudgetContent, rules: BudgetRules): readonly BudgetFinding[] {
  const facts = { content, rules, reckoning: reckon(content, rules) };
  const allRules = [checkTotal, checkSums, checkDifference, checkKinds, checkShares, checkUnits, checkRepeats];
  return allRules.flatMap((rule) => rule(facts)).map((found) => ({ ...found, remedies: carried(content, found) }));
}

function carried(content: BudgetContent, { remedies }: BudgetFinding): BudgetFinding['remedies'] {
  return remedies.map((remedy) => ({ ...remedy, content: carryRepeats(content, remedy.content) }));
}

export interface CheckedBudget {
  readonly open: readonly BudgetFinding[];
  readonly kept: readonly KeptBudgetFinding[];
}

/** A finding is kept only as it was when somebody gave the reason: with other figures it is open again. */
export function settleBudget(
  findings: readonly BudgetFinding[],
  dismissals: readonly KeptBudgetFinding[],
): CheckedBudget {
  const holds = (kept: KeptBudgetFinding, found: BudgetFinding) =>
    found.severity !== 'must' &&
    kept.finding === found.id &&
    kept.verdict === found.verdict &&
    kept.detail === found.detail;
  return {
    open: findings.filter((found) => !dismissals.some((kept) => holds(kept, found))),
    kept: dismissals.filter((kept) => findings.some((found) => holds(kept, found))),
  };
}
