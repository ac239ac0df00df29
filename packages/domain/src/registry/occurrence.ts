import type { Actor } from '../account/actor.ts';
import type { OccurrenceId, SubjectId } from '../id.ts';
import type { OccurrenceKind, PriorityRule } from '../policy/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { PriorityGround } from './particulars.ts';
import type { SubjectPriority } from './subject.ts';

export const occurrenceTitles: Readonly<Record<OccurrenceKind, string>> = {
  accident: '生产安全事故',
  penalty: '行政处罚',
  complaint: '经查实的投诉举报',
};

/** What happened at an object and may make it 重点 (N-05). */
export interface Occurrence {
  readonly id: OccurrenceId;
  readonly subjectId: SubjectId;
  readonly kind: OccurrenceKind;
  readonly on: CalendarDate;
  /** The paper that proves it: report, decision's number, verification note. */
  readonly evidence: string;
  /** Why a proposal that rests on it was turned down; null while it counts. */
  readonly setAside: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
  readonly version: number;
}

/** A proposal to call an object 重点, with the rule and what it rests on. The officer decides, never the program. */
export interface PriorityProposal {
  readonly ground: PriorityGround;
  readonly rule: PriorityRule;
  readonly evidence: readonly Occurrence[];
}

const groundOf: Readonly<Record<OccurrenceKind, PriorityGround>> = {
  accident: 'accident',
  penalty: 'penalties',
  complaint: 'complaint',
};

/**
 * What happened within the months before today, often enough for a rule, and is not yet among the grounds of the
 * object. Rules count each kind apart; an occurrence that was set aside counts no more.
 */
export function proposePriority(
  subject: { readonly priority: SubjectPriority; readonly grounds: readonly PriorityGround[] },
  occurrences: readonly Occurrence[],
  rules: readonly PriorityRule[],
  today: CalendarDate,
): readonly PriorityProposal[] {
  return rules.flatMap((rule): PriorityProposal[] => {
    const ground = groundOf[rule.kind];
    if (subject.priority === 'priority' && subject.grounds.includes(ground)) return [];
    const since = monthsBefore(today, rule.months);
    const evidence = occurrences
      .filter(({ kind, on, setAside }) => kind === rule.kind && setAside === null && on > since && on <= today)
      .sort((a, b) => (a.on < b.on ? 1 : -1));
    return evidence.length >= rule.times ? [{ ground, rule, evidence }] : [];
  });
}

/** The same day of an earlier month, or its last day where it has fewer. */
export function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}-${two(Math.min(day, last))}` as CalendarDate;
}

export type OccurrenceRefusal =
  | { readonly code: 'occurrence-in-future'; readonly today: CalendarDate }
  | { readonly code: 'occurrence-evidence-missing' }
  | { readonly code: 'subject-not-found' };

export interface OccurrenceRegistered {
  readonly type: 'occurrence-registered';
  readonly occurrence: Occurrence;
}

/** 登记事故、处罚、查实的投诉: with its day and the paper that proves it. */
export function registerOccurrence(
  given: Pick<Occurrence, 'id' | 'subjectId' | 'kind' | 'on' | 'evidence'>,
  facts: { readonly subjectFound: boolean; readonly today: CalendarDate },
): Result<OccurrenceRegistered, OccurrenceRefusal> {
  const evidence = given.evidence.trim();
  if (!facts.subjectFound) return refuse({ code: 'subject-not-found' });
  if (given.on > facts.today) return refuse({ code: 'occurrence-in-future', today: facts.today });
  if (evidence === '') return refuse({ code: 'occurrence-evidence-missing' });
  return ok({ type: 'occurrence-registered', occurrence: { ...given, evidence, setAside: null, version: 1 } });
}

export type SetAsideRefusal = { readonly code: 'proposal-gone' } | { readonly code: 'set-aside-reason-missing' };

export interface PriorityDeclined {
  readonly type: 'priority-proposal-declined';
  readonly subjectId: SubjectId;
  readonly ground: PriorityGround;
  readonly occurrences: readonly OccurrenceId[];
  readonly reason: string;
}

/** 不列为重点: what the proposal rests on is set aside with a reason; what happens later counts anew. */
export function declinePriority(
  subjectId: SubjectId,
  proposal: PriorityProposal | undefined,
  reason: string,
): Result<PriorityDeclined, SetAsideRefusal> {
  if (proposal === undefined) return refuse({ code: 'proposal-gone' });
  if (reason.trim() === '') return refuse({ code: 'set-aside-reason-missing' });
  const occurrences = proposal.evidence.map(({ id }) => id);
  return ok({
    type: 'priority-proposal-declined',
    subjectId,
    ground: proposal.ground,
    occurrences,
    reason: reason.trim(),
  });
}

/** What stands on an occurrence after it was set aside. */
export function setAsideBy(actor: Pick<Actor, 'name'>, at: Instant, reason: string): Occurrence['setAside'] {
  return { at, by: actor.name, reason };
}
