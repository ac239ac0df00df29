import type { PlanId, PlanRowId } from '../id.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { PlanConstraint } from './constraint.ts';
import type { PlanChange } from './finding.ts';
import type { Filing, FilingReceipt, GovernmentAnswer, SentToGovernment } from './approval-record.ts';
import type {
  Amendment,
  Dismissal,
  LegalReview,
  PlanBody,
  PlanHead,
  ReturnNote,
  RowContent,
  Signature,
} from './plan.ts';

/** The base of one row on the day of submission. */
export interface RowBase {
  readonly rowId: PlanRowId;
  readonly base: number;
}

/** The number of one row that governs its draws from approval on. */
export interface RowCount {
  readonly rowId: PlanRowId;
  readonly count: number;
}

export type PlanEvent =
  | {
      readonly type: 'plan-created';
      readonly id: PlanId;
      readonly year: number;
      readonly head: PlanHead;
      readonly constraints: readonly PlanConstraint[];
      readonly by: Signature;
    }
  | {
      readonly type: 'plan-amended';
      readonly id: PlanId;
      readonly amendment: Amendment;
      /** The version it begins from, whole: what changes later is told against this. */
      readonly from: Pick<PlanBody, 'year' | 'rows' | 'constraints' | 'dismissals'> & { readonly head: PlanHead };
      readonly by: Signature;
    }
  | { readonly type: 'plan-amendment-updated'; readonly reason: string; readonly effectiveOn: CalendarDate }
  | { readonly type: 'plan-head-updated'; readonly head: PlanHead }
  | { readonly type: 'plan-row-added'; readonly rowId: PlanRowId; readonly content: RowContent }
  | { readonly type: 'plan-row-updated'; readonly rowId: PlanRowId; readonly content: RowContent }
  | { readonly type: 'plan-row-removed'; readonly rowId: PlanRowId }
  | {
      readonly type: 'plan-mended';
      readonly finding: string;
      readonly remedy: string;
      readonly changes: readonly PlanChange[];
    }
  | {
      readonly type: 'plan-rows-merged';
      readonly rowId: PlanRowId;
      readonly removed: readonly PlanRowId[];
      readonly content: RowContent;
    }
  | { readonly type: 'plan-finding-dismissed'; readonly dismissal: Dismissal }
  | {
      readonly type: 'plan-submitted';
      readonly by: Signature;
      readonly bases: readonly RowBase[];
      readonly review: 'asked' | LegalReview;
    }
  | { readonly type: 'plan-reviewed'; readonly by: Signature; readonly opinion: string }
  | { readonly type: 'plan-sent-back'; readonly note: ReturnNote }
  | {
      readonly type: 'plan-approved';
      readonly by: Signature;
      readonly counts: readonly RowCount[];
      /** Left out where the bureau's approval is the last one. */
      readonly government?: 'asked';
    }
  | { readonly type: 'plan-sent-to-government'; readonly sent: SentToGovernment }
  | { readonly type: 'plan-approved-by-government'; readonly answer: GovernmentAnswer }
  | { readonly type: 'plan-numbered'; readonly documentNo: string; readonly issuedOn: CalendarDate }
  | { readonly type: 'plan-filed'; readonly filing: Filing }
  | { readonly type: 'plan-filing-received'; readonly receipt: FilingReceipt }
  | { readonly type: 'plan-published'; readonly by: Signature };

export type PlanRefusal =
  | { readonly code: 'plan-not-found' }
  | { readonly code: 'plan-row-not-found' }
  | { readonly code: 'plan-year-taken'; readonly year: number }
  | { readonly code: 'plan-not-a-draft'; readonly status: string }
  | { readonly code: 'plan-in-other-state'; readonly status: string; readonly needs: string }
  | { readonly code: 'plan-without-rows' }
  | { readonly code: 'plan-has-findings'; readonly verdicts: readonly string[] }
  | { readonly code: 'plan-finding-gone' }
  | { readonly code: 'plan-finding-below-floor'; readonly verdict: string }
  | { readonly code: 'plan-remedy-gone' }
  | { readonly code: 'plan-merge-gone' }
  | { readonly code: 'plan-reason-missing' }
  | { readonly code: 'plan-approver-is-applicant'; readonly name: string }
  | { readonly code: 'plan-reviewer-is-applicant'; readonly name: string }
  | { readonly code: 'plan-withdrawn-by-other'; readonly applicant: string }
  | { readonly code: 'plan-window-backwards' }
  | { readonly code: 'plan-window-outside-year'; readonly year: number }
  | { readonly code: 'plan-sector-unknown'; readonly sector: string }
  | { readonly code: 'plan-items-missing' }
  | { readonly code: 'plan-already-amended'; readonly no: number; readonly status: string }
  | { readonly code: 'plan-not-an-amendment' }
  | { readonly code: 'plan-effective-in-past'; readonly today: CalendarDate }
  | { readonly code: 'plan-amendment-changes-nothing' }
  | { readonly code: 'plan-row-under-way'; readonly task: string; readonly status: string; readonly what: string }
  | { readonly code: 'plan-already-sent'; readonly to: string; readonly sentOn: CalendarDate }
  | { readonly code: 'plan-not-sent-yet' }
  | { readonly code: 'plan-not-for-publication'; readonly publicity: string }
  | { readonly code: 'plan-file-not-found' }
  | { readonly code: 'plan-already-numbered'; readonly documentNo: string }
  | { readonly code: 'plan-filing-not-asked' }
  | { readonly code: 'plan-already-filed'; readonly with: string; readonly sentOn: CalendarDate }
  | { readonly code: 'plan-not-filed-yet' }
  | { readonly code: 'plan-filing-already-received'; readonly receivedOn: CalendarDate }
  | { readonly code: 'plan-date-in-future'; readonly what: string; readonly today: CalendarDate }
  | {
      readonly code: 'plan-date-too-early';
      readonly what: string;
      readonly before: string;
      readonly earliest: CalendarDate;
    }
  | { readonly code: 'plan-stale'; readonly changedBy: string; readonly changedAt: Instant };
