import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InspectorId, SectionId, SubjectId } from '../id.ts';
import type { CalendarDate } from '../time.ts';
import { compareImport, countVerdicts, type SheetRow } from './compare-import.ts';
import { checkCharacterOf } from './credit-code.ts';
import type { Inspector } from './inspector.ts';
import { inspectorRowReader } from './inspector-row.ts';
import { unparticular } from './particulars.ts';
import type { Subject } from './subject.ts';
import { enterSubject, subjectIndex, subjectRowReader } from './subject-row.ts';

const section = { id: 'section-wh' as SectionId, name: '危化股' };
const context = {
  sectors: [
    { code: 'hazchem-production', name: '危化生产' },
    { code: 'hazchem-trade', name: '危化经营' },
  ],
  sections: [section],
  today: '2022-04-06' as CalendarDate,
};
const codeOf = (n: number) => {
  const first17 = `91140428XX${String(n).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
};
const row = (n: number, cells: Record<string, string> = {}, problems: SheetRow['problems'] = []): SheetRow => ({
  row: n + 1,
  cells: { name: `长子县${n}字号加油站`, code: codeOf(n), sector: '危化经营', address: `示例路${n}号`, ...cells },
  problems,
});
const subject = (n: number, more: Partial<Subject> = {}): Subject => ({
  ...unparticular,
  id: `s${n}` as SubjectId,
  code: { kind: 'credit', text: codeOf(n), keptReason: null },
  name: `长子县${n}字号加油站`,
  address: `示例路${n}号`,
  region: null,
  sector: 'hazchem-trade',
  priority: 'ordinary',
  creditGrade: null,
  standardisation: null,
  sectionId: null,
  contact: { name: null, phone: null },
  status: { kind: 'in-business', since: null, reason: null },
  version: 3,
  ...more,
});
const compare = (rows: readonly SheetRow[], subjects: readonly Subject[] = []) => {
  const index = subjectIndex();
  for (const subject of subjects) enterSubject(index, subject);
  return compareImport(rows, subjectRowReader(index, context));
};

test('F-07: each row is new, changed, the same or wrong', () => {
  const verdicts = compare(
    [row(1), row(2, { address: '新址2号' }), row(3), row(4, { sector: '烟花爆竹' })],
    [subject(2), subject(3)],
  );
  expect(countVerdicts(verdicts)).toEqual({ new: 1, changed: 1, same: 1, wrong: 1 });
  expect(verdicts[1]).toMatchObject({
    id: 's2',
    version: 3,
    changes: [{ field: 'address', from: '示例路2号', to: '新址2号' }],
  });
  expect(verdicts[3]).toMatchObject({
    row: 5,
    problems: [{ code: 'choice-unknown', column: 'sector', written: '烟花爆竹', choices: ['危化生产', '危化经营'] }],
  });
});

test('every wrong cell of a row is named, not only the first', () => {
  const [verdict] = compare([row(1, { name: '', code: '9111', contactPhone: '12' })]);
  expect(verdict).toMatchObject({
    problems: [
      { code: 'cell-missing', column: 'name' },
      { code: 'code-length', column: 'code', length: 4 },
      { code: 'phone-form', column: 'contactPhone', written: '12' },
    ],
  });
});

test('of two rows with one code the later is wrong and names the earlier', () => {
  const [first, second] = compare([row(1), row(1, { name: '长子县另一家' })]);
  expect(first).toMatchObject({ verdict: 'new' });
  expect(second).toMatchObject({ problems: [{ code: 'duplicate-in-file', column: 'code', firstRow: 2 }] });
});

test('full-width and spaced codes are one code', () => {
  const wide = codeOf(1).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect(compare([row(1), row(1, { code: ` ${wide} ` })])[1]).toMatchObject({ verdict: 'wrong' });
});

test('a wrong check character is kept with the reason in its column, and noted', () => {
  const wrong = `${codeOf(1).slice(0, 17)}${codeOf(1).endsWith('0') ? '1' : '0'}`;
  expect(compare([row(1, { code: wrong })])[0]).toMatchObject({
    problems: [{ code: 'code-check-character', expected: codeOf(1).slice(-1) }],
  });
  expect(compare([row(1, { code: wrong, codeKeptReason: '按执照保留' })])[0]).toMatchObject({
    verdict: 'new',
    notes: [{ code: 'code-kept', reason: '按执照保留' }],
  });
});

test('the same name under another code is noted, since the licence may have been renewed', () => {
  const [verdict] = compare([row(1, { name: '长子县2字号加油站' })], [subject(2)]);
  expect(verdict).toMatchObject({ verdict: 'new', notes: [{ code: 'same-name-other-code', otherCode: codeOf(2) }] });
});

test('an empty cell keeps what is registered; a missing column does too', () => {
  const registered = subject(1, { priority: 'priority', contact: { name: '张示例', phone: '13800001234' } });
  const [verdict] = compare([row(1, { priority: '', address: '' })], [registered]);
  expect(verdict).toMatchObject({ verdict: 'same' });
});

test('a workbook can suspend an object, but only with date and reason', () => {
  const bare = compare([row(1, { status: '停产停业' })], [subject(1)]);
  expect(bare[0]).toMatchObject({ problems: [{ code: 'status-incomplete', column: 'statusSince' }] });
  const whole = { status: '停产停业', statusSince: '2022-04-01', statusReason: '停产检修' };
  expect(compare([row(1, whole)], [subject(1)])[0]).toMatchObject({
    verdict: 'changed',
    value: { status: { kind: 'suspended', since: '2022-04-01', reason: '停产检修' } },
  });
});

test('what the cells themselves got wrong makes the row wrong once', () => {
  const [verdict] = compare([
    row(1, { code: '' }, [{ code: 'number-unreadable', column: 'code', written: '9.14E+17' }]),
  ]);
  expect(verdict).toMatchObject({ problems: [{ code: 'number-unreadable', column: 'code' }] });
  expect(verdict?.verdict === 'wrong' && verdict.problems).toHaveLength(1);
});

test('property: every row gets one verdict in its own place, and what was imported is then the same', () => {
  const rows = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 30 }), address: fc.constantFrom('甲路1号', '乙路2号', '') }),
  );
  fc.assert(
    fc.property(rows, (written) => {
      const sheet = written.map(({ n, address }, at) => ({ ...row(n, { address }), row: at + 2 }));
      const verdicts = compare(sheet, [subject(1), subject(2)]);
      expect(verdicts.map((verdict) => verdict.row)).toEqual(sheet.map((line) => line.row));
      const registry = new Map([subject(1), subject(2)].map((one) => [one.code.text, one]));
      for (const verdict of verdicts) {
        if (verdict.verdict !== 'new' && verdict.verdict !== 'changed') continue;
        const { record, status } = verdict.value;
        registry.set(record.code.text, { ...record, status, id: `s${record.code.text}` as SubjectId, version: 1 });
      }
      const right = sheet.filter((_, at) => verdicts[at]?.verdict !== 'wrong');
      expect(compare(right, [...registry.values()]).every((verdict) => verdict.verdict === 'same')).toBe(true);
    }),
  );
});

const person = (cells: Record<string, string> = {}): SheetRow => ({
  row: 2,
  cells: {
    name: '赵一',
    certificateNo: '14042822001',
    issuer: '山西省人民政府',
    expiresOn: '2024-12-31',
    employment: '行政编制',
    section: '危化股',
    qualifications: '危化经营、危化生产',
    ...cells,
  },
  problems: [],
});
const comparePeople = (rows: readonly SheetRow[], inspectors: readonly Inspector[] = []) =>
  compareImport(rows, inspectorRowReader(inspectors, context));

test('F-11: an inspector is read with certificate, section and qualifications in the order of the policy', () => {
  expect(comparePeople([person()])[0]).toMatchObject({
    verdict: 'new',
    value: {
      employment: 'administrative',
      sectionId: section.id,
      qualifications: ['hazchem-production', 'hazchem-trade'],
      cap: 4,
    },
  });
});

test('an unknown sector, an unreadable date and a wrong identity number are each named', () => {
  const [verdict] = comparePeople([
    person({ qualifications: '危化经营，烟花', expiresOn: '明年', identityNumber: '123' }),
  ]);
  expect(verdict).toMatchObject({
    problems: [
      { code: 'date-unreadable', column: 'expiresOn', written: '明年' },
      { code: 'choice-unknown', column: 'qualifications', written: '烟花' },
      { code: 'identity-form', column: 'identityNumber' },
    ],
  });
  expect(JSON.stringify(verdict)).not.toContain('"123"');
});

test('a known certificate number is the same person', () => {
  const [first] = comparePeople([person()]);
  if (first?.verdict !== 'new') throw new Error('expected a new person');
  const known: Inspector = {
    ...first.value,
    id: 'i1' as InspectorId,
    leaves: [],
    status: { kind: 'on-duty' },
    version: 1,
  };
  expect(comparePeople([person()], [known])[0]).toMatchObject({ verdict: 'same', id: 'i1' });
  expect(comparePeople([person({ expiresOn: '2025-12-31' })], [known])[0]).toMatchObject({
    changes: [{ field: 'expiresOn', from: '2024-12-31', to: '2025-12-31' }],
  });
});
