import type { SectionId, SubjectId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import { changesBetween, type FieldChange } from './history.ts';
import { formerNamesAfter, type ParticularsRefusal, wrongParticulars, writeLocation } from './particulars.ts';
import type { Subject, SubjectRecord, SubjectStatus, SubjectStatusKind } from './subject.ts';

/** What the rules of the registry must know beside the record itself. */
export interface SubjectFacts {
  /** The sectors of the bureau's policy. */
  readonly sectors: readonly { readonly code: string }[];
  readonly sections: readonly { readonly id: SectionId }[];
  /** Who else in this bureau's registry holds the same code. */
  readonly codeHolder: { readonly id: SubjectId; readonly name: string } | null;
  readonly today: CalendarDate;
}

export type SubjectRefusal =
  | { readonly code: 'code-taken'; readonly holder: string }
  | { readonly code: 'sector-unknown'; readonly sector: string }
  | { readonly code: 'section-unknown' }
  | { readonly code: 'name-not-drawable' }
  | { readonly code: 'nothing-changed' }
  | ParticularsRefusal;

export type StatusRefusal =
  | { readonly code: 'status-same'; readonly status: SubjectStatusKind }
  | { readonly code: 'status-date-in-future'; readonly today: CalendarDate }
  | { readonly code: 'status-date-before-last'; readonly last: CalendarDate }
  | { readonly code: 'status-reason-missing' }
  | { readonly code: 'closed-cannot-pause' };

export interface SubjectAdded {
  readonly type: 'subject-added';
  readonly subject: Subject;
}
export interface SubjectChanged {
  readonly type: 'subject-changed';
  readonly id: SubjectId;
  readonly record: SubjectRecord;
  readonly changes: readonly FieldChange[];
}
export interface SubjectStatusChanged {
  readonly type: 'subject-status-changed';
  readonly id: SubjectId;
  readonly from: SubjectStatus;
  readonly to: SubjectStatus;
}
export type SubjectEvent = SubjectAdded | SubjectChanged | SubjectStatusChanged;

export const inBusiness: SubjectStatus = { kind: 'in-business', since: null, reason: null };

/** LZ-02, 动态调整: a new object enters the 名录库. */
export function addSubject(
  id: SubjectId,
  record: SubjectRecord,
  facts: SubjectFacts,
): Result<SubjectAdded, SubjectRefusal> {
  const refusal = wrongIn(record, facts);
  if (refusal !== undefined) return refuse(refusal);
  return ok({ type: 'subject-added', subject: { ...record, id, status: inBusiness, version: 1 } });
}

/** The object stays the same, what is written about it changes; a change that changes nothing is not recorded. */
export function changeSubject(
  subject: Subject,
  written: SubjectRecord,
  facts: SubjectFacts,
): Result<SubjectChanged, SubjectRefusal> {
  const refusal = wrongIn(written, facts);
  if (refusal !== undefined) return refuse(refusal);
  const formerNames = formerNamesAfter({ name: subject.name, formerNames: written.formerNames }, written.name);
  const record = { ...written, formerNames };
  const changes = subjectChanges(subject, record);
  if (changes.length === 0) return refuse({ code: 'nothing-changed' });
  return ok({ type: 'subject-changed', id: subject.id, record, changes });
}

/** 停业、关闭、迁出、恢复: each with its date and reason, so that an exclusion from a draw can cite them. */
export function changeSubjectStatus(
  subject: Subject,
  to: NextStatus,
  today: CalendarDate,
): Result<SubjectStatusChanged, StatusRefusal> {
  const next = nextStatus(subject.status, to, today);
  if (!next.ok) return next;
  return ok({ type: 'subject-status-changed', id: subject.id, from: subject.status, to: next.value });
}

export interface NextStatus {
  readonly kind: SubjectStatusKind;
  readonly since: CalendarDate;
  readonly reason: string;
}

export function nextStatus(
  from: SubjectStatus,
  to: NextStatus,
  today: CalendarDate,
): Result<SubjectStatus, StatusRefusal> {
  const reason = to.reason.trim();
  if (from.kind === to.kind) return refuse({ code: 'status-same', status: to.kind });
  if (to.since > today) return refuse({ code: 'status-date-in-future', today });
  if (from.since !== null && to.since < from.since)
    return refuse({ code: 'status-date-before-last', last: from.since });
  if (reason === '') return refuse({ code: 'status-reason-missing' });
  if (from.kind === 'closed' && to.kind === 'suspended') return refuse({ code: 'closed-cannot-pause' });
  return ok({ kind: to.kind, since: to.since, reason });
}

export function evolveSubject(subject: Subject, event: SubjectChanged | SubjectStatusChanged): Subject {
  const version = subject.version + 1;
  return event.type === 'subject-changed'
    ? { ...subject, ...event.record, version }
    : { ...subject, status: event.to, version };
}

/** What changes between two versions of a record, personal values left out. */
export function subjectChanges(before: SubjectRecord, after: SubjectRecord): readonly FieldChange[] {
  return changesBetween(flatSubject(before), flatSubject(after), ['contactName', 'contactPhone']);
}

/** What a new object brings, field by field; personal values left out. */
export function subjectContents(record: SubjectRecord): readonly FieldChange[] {
  return changesBetween({}, flatSubject(record), ['contactName', 'contactPhone']);
}

function flatSubject(record: SubjectRecord): Readonly<Record<string, string | null>> {
  const { code, contact, ...rest } = record;
  return {
    name: rest.name,
    codeKind: code.kind,
    code: code.text,
    codeKeptReason: code.keptReason,
    sector: rest.sector,
    priority: rest.priority,
    address: rest.address,
    region: rest.region,
    creditGrade: rest.creditGrade,
    standardisation: rest.standardisation,
    sectionId: rest.sectionId,
    kind: rest.kind,
    formerNames: joined(rest.formerNames),
    location: rest.location === null ? null : writeLocation(rest.location),
    industry: rest.industry,
    grounds: joined(rest.grounds),
    gradeSource: rest.gradeSource,
    gradeOn: rest.gradeOn,
    contactName: contact.name,
    contactPhone: contact.phone,
  };
}

function joined(list: readonly string[]): string | null {
  return list.length === 0 ? null : list.join('、');
}

function wrongIn(record: SubjectRecord, facts: SubjectFacts): SubjectRefusal | undefined {
  if (!isDrawableName(record.name)) return { code: 'name-not-drawable' };
  if (!facts.sectors.some((sector) => sector.code === record.sector)) {
    return { code: 'sector-unknown', sector: record.sector };
  }
  if (record.sectionId !== null && !facts.sections.some((section) => section.id === record.sectionId)) {
    return { code: 'section-unknown' };
  }
  if (facts.codeHolder !== null) return { code: 'code-taken', holder: facts.codeHolder.name };
  return wrongParticulars(record, record, facts.today);
}

/** mc-draw/1 §1: a label of a draw holds no comma, quote, line break or control character. */
export function isDrawableName(name: string): boolean {
  return name.trim() !== '' && !/[,"\p{Cc}]/u.test(name);
}
