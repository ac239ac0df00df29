import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarDate } from '../time.ts';
import { formerNamesAfter, parseLocation, unparticular, wrongParticulars, writeLocation } from './particulars.ts';
import { judgeReference, type ReferenceCode } from './reference.ts';

const today = '2022-04-06' as CalendarDate;
const ordinary = { priority: 'ordinary', creditGrade: null } as const;
const priority = { priority: 'priority', creditGrade: 'B' } as const;
const wrong = (more: Partial<typeof unparticular>, about: typeof ordinary | typeof priority = ordinary) =>
  wrongParticulars({ ...unparticular, ...more }, about, today)?.code;

test('a 重点 object says why it is one, and an ordinary one does not', () => {
  expect(wrong({}, priority)).toBe('ground-missing');
  expect(wrong({ grounds: ['accident'] }, priority)).toBeUndefined();
  expect(wrong({ grounds: ['accident'] })).toBe('ground-of-ordinary');
});

test('a grade whose giver is named has a day, and the day has come', () => {
  const given = { grounds: ['listed'], gradeSource: '市场监管局' } as const;
  expect(wrong(given, priority)).toBe('grade-undated');
  expect(wrong({ ...given, gradeOn: '2022-04-07' as CalendarDate }, priority)).toBe('grade-date-in-future');
  expect(wrong({ ...given, gradeOn: today }, priority)).toBeUndefined();
});

test('an industry code is a letter from A to T and two to four digits', () => {
  expect(['C', 'C26', 'C261', 'C2614'].map((industry) => wrong({ industry }))).toEqual(Array(4).fill(undefined));
  expect(['U26', 'C2', 'C26145', '2614'].map((industry) => wrong({ industry }))).toEqual(
    Array(4).fill('industry-form'),
  );
});

test('a place is read with any comma, longitude first, and figures that were swapped are refused', () => {
  expect(parseLocation('112.8844，36.1198')).toEqual({ longitude: 112.8844, latitude: 36.1198 });
  expect(parseLocation('112.8844 36.1198')).toEqual({ longitude: 112.8844, latitude: 36.1198 });
  expect(parseLocation('36.1198,112.8844')).toBeUndefined();
  expect(parseLocation('112.8844')).toBeUndefined();
});

test('every place in China is read back as it was written', () => {
  const degrees = (from: number, to: number) =>
    fc.integer({ min: from * 1e6, max: to * 1e6 }).map((micro) => micro / 1e6);
  fc.assert(
    fc.property(degrees(73, 136), degrees(3, 54), (longitude, latitude) => {
      expect(parseLocation(writeLocation({ longitude, latitude }))).toEqual({ longitude, latitude });
    }),
  );
});

test('a new name keeps the old one once, and a name taken back is no former name', () => {
  expect(formerNamesAfter({ name: '甲厂', formerNames: [] }, '乙厂')).toEqual(['甲厂']);
  expect(formerNamesAfter({ name: '乙厂', formerNames: ['甲厂'] }, '甲厂')).toEqual(['乙厂']);
  expect(formerNamesAfter({ name: '乙厂', formerNames: ['甲厂'] }, '乙厂')).toEqual(['甲厂']);
});

const code = (more: Partial<ReferenceCode>): ReferenceCode => ({
  code: '999901',
  name: '示例县',
  from: null,
  to: null,
  successor: null,
  source: '示例',
  ...more,
});

test('an abolished code is known by its last day and what it became, a new one from its first', () => {
  const abolished = code({ to: '2018-11-22' as CalendarDate, successor: '999911' });
  const on = (day: string) => judgeReference([abolished], '999901', day as CalendarDate);
  expect(on('2018-11-22')).toEqual({ verdict: 'valid', name: '示例县' });
  expect(on('2018-11-23')).toEqual({ verdict: 'abolished', name: '示例县', to: '2018-11-22', successor: '999911' });
  const later = code({ from: '2021-03-18' as CalendarDate });
  expect(judgeReference([later], '999901', '2021-03-17' as CalendarDate)).toMatchObject({ verdict: 'not-yet' });
  expect(judgeReference([later], '999902', today)).toEqual({ verdict: 'unlisted' });
});

test('a code that was given twice means what it meant on the day', () => {
  const entries = [
    code({ name: '旧县', to: '2000-12-31' as CalendarDate }),
    code({ name: '新区', from: '2010-01-01' as CalendarDate }),
  ];
  expect(judgeReference(entries, '999901', '1999-01-01' as CalendarDate)).toMatchObject({ name: '旧县' });
  expect(judgeReference(entries, '999901', today)).toMatchObject({ verdict: 'valid', name: '新区' });
  expect(judgeReference(entries, '999901', '2005-01-01' as CalendarDate)).toMatchObject({ verdict: 'not-yet' });
});
