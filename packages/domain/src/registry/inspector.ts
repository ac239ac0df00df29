import type { InspectorId, SectionId } from '../id.ts';
import type { CalendarDate } from '../time.ts';
import type { Leave } from './leave.ts';

/** 编制: who may enforce and who may only assist (N-20: 编外人员 may only assist, led by officers). */
export const employments = ['administrative', 'institution', 'auxiliary'] as const;
export type Employment = (typeof employments)[number];
export const employmentTitles: Readonly<Record<Employment, string>> = {
  administrative: '行政编制',
  institution: '事业编制',
  auxiliary: '编外',
};

export interface InspectorContact {
  readonly phone: string | null;
  readonly identityNumber: string | null;
}

/** What an officer writes about a 执法检查人员. */
export interface InspectorRecord {
  readonly name: string;
  /** 执法证号; unique in the bureau and the person's name in a draw. */
  readonly certificateNo: string;
  readonly issuer: string;
  /** The last day on which the certificate is valid. */
  readonly expiresOn: CalendarDate;
  readonly employment: Employment;
  readonly sectionId: SectionId | null;
  /** Sector codes of the bureau's policy that this person may inspect (GX-10), in the order of the policy. */
  readonly qualifications: readonly string[];
  /** The most visits one draw may give this person; 0 keeps the person out of draws. */
  readonly cap: number;
  readonly contact: InspectorContact;
}

/** 在册, or 离岗 with date and reason. */
export type InspectorStatus =
  | { readonly kind: 'on-duty' }
  | { readonly kind: 'off-duty'; readonly since: CalendarDate; readonly reason: string };

/** 执法检查人员 — one row of the 名录库. */
export interface Inspector extends InspectorRecord {
  readonly id: InspectorId;
  /** 请假日历, in order. */
  readonly leaves: readonly Leave[];
  readonly status: InspectorStatus;
  readonly version: number;
}

/** Why a person may not stand in a draw on a day; the page says each of them. */
export type Ineligibility =
  | { readonly code: 'assists-only' }
  | { readonly code: 'certificate-expired'; readonly expiresOn: CalendarDate }
  | { readonly code: 'off-duty'; readonly since: CalendarDate; readonly reason: string }
  | { readonly code: 'on-leave'; readonly to: CalendarDate; readonly reason: string }
  | { readonly code: 'no-qualification' }
  | { readonly code: 'cap-zero' };

/**
 * YS-04: a valid certificate on the day of the inspection and regular staff. An empty list means eligible.
 * Neither floor is policy: the law asks for both.
 */
export function ineligibilitiesOn(inspector: Inspector, on: CalendarDate): readonly Ineligibility[] {
  const found: Ineligibility[] = [];
  if (inspector.employment === 'auxiliary') found.push({ code: 'assists-only' });
  if (inspector.expiresOn < on) found.push({ code: 'certificate-expired', expiresOn: inspector.expiresOn });
  if (inspector.status.kind === 'off-duty' && inspector.status.since <= on) {
    found.push({ code: 'off-duty', since: inspector.status.since, reason: inspector.status.reason });
  }
  const leave = inspector.leaves.find(({ from, to }) => from <= on && on <= to);
  if (leave !== undefined) found.push({ code: 'on-leave', to: leave.to, reason: leave.reason });
  if (inspector.qualifications.length === 0) found.push({ code: 'no-qualification' });
  if (inspector.cap === 0) found.push({ code: 'cap-zero' });
  return found;
}
