import type { InspectionId, InspectorId, PersonId } from '../id.ts';
import type { CalendarDate, Instant } from '../time.ts';

/** How far the record has come inside the bureau: 股长确认 → 法制审核 (with 脱敏检查) → 待公示. */
export const disclosureSteps = ['confirmation', 'legal-review', 'returned', 'approved'] as const;
export type DisclosureStep = (typeof disclosureSteps)[number];

/** What the disclosure knows of the inspection; it is told again at every step. */
export interface DisclosureFacts {
  readonly inspectionId: InspectionId;
  readonly step: DisclosureStep;
  readonly endedOn: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly team: readonly InspectorId[];
  /** Fixed by the legal review; null before it. */
  readonly publicFindings: string | null;
}

/** 一次检查一条公示 (ZZ-13): waits from the day the result is recorded, and is then public for good. */
export type Disclosure =
  | { readonly status: 'waiting'; readonly facts: DisclosureFacts }
  | { readonly status: 'disclosed'; readonly facts: DisclosureFacts; readonly disclosed: DisclosureAct };

export interface DisclosureAct {
  readonly personId: PersonId;
  readonly name: string;
  readonly at: Instant;
}
