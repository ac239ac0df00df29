import type { BudgetContent } from './content.ts';
import type { Reckoning } from './reckon.ts';
import type { BudgetRules } from './rules.ts';

/** What a check looks at: what was written, what it adds up to, and what it is measured by. */
export interface BudgetFacts {
  readonly content: BudgetContent;
  readonly reckoning: Reckoning;
  readonly rules: BudgetRules;
}

/** One way out. Several are equal choices: the officer picks, nothing is picked for him. */
export interface BudgetRemedy {
  readonly key: string;
  readonly text: string;
  /** The budget with this mend and no other change. */
  readonly content: BudgetContent;
}

/** The cells of the page a finding is about. */
export type BudgetPlace = 'people' | 'total' | 'group-0' | 'group-1' | 'supervision' | 'classes';

/** A mistake or doubt of a budget. 必须解决 (`must`) can only be mended; the others may be kept with a reason. */
export interface BudgetFinding {
  readonly id: string;
  readonly severity: 'must' | 'check' | 'wording';
  readonly verdict: string;
  readonly detail: string;
  /** What to do first, and what is left to the officer. */
  readonly advice: string | null;
  readonly places: readonly BudgetPlace[];
  readonly remedies: readonly BudgetRemedy[];
}

type Optional = 'advice' | 'remedies';

export function budgetFinding(
  parts: Omit<BudgetFinding, Optional> & Partial<Pick<BudgetFinding, Optional>>,
): BudgetFinding {
  return { advice: null, remedies: [], ...parts };
}
