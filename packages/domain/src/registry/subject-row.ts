import type { SectionId } from '../id.ts';
import { type CalendarDate, parseCalendarDate } from '../time.ts';
import type { Existing, RowReader, RowReading } from './compare-import.ts';
import {
  groundTitles,
  parseLocation,
  priorityGrounds,
  type SubjectParticulars,
  subjectKinds,
  subjectKindTitles,
  unparticular,
} from './particulars.ts';
import { cellReader, choicesOf, phoneForm, type RowContext } from './row-cells.ts';
import type { RowNote } from './row-problem.ts';
import { type Known, type Similarity, similarityIndex } from './similar-subject.ts';
import {
  creditGrades,
  priorityTitles,
  type Subject,
  type SubjectRecord,
  type SubjectStatus,
  standardisationLevels,
  standardisationTitles,
  statusTitles,
  subjectPriorities,
  subjectStatuses,
} from './subject.ts';
import { inBusiness, isDrawableName, nextStatus, subjectChanges } from './subject-change.ts';
import { codeKinds, codeKindTitles, parseSubjectCode, type SubjectCode, writeCode } from './subject-code.ts';

/** What one row of the 抽查对象 workbook says. */
export interface SubjectImport {
  readonly record: SubjectRecord;
  readonly status: SubjectStatus;
}

export interface SubjectRowContext extends RowContext<SectionId> {
  readonly today: CalendarDate;
}

type Reader = ReturnType<typeof cellReader>;

/** The registry as it stands, to look rows up in. */
export interface SubjectIndex {
  readonly byCode: Map<string, Subject>;
  readonly byName: Map<string, string>;
  readonly similar: ReturnType<typeof similarityIndex>;
}

/**
 * An empty index; `enterSubject` fills it one by one, so that a large registry can be entered with pauses. Who is in no
 * row of the file needs `enterNeighbour` only: he is somebody a new object may be mistaken for.
 */
export function subjectIndex(): SubjectIndex {
  return { byCode: new Map(), byName: new Map(), similar: similarityIndex([]) };
}

export function enterSubject(index: SubjectIndex, subject: Subject): void {
  index.byCode.set(subject.code.text, subject);
  enterNeighbour(index, { code: subject.code.text, name: subject.name, address: subject.address });
}

export function enterNeighbour({ byName, similar }: SubjectIndex, known: Known): void {
  byName.set(known.name, known.code);
  similar.add(known);
}

/** Reads rows of the 抽查对象 workbook against the registry as it stands. */
export function subjectRowReader(
  { byCode, byName, similar }: SubjectIndex,
  context: SubjectRowContext,
): RowReader<SubjectImport> {
  return {
    keyColumn: 'code',
    keyOf: (cells) => writeCode(cells['code'] ?? '') || undefined,
    existing(key): Existing<SubjectImport> | undefined {
      const subject = byCode.get(key);
      return (
        subject && { id: subject.id, version: subject.version, value: { record: subject, status: subject.status } }
      );
    },
    read(cells, before) {
      const reading = readSubject(cells, before, context, byName);
      // Only a new object can be a duplicate; what is registered was looked at when it came.
      if (!reading.ok || before !== undefined) return reading;
      const { code, name, address } = reading.value.record;
      const entry = { code: code.text, name, address };
      const found = byName.get(name) === undefined ? similar.find(entry) : undefined;
      similar.add(entry);
      return found === undefined ? reading : { ...reading, notes: [...reading.notes, noteOnSimilar(found)] };
    },
    changes(before, after) {
      const status = before.status.kind !== after.status.kind;
      return [
        ...subjectChanges(before.record, after.record),
        ...(status ? [{ field: 'status', from: before.status.kind, to: after.status.kind }] : []),
      ];
    },
  };
}

function readSubject(
  cells: Readonly<Record<string, string>>,
  before: SubjectImport | undefined,
  context: SubjectRowContext,
  byName: ReadonlyMap<string, string>,
): RowReading<SubjectImport> {
  const reader = cellReader(cells);
  const old = before?.record;
  const name = reader.needed('name', old?.name);
  if (name !== '' && !isDrawableName(name)) reader.report({ code: 'name-not-drawable', column: 'name' });
  const code = readCode(reader, old?.code);
  const sectors = context.sectors.map((sector) => ({ code: sector.code, title: sector.name }));
  const sector = reader.chosen('sector', sectors, old?.sector);
  if (sector === undefined && reader.at('sector') === '') reader.report({ code: 'cell-missing', column: 'sector' });
  const sections = context.sections.map((section) => ({ code: section.id, title: section.name }));
  const priority = reader.chosen('priority', choicesOf(subjectPriorities, priorityTitles), old?.priority) ?? 'ordinary';
  const record = {
    ...readParticulars(reader, old, priority, context.today),
    name,
    address: reader.needed('address', old?.address),
    region: readRegion(reader, old?.region),
    sector: sector ?? '',
    priority,
    creditGrade:
      reader.chosen(
        'creditGrade',
        creditGrades.map((grade) => ({ code: grade, title: grade })),
        old?.creditGrade ?? undefined,
      ) ?? null,
    standardisation:
      reader.chosen(
        'standardisation',
        choicesOf(standardisationLevels, standardisationTitles),
        old?.standardisation ?? undefined,
      ) ?? null,
    sectionId: reader.chosen('section', sections, old?.sectionId ?? undefined) ?? null,
    contact: {
      name: reader.optional('contactName', old?.contact.name),
      phone: readPhone(reader, 'contactPhone', old?.contact.phone),
    },
  };
  const status = readStatus(reader, before?.status, context.today);
  if (reader.problems.length > 0 || code === undefined) return { ok: false, problems: reader.problems };
  return { ok: true, value: { record: { ...record, code }, status }, notes: notesOn(code, name, byName) };
}

function readParticulars(
  reader: Reader,
  old: SubjectRecord | undefined,
  priority: SubjectRecord['priority'],
  today: CalendarDate,
): SubjectParticulars {
  const before: SubjectParticulars = old ?? unparticular;
  const formerNames = splitList(reader.at('formerNames'));
  return {
    kind: reader.chosen('kind', choicesOf(subjectKinds, subjectKindTitles), before.kind) ?? 'enterprise',
    formerNames: formerNames.length === 0 ? before.formerNames : formerNames,
    location: readLocation(reader, before.location),
    industry: readIndustry(reader, before.industry),
    grounds: readGrounds(reader, old, priority),
    gradeSource: reader.optional('gradeSource', before.gradeSource),
    gradeOn: readGradeDate(reader, before.gradeOn, today),
  };
}

function splitList(written: string): readonly string[] {
  return written.split(/[、，;；\n]+/).filter((part) => part.trim() !== '');
}

function readLocation(reader: Reader, old: SubjectParticulars['location']): SubjectParticulars['location'] {
  const written = reader.at('location');
  if (written === '') return old;
  const location = parseLocation(written);
  if (location === undefined) reader.report({ code: 'location-form', column: 'location', written });
  return location ?? null;
}

function readIndustry(reader: Reader, old: string | null): string | null {
  const industry = reader.optional('industry', old)?.toUpperCase() ?? null;
  if (industry !== null && !/^[A-T]\d{0,4}$/.test(industry)) {
    reader.report({ code: 'industry-form', column: 'industry', written: industry });
  }
  return industry;
}

/** A list that calls an object 重点 without a ground is the bureau's own listing of it. */
function readGrounds(
  reader: Reader,
  old: SubjectRecord | undefined,
  priority: SubjectRecord['priority'],
): SubjectParticulars['grounds'] {
  if (priority === 'ordinary') return [];
  const written = splitList(reader.at('grounds'));
  if (written.length === 0) return old?.priority === 'priority' ? old.grounds : ['listed'];
  const strange = written.find((word) => !priorityGrounds.some((ground) => groundTitles[ground] === word));
  if (strange !== undefined) {
    reader.report({
      code: 'choice-unknown',
      column: 'grounds',
      written: strange,
      choices: Object.values(groundTitles),
    });
  }
  return priorityGrounds.filter((ground) => written.includes(groundTitles[ground]));
}

function readGradeDate(reader: Reader, old: CalendarDate | null, today: CalendarDate): CalendarDate | null {
  const written = reader.at('gradeOn');
  if (written === '') return old;
  const on = parseCalendarDate(written);
  if (on === undefined) reader.report({ code: 'date-unreadable', column: 'gradeOn', written });
  else if (on > today) reader.report({ code: 'status-date-in-future', column: 'gradeOn', today });
  return on ?? null;
}

function readCode(reader: Reader, old: SubjectCode | undefined): SubjectCode | undefined {
  const kind = reader.chosen('codeKind', choicesOf(codeKinds, codeKindTitles), old?.kind ?? 'credit');
  const written = reader.at('code');
  if (written === '') reader.report({ code: 'cell-missing', column: 'code' });
  if (kind === undefined || written === '') return undefined;
  const parsed = parseSubjectCode(kind, written, reader.optional('codeKeptReason', old?.keptReason));
  if (parsed.ok) return parsed.value;
  reader.report({ ...parsed.refusal, column: 'code' });
  return undefined;
}

function readRegion(reader: Reader, old: string | null | undefined): string | null {
  const region = reader.optional('region', old);
  if (region !== null && !/^\d{6}$/.test(region)) {
    reader.report({ code: 'region-form', column: 'region', written: region });
  }
  return region;
}

/** Personal: the problem names what was written because the officer wrote it himself a moment ago. */
export function readPhone(reader: Reader, column: string, old: string | null | undefined): string | null {
  const phone = reader.optional(column, old);
  if (phone !== null && !phoneForm.test(phone)) reader.report({ code: 'phone-form', column, written: phone });
  return phone;
}

function readStatus(reader: Reader, old: SubjectStatus | undefined, today: CalendarDate): SubjectStatus {
  const from = old ?? inBusiness;
  const kind = reader.chosen('status', choicesOf(subjectStatuses, statusTitles), from.kind);
  if (kind === undefined || kind === from.kind) return from;
  const since = parseCalendarDate(reader.at('statusSince'));
  const reason = reader.at('statusReason');
  if (since === undefined || reason === '') {
    reader.report({ code: 'status-incomplete', column: since === undefined ? 'statusSince' : 'statusReason' });
    return from;
  }
  const decision = nextStatus(from, { kind, since, reason }, today);
  if (decision.ok) return decision.value;
  reader.report(
    decision.refusal.code === 'status-date-in-future'
      ? { code: 'status-date-in-future', column: 'statusSince', today }
      : { code: 'status-not-allowed', column: 'status' },
  );
  return from;
}

function noteOnSimilar({ other, by }: Similarity): RowNote {
  return { code: 'similar-object', column: by, by, otherName: other.name, otherCode: other.code };
}

function notesOn(code: SubjectCode, name: string, byName: ReadonlyMap<string, string>): readonly RowNote[] {
  const notes: RowNote[] = [];
  if (code.keptReason !== null) notes.push({ code: 'code-kept', column: 'code', reason: code.keptReason });
  const otherCode = byName.get(name);
  if (otherCode !== undefined && otherCode !== code.text) {
    notes.push({ code: 'same-name-other-code', column: 'name', otherCode });
  }
  return notes;
}
