import type { PersonId } from '../id.ts';
import { ok, type Result, refuse } from '../result.ts';

export type SeparationRefusal = { readonly code: 'same-person'; readonly personId: PersonId };

/** 不得自审 — who applied for a thing may not approve it, whatever roles he holds. */
export function mustDiffer(applicant: PersonId, approver: PersonId): Result<PersonId, SeparationRefusal> {
  return applicant === approver ? refuse({ code: 'same-person', personId: approver }) : ok(approver);
}
