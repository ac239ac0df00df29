import type { BudgetId, PersonId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { BudgetContent } from './content.ts';
import type { BudgetOrigin } from './origin.ts';

export interface BudgetSignature {
  readonly personId: PersonId;
  readonly name: string;
  readonly at: Instant;
}

/** A doubt somebody let stand, as it read then, and why. */
export interface KeptBudgetFinding {
  readonly finding: string;
  readonly verdict: string;
  readonly detail: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export interface BudgetSentBack {
  readonly kind: 'returned' | 'withdrawn' | 'reopened';
  readonly by: BudgetSignature;
  readonly reason: string;
}

/** 法制审核, or the record of why there was none. */
export type BudgetReview =
  | { readonly kind: 'reviewed'; readonly by: BudgetSignature; readonly opinion: string }
  | { readonly kind: 'skipped'; readonly reason: string };

/** What was approved once and stays so, whatever became of the budget afterwards. */
export interface ApprovedEdition {
  readonly edition: number;
  readonly content: BudgetContent;
  readonly kept: readonly KeptBudgetFinding[];
  readonly submitted: BudgetSignature;
  readonly review: BudgetReview | null;
  readonly approved: BudgetSignature;
}

interface BudgetBody {
  readonly id: BudgetId;
  readonly year: number;
  readonly content: BudgetContent;
  /** Budgets typed by hand, or begun before files were read, have none. */
  readonly origin?: BudgetOrigin | null | undefined;
  readonly kept: readonly KeptBudgetFinding[];
  /** 已批准的各稿 before this one, oldest first; the last is in force until the next is approved. */
  readonly editions?: readonly ApprovedEdition[] | undefined;
  /** 第n稿: counts on with every return, withdrawal or reopening. */
  readonly edition: number;
  readonly begun: BudgetSignature;
}

/** 工作日测算 of a year: 草稿 → 待法制审核 → 待审批 → 已批准, and 草稿 again when it is reopened. */
export type Budget =
  | (BudgetBody & { readonly status: 'draft'; readonly sentBack: BudgetSentBack | null })
  | (BudgetBody & { readonly status: 'awaiting-legal-review'; readonly submitted: BudgetSignature })
  | (BudgetBody & {
      readonly status: 'awaiting-approval';
      readonly submitted: BudgetSignature;
      /** Left out of budgets that were submitted before there was a review. */
      readonly review?: BudgetReview | undefined;
    })
  | (BudgetBody & {
      readonly status: 'approved';
      readonly submitted: BudgetSignature;
      readonly review?: BudgetReview | undefined;
      readonly approved: BudgetSignature;
    });

export type BudgetStatus = Budget['status'];

export const budgetStatusTerms: Readonly<Record<BudgetStatus, string>> = {
  draft: '草稿',
  'awaiting-legal-review': '待法制审核',
  'awaiting-approval': '待审批',
  approved: '已批准',
};

/** The edition in force: the one approved last, also while another is being written. */
export function approvedEdition(budget: Budget): ApprovedEdition | null {
  if (budget.status !== 'approved') return budget.editions?.at(-1) ?? null;
  const { edition, content, kept, submitted, review = null, approved } = budget;
  return { edition, content, kept, submitted, review, approved };
}
