import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OccurrenceId, SubjectId } from '../id.ts';
import type { OccurrenceKind, PriorityRule } from '../policy/index.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { declinePriority, monthsBefore, type Occurrence, proposePriority, registerOccurrence } from './occurrence.ts';

const today = '2022-04-06' as CalendarDate;
const rules: readonly PriorityRule[] = [
  { kind: 'accident', times: 1, months: 12 },
  { kind: 'penalty', times: 2, months: 12 },
  { kind: 'complaint', times: 1, months: 12 },
];
const ordinary = { priority: 'ordinary', grounds: [] } as const;
let serial = 0;
const happened = (kind: OccurrenceKind, on: string, more: Partial<Occurrence> = {}): Occurrence => ({
  id: `o${(serial += 1)}` as OccurrenceId,
  subjectId: 's1' as SubjectId,
  kind,
  on: on as CalendarDate,
  evidence: '示例文书',
  setAside: null,
  version: 1,
  ...more,
});
const grounds = (...all: Occurrence[]) => proposePriority(ordinary, all, rules, today).map(({ ground }) => ground);

test('N-05: an accident proposes the object as 重点, with the rule and the paper it rests on', () => {
  const accident = happened('accident', '2022-01-15');
  expect(proposePriority(ordinary, [accident], rules, today)).toEqual([
    { ground: 'accident', rule: rules[0], evidence: [accident] },
  ]);
});

test('N-05: two penalties within a year do, one does not, nor two of which one is older than a year', () => {
  expect(grounds(happened('penalty', '2021-05-01'))).toEqual([]);
  expect(grounds(happened('penalty', '2021-05-01'), happened('penalty', '2022-04-06'))).toEqual(['penalties']);
  expect(grounds(happened('penalty', '2021-04-06'), happened('penalty', '2022-04-06'))).toEqual([]);
});

test('N-05: a complaint that was verified does', () => {
  expect(grounds(happened('complaint', '2022-03-01'))).toEqual(['complaint']);
});

test('what was set aside proposes nothing, and a ground that already stands is not proposed again', () => {
  const aside = { at: '2022-02-01T00:00:00Z' as Instant, by: '施核', reason: '轻微' };
  expect(grounds(happened('accident', '2022-01-15', { setAside: aside }))).toEqual([]);
  const already = { priority: 'priority', grounds: ['accident'] } as const;
  expect(proposePriority(already, [happened('accident', '2022-01-15')], rules, today)).toEqual([]);
});

test('a declined proposal sets aside just what it rests on, and wants a reason', () => {
  const [accident, complaint] = [happened('accident', '2022-01-15'), happened('complaint', '2022-01-15')];
  const [proposal] = proposePriority(ordinary, [accident, complaint], rules, today);
  const id = 's1' as SubjectId;
  expect(declinePriority(id, proposal, '已整改并经核查')).toMatchObject({ value: { occurrences: [accident.id] } });
  expect(declinePriority(id, proposal, ' ')).toMatchObject({ refusal: { code: 'set-aside-reason-missing' } });
  expect(declinePriority(id, undefined, '已整改')).toMatchObject({ refusal: { code: 'proposal-gone' } });
});

test('an occurrence has a day that has come and a paper', () => {
  const given = happened('penalty', '2022-04-07');
  const facts = { subjectFound: true, today };
  expect(registerOccurrence(given, facts)).toMatchObject({ refusal: { code: 'occurrence-in-future' } });
  const blank = { ...given, on: today, evidence: ' ' };
  expect(registerOccurrence(blank, facts)).toMatchObject({ refusal: { code: 'occurrence-evidence-missing' } });
  expect(registerOccurrence({ ...given, on: today }, facts)).toMatchObject({ ok: true });
});

test('a year before a leap day is the last of February', () => {
  expect(monthsBefore('2024-02-29' as CalendarDate, 12)).toBe('2023-02-28');
  expect(monthsBefore('2024-01-31' as CalendarDate, 2)).toBe('2023-11-30');
  expect(monthsBefore('2024-12-15' as CalendarDate, 12)).toBe('2023-12-15');
});

test('whatever happened, every proposal rests on enough occurrences of one kind within the rule’s months', () => {
  const kinds = fc.constantFrom<OccurrenceKind>('accident', 'penalty', 'complaint');
  const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, '0'));
  const on = fc.tuple(fc.integer({ min: 2020, max: 2022 }), fc.integer({ min: 1, max: 9 }), day);
  const one = fc.tuple(kinds, on).map(([kind, [year, month, d]]) => happened(kind, `${year}-0${month}-${d}`));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (all) => {
      for (const { rule, evidence } of proposePriority(ordinary, all, rules, today)) {
        expect(evidence.length).toBeGreaterThanOrEqual(rule.times);
        expect(evidence.every((each) => each.kind === rule.kind && each.on <= today)).toBe(true);
        expect(evidence.every((each) => each.on > monthsBefore(today, rule.months))).toBe(true);
      }
    }),
  );
});
