import type { BudgetId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { BudgetReview, BudgetSentBack, BudgetSignature, KeptBudgetFinding } from './budget.ts';
import type { BudgetContent } from './content.ts';
import type { BudgetOrigin } from './origin.ts';

export type BudgetEvent =
  | {
      readonly type: 'budget-begun';
      readonly id: BudgetId;
      readonly year: number;
      readonly content: BudgetContent;
      readonly by: BudgetSignature;
      /** Left out where nobody read it from a file. */
      readonly origin?: BudgetOrigin | undefined;
    }
  | { readonly type: 'budget-read'; readonly content: BudgetContent; readonly origin: BudgetOrigin }
  | { readonly type: 'budget-written'; readonly content: BudgetContent }
  | {
      readonly type: 'budget-mended';
      readonly finding: string;
      readonly remedy: string;
      readonly content: BudgetContent;
    }
  | { readonly type: 'budget-finding-kept'; readonly kept: KeptBudgetFinding }
  | {
      readonly type: 'budget-submitted';
      readonly by: BudgetSignature;
      /** Left out of entries written before there was a review. */
      readonly review?: 'asked' | BudgetReview | undefined;
    }
  | { readonly type: 'budget-reviewed'; readonly by: BudgetSignature; readonly opinion: string }
  | { readonly type: 'budget-sent-back'; readonly note: BudgetSentBack }
  | { readonly type: 'budget-approved'; readonly by: BudgetSignature }
  | { readonly type: 'budget-reopened'; readonly note: BudgetSentBack };

export type BudgetRefusal =
  | { readonly code: 'budget-not-found' }
  | { readonly code: 'budget-year-taken'; readonly year: number }
  | { readonly code: 'budget-in-other-state'; readonly status: string; readonly needs: string }
  | { readonly code: 'budget-headings-equal' }
  | { readonly code: 'budget-file-without-figures'; readonly file: string }
  | { readonly code: 'budget-file-gone' }
  | { readonly code: 'budget-finding-gone' }
  | { readonly code: 'budget-remedy-gone' }
  | { readonly code: 'budget-finding-must-be-mended'; readonly verdict: string }
  | { readonly code: 'budget-has-findings'; readonly verdicts: readonly string[] }
  | { readonly code: 'budget-approver-is-applicant'; readonly name: string }
  | { readonly code: 'budget-reviewer-is-applicant'; readonly name: string }
  | { readonly code: 'budget-withdrawn-by-other'; readonly applicant: string }
  | { readonly code: 'budget-stale'; readonly changedBy: string; readonly changedAt: Instant };
