import type { InspectorId, SectionId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import { changesBetween, type FieldChange } from './history.ts';
import { type LeaveCancelled, type LeaveRegistered, leavesAfter } from './leave.ts';
import type { Inspector, InspectorRecord, InspectorStatus } from './inspector.ts';

export interface InspectorFacts {
  readonly sectors: readonly { readonly code: string }[];
  readonly sections: readonly { readonly id: SectionId }[];
  readonly certificateHolder: { readonly id: InspectorId; readonly name: string } | null;
}

export type InspectorRefusal =
  | { readonly code: 'certificate-taken'; readonly holder: string }
  | { readonly code: 'certificate-form' }
  | { readonly code: 'qualification-unknown'; readonly sector: string }
  | { readonly code: 'section-unknown' }
  | { readonly code: 'name-not-drawable' }
  | { readonly code: 'nothing-changed' };

export type DutyRefusal =
  | { readonly code: 'duty-same' }
  | { readonly code: 'duty-reason-missing' }
  | { readonly code: 'duty-date-in-future'; readonly today: CalendarDate };

export interface InspectorAdded {
  readonly type: 'inspector-added';
  readonly inspector: Inspector;
}
export interface InspectorChanged {
  readonly type: 'inspector-changed';
  readonly id: InspectorId;
  readonly record: InspectorRecord;
  readonly changes: readonly FieldChange[];
}
export interface InspectorDutyChanged {
  readonly type: 'inspector-duty-changed';
  readonly id: InspectorId;
  readonly from: InspectorStatus;
  readonly to: InspectorStatus;
  readonly reason: string;
}
export type InspectorEvent =
  | InspectorAdded
  | InspectorChanged
  | InspectorDutyChanged
  | LeaveRegistered
  | LeaveCancelled;

/** 执法证号 as it enters a draw (mc-draw/1 §1). */
export const certificateForm = /^(?!B-)[0-9A-Z][0-9A-Z._-]{0,21}$/;

export function addInspector(
  id: InspectorId,
  record: InspectorRecord,
  facts: InspectorFacts,
): Result<InspectorAdded, InspectorRefusal> {
  const refusal = wrongIn(record, facts);
  if (refusal !== undefined) return refuse(refusal);
  return ok({
    type: 'inspector-added',
    inspector: { ...record, id, leaves: [], status: { kind: 'on-duty' }, version: 1 },
  });
}

export function changeInspector(
  inspector: Inspector,
  record: InspectorRecord,
  facts: InspectorFacts,
): Result<InspectorChanged, InspectorRefusal> {
  const refusal = wrongIn(record, facts);
  if (refusal !== undefined) return refuse(refusal);
  const changes = inspectorChanges(inspector, record);
  if (changes.length === 0) return refuse({ code: 'nothing-changed' });
  return ok({ type: 'inspector-changed', id: inspector.id, record, changes });
}

/** 离岗 (moved, retired, on leave) or back 在岗. */
export function changeInspectorDuty(
  inspector: Inspector,
  to: { readonly kind: InspectorStatus['kind']; readonly since: CalendarDate; readonly reason: string },
  today: CalendarDate,
): Result<InspectorDutyChanged, DutyRefusal> {
  const reason = to.reason.trim();
  if (inspector.status.kind === to.kind) return refuse({ code: 'duty-same' });
  if (reason === '') return refuse({ code: 'duty-reason-missing' });
  if (to.since > today) return refuse({ code: 'duty-date-in-future', today });
  const next: InspectorStatus =
    to.kind === 'off-duty' ? { kind: 'off-duty', since: to.since, reason } : { kind: 'on-duty' };
  return ok({ type: 'inspector-duty-changed', id: inspector.id, from: inspector.status, to: next, reason });
}

export function evolveInspector(inspector: Inspector, event: Exclude<InspectorEvent, InspectorAdded>): Inspector {
  const version = inspector.version + 1;
  switch (event.type) {
    case 'inspector-changed':
      return { ...inspector, ...event.record, version };
    case 'inspector-duty-changed':
      return { ...inspector, status: event.to, version };
    case 'inspector-leave-registered':
    case 'inspector-leave-cancelled':
      return { ...inspector, leaves: leavesAfter(inspector.leaves, event), version };
  }
}

export function inspectorChanges(before: InspectorRecord, after: InspectorRecord): readonly FieldChange[] {
  return changesBetween(flatInspector(before), flatInspector(after), ['phone', 'identityNumber']);
}

function flatInspector(record: InspectorRecord): Readonly<Record<string, string | null>> {
  return {
    name: record.name,
    certificateNo: record.certificateNo,
    issuer: record.issuer,
    expiresOn: record.expiresOn,
    employment: record.employment,
    sectionId: record.sectionId,
    qualifications: record.qualifications.join('、'),
    cap: String(record.cap),
    phone: record.contact.phone,
    identityNumber: record.contact.identityNumber,
  };
}

function wrongIn(record: InspectorRecord, facts: InspectorFacts): InspectorRefusal | undefined {
  if (record.name.trim() === '' || /[,"\p{Cc}]/u.test(record.name)) return { code: 'name-not-drawable' };
  if (!certificateForm.test(record.certificateNo)) return { code: 'certificate-form' };
  const unknown = record.qualifications.find((code) => !facts.sectors.some((sector) => sector.code === code));
  if (unknown !== undefined) return { code: 'qualification-unknown', sector: unknown };
  if (record.sectionId !== null && !facts.sections.some((section) => section.id === record.sectionId)) {
    return { code: 'section-unknown' };
  }
  if (facts.certificateHolder !== null) return { code: 'certificate-taken', holder: facts.certificateHolder.name };
  return undefined;
}
