import type { OutsideVisitId, SubjectId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CalendarDate } from '../time.ts';

/** 其他部门的检查 — a visit of a partner department to an object; it counts for the annual cap of that object (N-19). */
export interface OutsideVisit {
  readonly id: OutsideVisitId;
  readonly subjectId: SubjectId;
  readonly on: CalendarDate;
  /** The department that went there: 县市场监督管理局. */
  readonly department: string;
  /** The paper that proves it: record, notice, joint task. */
  readonly evidence: string;
}

/** Taken back because it was registered by mistake; it stays in view and counts no more. */
export interface OutsideVisitWithdrawn {
  readonly type: 'outside-visit-withdrawn';
  readonly visitId: OutsideVisitId;
  readonly subjectId: SubjectId;
  readonly reason: string;
}

export interface OutsideVisitRegistered {
  readonly type: 'outside-visit-registered';
  readonly visit: OutsideVisit;
}

export type OutsideVisitRefusal =
  | { readonly code: 'outside-visit-in-future'; readonly today: CalendarDate }
  | { readonly code: 'outside-visit-twice'; readonly on: CalendarDate; readonly department: string }
  | { readonly code: 'outside-visit-not-found' }
  | { readonly code: 'outside-visit-withdrawn-already' }
  | { readonly code: 'subject-not-found' };

/** 登记其他部门的检查: once for a day and department, so that a joint visit told by two people counts once. */
export function registerOutsideVisit(
  given: OutsideVisit,
  facts: { readonly subjectFound: boolean; readonly today: CalendarDate; readonly known: readonly OutsideVisit[] },
): Result<OutsideVisitRegistered, OutsideVisitRefusal> {
  const visit = { ...given, department: given.department.trim(), evidence: given.evidence.trim() };
  const { on, department } = visit;
  if (!facts.subjectFound) return refuse({ code: 'subject-not-found' });
  if (on > facts.today) return refuse({ code: 'outside-visit-in-future', today: facts.today });
  if (facts.known.some((one) => one.subjectId === visit.subjectId && one.on === on && one.department === department)) {
    return refuse({ code: 'outside-visit-twice', on, department });
  }
  return ok({ type: 'outside-visit-registered', visit });
}

/** 撤回登记, with a reason. */
export function withdrawOutsideVisit(
  found: { readonly visit: Pick<OutsideVisit, 'id' | 'subjectId'>; readonly withdrawn: boolean } | undefined,
  reason: string,
): Result<OutsideVisitWithdrawn, OutsideVisitRefusal> {
  if (found === undefined) return refuse({ code: 'outside-visit-not-found' });
  if (found.withdrawn) return refuse({ code: 'outside-visit-withdrawn-already' });
  const { id, subjectId } = found.visit;
  return ok({ type: 'outside-visit-withdrawn', visitId: id, subjectId, reason: reason.trim() });
}

/** The days of two registers of visits to each object together, in order. */
export function visitDays(
  own: ReadonlyMap<SubjectId, readonly CalendarDate[]>,
  outside: ReadonlyMap<SubjectId, readonly CalendarDate[]>,
): ReadonlyMap<SubjectId, readonly CalendarDate[]> {
  const all = new Map(own);
  for (const [subjectId, days] of outside) all.set(subjectId, [...(own.get(subjectId) ?? []), ...days].sort());
  return all;
}
