import type { InspectionId, InspectorId, PersonId, SubjectId, VisitId } from '../id.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { PointResult } from './checklist.ts';

/** Who did something, and when. */
export interface InspectionAct {
  readonly personId: PersonId;
  readonly name: string;
  readonly at: Instant;
}

/** A filled seat of the team (席位). */
export interface TeamMember {
  readonly seat: number;
  readonly inspectorId: InspectorId;
  readonly name: string;
  readonly certificateNo: string | null;
}

/** 检查对象 as it stood when the task was dispatched. */
export interface InspectedSubject {
  readonly subjectId: SubjectId;
  readonly code: string;
  readonly name: string;
  /** A natural person, whose name the public does not see whole. */
  readonly naturalPerson: boolean;
}

/** 检查结果分类, as the bureau's policy words it on the day of recording. */
export interface OutcomeCategory {
  readonly code: string;
  readonly label: string;
  readonly finding: boolean;
}

/** 签字: every inspector, and the one in charge on the spot or why not (硬性底线 record-signed). */
export interface Signatures {
  readonly inspectors: readonly InspectorId[];
  readonly respondent: { readonly kind: 'signed' } | { readonly kind: 'refused'; readonly reason: string };
}

/** 检查结果 — what one inspection found. */
export interface Outcome {
  readonly category: OutcomeCategory;
  /** 逐条结果 in the order of the list; empty where the dispatch had none. */
  readonly points: readonly PointResult[];
  /** Why points are 未查; '' where all were looked at. */
  readonly uncheckedReason: string;
  /** What was found outside the list, in the inspectors' words. */
  readonly otherFindings: string;
  /** All that was found: the failed points in the list's wording, then the rest. Not yet fit for the public. */
  readonly findings: string;
  /** 检查结束: the day from which the deadline of disclosure is reckoned. */
  readonly endedOn: CalendarDate;
  readonly signatures: Signatures;
  readonly recorded: InspectionAct;
}

export interface OutcomeReturn {
  /** Which of the two readers gave it back. */
  readonly by: 'confirmation' | 'legal-review';
  readonly reason: string;
  readonly act: InspectionAct;
}

/** 法制审核 with 脱敏检查: the reviewer fixes the words the public will read. */
export interface OutcomeReview {
  readonly publicFindings: string;
  readonly act: InspectionAct;
}

interface Dispatched {
  readonly id: InspectionId;
  readonly visitId: VisitId;
  readonly subject: InspectedSubject;
  readonly team: readonly TeamMember[];
  readonly dispatchedAt: Instant;
}
interface Begun extends Dispatched {
  readonly begun: InspectionAct;
}
interface Recorded extends Begun {
  readonly outcome: Outcome;
}
interface Confirmed extends Recorded {
  readonly confirmed: InspectionAct;
}
interface Reviewed extends Confirmed {
  readonly review: OutcomeReview;
}

/** 一户一次检查 — one subject, one record inside a visit. Before the dispatch there is only the drawn team. */
export type Inspection =
  | (Dispatched & { readonly status: 'awaiting' })
  | (Begun & { readonly status: 'begun' })
  | (Recorded & { readonly status: 'returned'; readonly returned: OutcomeReturn })
  | (Recorded & { readonly status: 'awaiting-confirmation' })
  | (Confirmed & { readonly status: 'awaiting-legal-review' })
  | (Reviewed & { readonly status: 'awaiting-disclosure' })
  | (Reviewed & { readonly status: 'disclosed'; readonly disclosed: InspectionAct })
  | (Dispatched & {
      readonly status: 'withdrawn';
      readonly withdrawn: { readonly reason: string; readonly at: Instant };
    });

export type InspectionStatus = Inspection['status'];

export const inspectionStatuses = [
  'awaiting',
  'begun',
  'returned',
  'awaiting-confirmation',
  'awaiting-legal-review',
  'awaiting-disclosure',
  'disclosed',
  'withdrawn',
] as const satisfies readonly InspectionStatus[];
