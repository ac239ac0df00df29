import type { SubjectId } from '../id.ts';
import { type CalendarDate, parseCalendarDate } from '../time.ts';
import type { RowReader, RowReading } from './compare-import.ts';
import type { OutsideVisit } from './outside-visit.ts';
import { cellReader } from './row-cells.ts';
import { writeCode } from './subject-code.ts';

/** A visit as a workbook tells it. */
export type OutsideVisitRow = Omit<OutsideVisit, 'id'>;

interface VisitContext {
  /** The objects of the registry by their code. */
  readonly subjects: ReadonlyMap<string, SubjectId>;
  readonly known: readonly OutsideVisitRow[];
  readonly today: CalendarDate;
}

const identity = (subjectId: SubjectId | undefined, on: string, department: string) =>
  `${subjectId ?? ''} ${on} ${department}`;

/** Reads rows of other departments' visits; a visit of that day by that department is known and stays as it is. */
export function outsideVisitRowReader({ subjects, known, today }: VisitContext): RowReader<OutsideVisitRow> {
  const standing = new Map(known.map((visit) => [identity(visit.subjectId, visit.on, visit.department), visit]));
  const subjectOf = (code: string) => subjects.get(writeCode(code));
  return {
    keyColumn: 'code',
    keyOf: (cells) =>
      identity(subjectOf(cells['code'] ?? ''), (cells['on'] ?? '').trim(), (cells['department'] ?? '').trim()),
    existing: (key) => {
      const value = standing.get(key);
      return value && { id: key, version: 1, value };
    },
    read: (cells) => readVisit(cells, subjectOf, today),
    // What was registered by hand stays; a workbook tells no better which paper proves it.
    changes: () => [],
  };
}

function readVisit(
  cells: Readonly<Record<string, string>>,
  subjectOf: (code: string) => SubjectId | undefined,
  today: CalendarDate,
): RowReading<OutsideVisitRow> {
  const reader = cellReader(cells);
  const code = reader.needed('code', undefined);
  const subjectId = subjectOf(code);
  if (code !== '' && subjectId === undefined) reader.report({ code: 'subject-unknown', column: 'code', written: code });
  const written = reader.needed('on', undefined);
  const on = parseCalendarDate(written);
  if (on === undefined && written !== '') reader.report({ code: 'date-unreadable', column: 'on', written });
  if (on !== undefined && on > today) reader.report({ code: 'status-date-in-future', column: 'on', today });
  const department = reader.needed('department', undefined);
  const evidence = reader.needed('evidence', undefined);
  if (reader.problems.length > 0 || subjectId === undefined || on === undefined) {
    return { ok: false, problems: reader.problems };
  }
  return { ok: true, value: { subjectId, on, department, evidence }, notes: [] };
}
