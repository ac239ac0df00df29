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
  readonly kind: 'returned' | 'withdrawn';
  readonly by: BudgetSignature;
  readonly reason: string;
}

interface BudgetBody {
  readonly id: BudgetId;
  readonly year: number;
  readonly content: BudgetContent;
  /** Budgets typed by hand, or begun before files were read, have none. */
  readonly origin?: BudgetOrigin | null | undefined;
  readonly kept: readonly KeptBudgetFinding[];
  /** 第n稿: counts on with every return or withdrawal. */
  readonly edition: number;
  readonly begun: BudgetSignature;
}

/** 工作日测算 of a year: 草稿 → 待审批 → 已批准. */
export type Budget =
  | (BudgetBody & { readonly status: 'draft'; readonly sentBack: BudgetSentBack | null })
  | (BudgetBody & { readonly status: 'awaiting-approval'; readonly submitted: BudgetSignature })
  | (BudgetBody & {
      readonly status: 'approved';
      readonly submitted: BudgetSignature;
      readonly approved: BudgetSignature;
    });

export type BudgetStatus = Budget['status'];

export const budgetStatusTerms: Readonly<Record<BudgetStatus, string>> = {
  draft: '草稿',
  'awaiting-approval': '待审批',
  approved: '已批准',
};
