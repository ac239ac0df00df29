import { type CalendarDate, parseCalendarDate } from '../time.ts';
import type { Existing, RowReader, RowReading } from './compare-import.ts';
import { changesBetween } from './history.ts';
import type { ReferenceCode, ReferenceListName } from './reference.ts';
import { cellReader } from './row-cells.ts';
import { writeCode } from './subject-code.ts';

const forms: Readonly<Record<ReferenceListName, RegExp>> = {
  region: /^\d{6}$/,
  industry: /^[A-T](\d{2}|\d{3}|\d{4})?$/,
};

/** A code that is given twice is two entries, so the name belongs to the identity. */
const identity = (code: string, name: string) => `${code} ${name}`;

/** Reads rows of a national code table against the table as it stands. */
export function referenceRowReader(
  list: ReferenceListName,
  entries: readonly (ReferenceCode & { readonly version: number })[],
): RowReader<ReferenceCode> {
  const known = new Map(entries.map((entry) => [identity(entry.code, entry.name), entry]));
  return {
    keyColumn: 'code',
    keyOf: (cells) => identity(writeCode(cells['code'] ?? ''), cells['name'] ?? ''),
    existing(key): Existing<ReferenceCode> | undefined {
      const entry = known.get(key);
      return entry && { id: key, version: entry.version, value: entry };
    },
    read: (cells, before) => readReference(list, cells, before),
    changes: (before, after) => changesBetween(flat(before), flat(after), []),
  };
}

function readReference(
  list: ReferenceListName,
  cells: Readonly<Record<string, string>>,
  old: ReferenceCode | undefined,
): RowReading<ReferenceCode> {
  const reader = cellReader(cells);
  const code = writeCode(reader.needed('code', undefined));
  if (code !== '' && !forms[list].test(code)) {
    reader.report({ code: list === 'region' ? 'region-form' : 'industry-form', column: 'code', written: code });
  }
  const name = reader.needed('name', undefined);
  const day = (column: 'from' | 'to', before: CalendarDate | null): CalendarDate | null => {
    const written = reader.at(column);
    if (written === '') return before;
    const read = parseCalendarDate(written);
    if (read === undefined) reader.report({ code: 'date-unreadable', column, written });
    return read ?? null;
  };
  const value = {
    code,
    name,
    from: day('from', old?.from ?? null),
    to: day('to', old?.to ?? null),
    successor: reader.optional('successor', old?.successor),
    source: reader.needed('source', old?.source),
  };
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value, notes: [] };
}

function flat({ from, to, successor, source }: ReferenceCode): Readonly<Record<string, string | null>> {
  return { from, to, successor, source };
}
