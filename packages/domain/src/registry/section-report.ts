import type { Actor } from '../account/actor.ts';
import type { PersonId, SectionId, SectionReportId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';

/** 分册: the objects of one section as they stood when it reported them to the bureau (GX-07). */
export interface SectionReport {
  readonly id: SectionReportId;
  readonly sectionId: SectionId;
  /** How many objects stand in the base, and how many of them are 重点. */
  readonly total: number;
  readonly priority: number;
  /** SHA-256 over the sorted lines `code,sector,priority,status`: says later whether the part is still the reported one. */
  readonly digest: string;
  readonly reported: { readonly at: Instant; readonly by: PersonId; readonly name: string };
  readonly answer:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'confirmed'; readonly at: Instant; readonly name: string }
    | { readonly kind: 'returned'; readonly at: Instant; readonly name: string; readonly reason: string };
  readonly version: number;
}

export type SectionReportRefusal =
  | { readonly code: 'section-unknown' }
  | { readonly code: 'not-own-section' }
  | { readonly code: 'report-waiting'; readonly by: string; readonly at: Instant }
  | { readonly code: 'report-unchanged'; readonly at: Instant };

export type ReportAnswerRefusal =
  | { readonly code: 'report-answered' }
  | { readonly code: 'reporter-answers' }
  | { readonly code: 'return-reason-missing' };

export interface SectionReported {
  readonly type: 'section-registry-reported';
  readonly report: SectionReport;
}
export interface SectionReportAnswered {
  readonly type: 'section-registry-confirmed' | 'section-registry-returned';
  readonly id: SectionReportId;
  readonly answer: Exclude<SectionReport['answer'], { kind: 'waiting' }>;
}

/**
 * GX-07: 各科室分类分级建立分名录库，报局. Who belongs to the section reports it; the legal section may do it for a
 * section without a chief. The same part is not reported twice.
 */
export function reportSection(
  given: Pick<SectionReport, 'id' | 'sectionId' | 'total' | 'priority' | 'digest'>,
  facts: { readonly sectionFound: boolean; readonly last: SectionReport | null },
  actor: Pick<Actor, 'personId' | 'name' | 'roles' | 'sectionId'>,
  now: Instant,
): Result<SectionReported, SectionReportRefusal> {
  if (!facts.sectionFound) return refuse({ code: 'section-unknown' });
  const own = actor.sectionId === given.sectionId || actor.roles.includes('legalClerk');
  if (!own) return refuse({ code: 'not-own-section' });
  const { last } = facts;
  if (last?.answer.kind === 'waiting') {
    return refuse({ code: 'report-waiting', by: last.reported.name, at: last.reported.at });
  }
  if (last?.answer.kind === 'confirmed' && last.digest === given.digest) {
    return refuse({ code: 'report-unchanged', at: last.reported.at });
  }
  const reported = { at: now, by: actor.personId, name: actor.name };
  return ok({
    type: 'section-registry-reported',
    report: { ...given, reported, answer: { kind: 'waiting' }, version: 1 },
  });
}

/** The bureau takes the part over, or gives it back with a reason; nobody answers a report of his own. */
export function answerReport(
  report: SectionReport,
  answer: { readonly kind: 'confirmed' } | { readonly kind: 'returned'; readonly reason: string },
  actor: Pick<Actor, 'personId' | 'name'>,
  now: Instant,
): Result<SectionReportAnswered, ReportAnswerRefusal> {
  if (report.answer.kind !== 'waiting') return refuse({ code: 'report-answered' });
  if (report.reported.by === actor.personId) return refuse({ code: 'reporter-answers' });
  const by = { at: now, name: actor.name };
  if (answer.kind === 'confirmed') {
    return ok({ type: 'section-registry-confirmed', id: report.id, answer: { kind: 'confirmed', ...by } });
  }
  const reason = answer.reason.trim();
  if (reason === '') return refuse({ code: 'return-reason-missing' });
  return ok({ type: 'section-registry-returned', id: report.id, answer: { kind: 'returned', ...by, reason } });
}
