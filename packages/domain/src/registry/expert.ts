import type { ExpertId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import { changesBetween, type FieldChange } from './history.ts';
import { isDrawableName } from './subject-change.ts';

/** What an officer writes about a 专家: he may assist a visit and never counts as one of its two inspectors (N-05). */
export interface ExpertRecord {
  readonly name: string;
  /** Where the expert works; an interest in an object is looked for here first. */
  readonly organisation: string;
  /** 专业, such as 化工工艺. */
  readonly field: string;
  /** 职称 or 资格. */
  readonly title: string | null;
  /** Sector codes of the bureau's policy. */
  readonly sectors: readonly string[];
  /** Last day of the appointment. */
  readonly appointedUntil: CalendarDate;
  readonly contact: { readonly phone: string | null };
}

/** 专家 — one row of the 专家名录. Withdrawn ones stay on record. */
export interface Expert extends ExpertRecord {
  readonly id: ExpertId;
  readonly withdrawn: { readonly since: CalendarDate; readonly reason: string } | null;
  readonly version: number;
}

export type ExpertRefusal =
  | { readonly code: 'name-not-drawable' }
  | { readonly code: 'sector-unknown'; readonly sector: string }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'expert-withdrawn' }
  | { readonly code: 'status-date-in-future'; readonly today: CalendarDate }
  | { readonly code: 'status-reason-missing' };

export interface ExpertAdded {
  readonly type: 'expert-added';
  readonly expert: Expert;
}
export interface ExpertChanged {
  readonly type: 'expert-changed';
  readonly id: ExpertId;
  readonly record: ExpertRecord;
  readonly changes: readonly FieldChange[];
}
export interface ExpertWithdrawn {
  readonly type: 'expert-withdrawn';
  readonly id: ExpertId;
  readonly since: CalendarDate;
  readonly reason: string;
}
export type ExpertEvent = ExpertAdded | ExpertChanged | ExpertWithdrawn;

interface ExpertFacts {
  readonly sectors: readonly { readonly code: string }[];
}

export function addExpert(id: ExpertId, record: ExpertRecord, facts: ExpertFacts): Result<ExpertAdded, ExpertRefusal> {
  const wrong = wrongIn(record, facts);
  if (wrong !== undefined) return refuse(wrong);
  return ok({ type: 'expert-added', expert: { ...record, id, withdrawn: null, version: 1 } });
}

export function changeExpert(
  expert: Expert,
  record: ExpertRecord,
  facts: ExpertFacts,
): Result<ExpertChanged, ExpertRefusal> {
  if (expert.withdrawn !== null) return refuse({ code: 'expert-withdrawn' });
  const wrong = wrongIn(record, facts);
  if (wrong !== undefined) return refuse(wrong);
  const changes = changesBetween(flat(expert), flat(record), ['phone']);
  if (changes.length === 0) return refuse({ code: 'nothing-changed' });
  return ok({ type: 'expert-changed', id: expert.id, record, changes });
}

/** 退出名录: with day and reason; the record stays for the visits the expert took part in. */
export function withdrawExpert(
  expert: Expert,
  since: CalendarDate,
  reason: string,
  today: CalendarDate,
): Result<ExpertWithdrawn, ExpertRefusal> {
  if (expert.withdrawn !== null) return refuse({ code: 'expert-withdrawn' });
  if (since > today) return refuse({ code: 'status-date-in-future', today });
  if (reason.trim() === '') return refuse({ code: 'status-reason-missing' });
  return ok({ type: 'expert-withdrawn', id: expert.id, since, reason: reason.trim() });
}

export function evolveExpert(expert: Expert, event: ExpertChanged | ExpertWithdrawn): Expert {
  const version = expert.version + 1;
  if (event.type === 'expert-changed') return { ...expert, ...event.record, version };
  return { ...expert, withdrawn: { since: event.since, reason: event.reason }, version };
}

/** Whether the expert may be asked along on a day. */
export function mayAssistOn(expert: Pick<Expert, 'appointedUntil' | 'withdrawn'>, on: CalendarDate): boolean {
  return expert.appointedUntil >= on && (expert.withdrawn === null || expert.withdrawn.since > on);
}

function wrongIn(record: ExpertRecord, facts: ExpertFacts): ExpertRefusal | undefined {
  if (!isDrawableName(record.name)) return { code: 'name-not-drawable' };
  const unknown = record.sectors.find((code) => !facts.sectors.some((sector) => sector.code === code));
  return unknown === undefined ? undefined : { code: 'sector-unknown', sector: unknown };
}

function flat(record: ExpertRecord): Readonly<Record<string, string | null>> {
  return {
    name: record.name,
    organisation: record.organisation,
    field: record.field,
    title: record.title,
    qualifications: record.sectors.length === 0 ? null : record.sectors.join('、'),
    appointedUntil: record.appointedUntil,
    phone: record.contact.phone,
  };
}
