import type { SectionId } from '../id.ts';
import { type CalendarDate, parseCalendarDate } from '../time.ts';
import type { Existing, RowReader, RowReading } from './compare-import.ts';
import { employments, employmentTitles, type Inspector, type InspectorRecord } from './inspector.ts';
import { certificateForm, inspectorChanges } from './inspector-change.ts';
import { cellReader, choicesOf, type RowContext } from './row-cells.ts';
import type { RowNote } from './row-problem.ts';
import { writeCode } from './subject-code.ts';
import { isDrawableName } from './subject-change.ts';
import { readPhone } from './subject-row.ts';

/** Visits one draw may give a person for whom the workbook names no limit. */
export const usualCap = 4;
const identityForm = /^\d{17}[0-9X]$/;

export interface InspectorRowContext extends RowContext<SectionId> {
  readonly today: CalendarDate;
}

/** Reads rows of the 执法人员 workbook against the registry as it stands; the certificate number is the identity. */
export function inspectorRowReader(
  inspectors: readonly Inspector[],
  context: InspectorRowContext,
): RowReader<InspectorRecord> {
  const byCertificate = new Map(inspectors.map((inspector) => [inspector.certificateNo, inspector]));
  return {
    keyColumn: 'certificateNo',
    keyOf: (cells) => writeCode(cells['certificateNo'] ?? '') || undefined,
    existing(key): Existing<InspectorRecord> | undefined {
      const inspector = byCertificate.get(key);
      return inspector && { id: inspector.id, version: inspector.version, value: inspector };
    },
    read: (cells, before) => readInspector(cells, before, context),
    changes: inspectorChanges,
  };
}

function readInspector(
  cells: Readonly<Record<string, string>>,
  old: InspectorRecord | undefined,
  context: InspectorRowContext,
): RowReading<InspectorRecord> {
  const reader = cellReader(cells);
  const name = reader.needed('name', old?.name);
  if (name !== '' && !isDrawableName(name)) reader.report({ code: 'name-not-drawable', column: 'name' });
  const certificateNo = writeCode(reader.needed('certificateNo', undefined));
  if (certificateNo !== '' && !certificateForm.test(certificateNo)) {
    reader.report({ code: 'certificate-form', column: 'certificateNo', written: certificateNo });
  }
  const issuer = reader.needed('issuer', old?.issuer);
  const expiry = reader.needed('expiresOn', old?.expiresOn);
  const expiresOn = parseCalendarDate(expiry);
  if (expiry !== '' && expiresOn === undefined) {
    reader.report({ code: 'date-unreadable', column: 'expiresOn', written: expiry });
  }
  const employment = reader.chosen('employment', choicesOf(employments, employmentTitles), old?.employment);
  if (employment === undefined && reader.at('employment') === '') {
    reader.report({ code: 'cell-missing', column: 'employment' });
  }
  const sections = context.sections.map((section) => ({ code: section.id, title: section.name }));
  const record = {
    name,
    certificateNo,
    issuer,
    sectionId: reader.chosen('section', sections, old?.sectionId ?? undefined) ?? null,
    qualifications: readQualifications(reader, old?.qualifications, context),
    cap: readCap(reader, old?.cap),
    contact: {
      phone: readPhone(reader, 'phone', old?.contact.phone),
      identityNumber: readIdentity(reader, old?.contact.identityNumber),
    },
  };
  if (reader.problems.length > 0 || expiresOn === undefined || employment === undefined) {
    return { ok: false, problems: reader.problems };
  }
  // He may stand in the registry, but not in a draw: the person is told now and not on the day of the draw.
  const notes: RowNote[] =
    expiresOn < context.today ? [{ code: 'certificate-expired', column: 'expiresOn', expiresOn }] : [];
  return { ok: true, value: { ...record, expiresOn, employment }, notes };
}

type Reader = ReturnType<typeof cellReader>;

/** Names or codes parted by 、，,;； or spaces, given back in the order of the policy. */
function readQualifications(
  reader: Reader,
  old: readonly string[] | undefined,
  context: RowContext<SectionId>,
): readonly string[] {
  const written = reader.at('qualifications');
  if (written === '') {
    if (old === undefined) reader.report({ code: 'cell-missing', column: 'qualifications' });
    return old ?? [];
  }
  const names = written.split(/[、，,;；/\s]+/).filter((name) => name !== '');
  const strange = names.find((name) => !context.sectors.some((sector) => sector.name === name || sector.code === name));
  if (strange !== undefined) {
    const choices = context.sectors.map((sector) => sector.name);
    reader.report({ code: 'choice-unknown', column: 'qualifications', written: strange, choices });
  }
  return context.sectors
    .filter((sector) => names.includes(sector.name) || names.includes(sector.code))
    .map((sector) => sector.code);
}

function readCap(reader: Reader, old: number | undefined): number {
  const written = reader.at('cap');
  if (written === '') return old ?? usualCap;
  if (!/^\d{1,5}$/.test(written)) reader.report({ code: 'number-unreadable', column: 'cap', written });
  return Number(written);
}

function readIdentity(reader: Reader, old: string | null | undefined): string | null {
  const number = reader.optional('identityNumber', old);
  if (number !== null && !identityForm.test(number)) {
    reader.report({ code: 'identity-form', column: 'identityNumber' });
  }
  return number;
}
