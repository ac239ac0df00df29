import type { InspectionId, InspectorId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { PersonalData } from './redaction.ts';
import type {
  Inspection,
  InspectionAct,
  InspectionStatus,
  Outcome,
  OutcomeReturn,
  OutcomeReview,
  TeamMember,
} from './state.ts';

export type InspectionEvent =
  | { readonly type: 'inspection-started'; readonly inspectionId: InspectionId; readonly act: InspectionAct }
  | { readonly type: 'outcome-recorded'; readonly inspectionId: InspectionId; readonly outcome: Outcome }
  | { readonly type: 'outcome-confirmed'; readonly inspectionId: InspectionId; readonly act: InspectionAct }
  | { readonly type: 'outcome-returned'; readonly inspectionId: InspectionId; readonly returned: OutcomeReturn }
  | { readonly type: 'inspection-reviewed'; readonly inspectionId: InspectionId; readonly review: OutcomeReview }
  | { readonly type: 'result-disclosed'; readonly inspectionId: InspectionId; readonly act: InspectionAct }
  /** 回避 before the visit: the seat now has another holder, or none. */
  | {
      readonly type: 'team-changed';
      readonly inspectionId: InspectionId;
      readonly seat: number;
      readonly joined: TeamMember | null;
    }
  /** 撤回: the object was replaced, or its draw is void. */
  | {
      readonly type: 'inspection-withdrawn';
      readonly inspectionId: InspectionId;
      readonly reason: string;
      readonly at: Instant;
    };

export type InspectionRefusal =
  | { readonly code: 'inspection-not-found' }
  | { readonly code: 'stale'; readonly by: string; readonly at: Instant }
  | { readonly code: 'inspection-in-other-state'; readonly status: InspectionStatus }
  | { readonly code: 'not-on-the-team' }
  | { readonly code: 'team-too-small'; readonly present: number; readonly needed: number }
  | { readonly code: 'begun-already'; readonly by: string; readonly at: Instant }
  | { readonly code: 'ended-before-begun'; readonly begunOn: string }
  | { readonly code: 'ended-in-future'; readonly today: string }
  | { readonly code: 'unknown-category'; readonly category: string }
  | { readonly code: 'findings-missing'; readonly category: string }
  | { readonly code: 'findings-without-finding'; readonly category: string }
  | { readonly code: 'point-not-on-the-list'; readonly no: number }
  | { readonly code: 'unchecked-without-reason'; readonly unchecked: number }
  | { readonly code: 'points-unmarked'; readonly left: number; readonly no: number; readonly text: string }
  | { readonly code: 'point-blank-left'; readonly no: number; readonly text: string }
  | { readonly code: 'point-unworded'; readonly no: number; readonly text: string }
  | { readonly code: 'failed-points'; readonly failed: number; readonly category: string }
  | { readonly code: 'signature-missing'; readonly inspectors: readonly InspectorId[] }
  | { readonly code: 'refusal-without-reason' }
  | { readonly code: 'own-outcome' }
  | { readonly code: 'confirmed-by-you' }
  | { readonly code: 'return-is-not-yours'; readonly status: InspectionStatus }
  | { readonly code: 'personal-data-left'; readonly found: readonly PersonalData[] };

/** The inspection after an event that a decision allowed. Throws on an event that cannot follow: that is a bug. */
export function evolveInspection(inspection: Inspection, event: InspectionEvent): Inspection {
  switch (event.type) {
    case 'inspection-started':
      if (inspection.status === 'withdrawn') break;
      return { ...inspection, status: 'begun', begun: event.act };
    case 'outcome-recorded':
      if (inspection.status === 'awaiting' || inspection.status === 'withdrawn') break;
      return { ...begunPart(inspection), status: 'awaiting-confirmation', outcome: event.outcome };
    case 'outcome-confirmed':
      if (inspection.status !== 'awaiting-confirmation') break;
      return { ...inspection, status: 'awaiting-legal-review', confirmed: event.act };
    case 'outcome-returned':
      if (inspection.status !== 'awaiting-confirmation' && inspection.status !== 'awaiting-legal-review') break;
      return {
        ...begunPart(inspection),
        status: 'returned',
        outcome: inspection.outcome,
        returned: event.returned,
      };
    case 'inspection-reviewed':
      if (inspection.status !== 'awaiting-legal-review') break;
      return { ...inspection, status: 'awaiting-disclosure', review: event.review };
    case 'result-disclosed':
      if (inspection.status !== 'awaiting-disclosure') break;
      return { ...inspection, status: 'disclosed', disclosed: event.act };
    case 'team-changed': {
      if (inspection.status !== 'awaiting') break;
      const others = inspection.team.filter(({ seat }) => seat !== event.seat);
      const team = event.joined === null ? others : [...others, event.joined];
      return { ...inspection, team: team.sort((a, b) => a.seat - b.seat) };
    }
    case 'inspection-withdrawn': {
      if (inspection.status !== 'awaiting') break;
      const { reason, at } = event;
      return { ...inspection, status: 'withdrawn', withdrawn: { reason, at } };
    }
  }
  throw new Error(`${event.type} cannot follow ${inspection.status}`);
}

/** What stays when a record is written anew: confirmations and reviews of the earlier one are gone. */
function begunPart({ id, visitId, subject, team, dispatchedAt, begun }: Extract<Inspection, { begun: unknown }>) {
  return { id, visitId, subject, team, dispatchedAt, begun };
}
