import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../time.ts';
import { addDays, parseCalendarDate } from '../time.ts';
import type { DayCount } from './index.ts';
import {
  addWorkdays,
  dayOf,
  deadlineOf,
  isWorkday,
  legalWorkdays,
  mergeYears,
  nationalCalendar,
  publishedYears,
  remainingWorkdays,
  workdaysAfter,
} from './index.ts';

const on = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const last = (event: string, n: number, unit: DayCount['unit'] = 'workday') =>
  deadlineOf(nationalCalendar, { event: on(event), length: { n, unit }, rollOver: false }).last;

describe('deadlines, the day after the event being day 1', () => {
  test.each([
    ['2022-09-29', '2022-10-11', '2022-10-13', '2022-11-01', '2022-10-04'],
    ['2023-01-18', '2023-01-30', '2023-02-01', '2023-02-20', '2023-01-23'],
    ['2023-06-20', '2023-06-28', '2023-06-30', '2023-07-19', '2023-06-25'],
    ['2023-09-26', '2023-10-09', '2023-10-11', '2023-10-30', '2023-10-01'],
    ['2025-01-20', '2025-01-26', '2025-02-05', '2025-02-21', '2025-01-25'],
    ['2026-02-11', '2026-02-25', '2026-02-27', '2026-03-17', '2026-02-16'],
  ])('%s: 5, 7 and 20 workdays and 5 calendar days', (event, five, seven, twenty, fiveCalendar) => {
    expect([last(event, 5), last(event, 7), last(event, 20), last(event, 5, 'calendar')]).toEqual([
      five,
      seven,
      twenty,
      fiveCalendar,
    ]);
  });

  test.each([
    ['2026-02-13', '2026-02-27', '2026-03-02', '2026-03-19'],
    ['2026-02-14', '2026-02-28', '2026-03-03', '2026-03-20'],
    ['2026-09-25', '2026-10-09', '2026-10-12', '2026-10-29'],
    ['2026-09-30', '2026-10-13', '2026-10-15', '2026-11-03'],
    ['2025-12-31', '2026-01-08', '2026-01-12', '2026-01-29'],
    ['2023-09-28', '2023-10-11', '2023-10-13', '2023-11-01'],
    ['2024-04-30', '2024-05-10', '2024-05-13', '2024-05-30'],
    ['2018-12-28', '2019-01-07', '2019-01-09', '2019-01-28'],
    ['2007-12-28', '2008-01-07', '2008-01-09', '2008-01-28'],
  ])('%s: 5, 7 and 20 workdays over a turn of holidays', (event, five, seven, twenty) => {
    expect([last(event, 5), last(event, 7), last(event, 20)]).toEqual([five, seven, twenty]);
  });

  test('the reckoning numbers each counted day and names why the others rest', () => {
    const deadline = deadlineOf(nationalCalendar, {
      event: on('2022-04-27'),
      length: { n: 7, unit: 'workday' },
      rollOver: false,
    });
    expect(deadline.days.map((day) => day.number)).toEqual([1, 2, null, null, null, null, null, 3, 4, 5, null, 6, 7]);
    expect(deadline.days.find((day) => day.date === '2022-05-07')).toMatchObject({
      reason: 'make-up-workday',
      festival: '劳动节',
    });
    expect(deadline.days.find((day) => day.date === '2022-05-02')).toMatchObject({ reason: 'festival', number: null });
    expect(deadline.days.at(-1)).toMatchObject({ date: '2022-05-10', number: 7 });
  });

  test('a last calendar day that is a rest day rolls over to the next workday only where the policy says so', () => {
    const rule = { event: on('2023-09-26'), length: { n: 5, unit: 'calendar' } as const };
    expect(deadlineOf(nationalCalendar, { ...rule, rollOver: false }).last).toBe('2023-10-01');
    const rolled = deadlineOf(nationalCalendar, { ...rule, rollOver: true });
    expect(rolled.last).toBe('2023-10-07');
    expect(rolled.days.filter((day) => day.number !== null)).toHaveLength(5);
  });

  test('a count that reaches days without a notice is provisional, and one that does not is final', () => {
    const provisional = (event: string, n: number) =>
      deadlineOf(nationalCalendar, { event: on(event), length: { n, unit: 'workday' }, rollOver: false }).provisional;
    expect(provisional('2026-12-01', 7)).toBe(false);
    expect(provisional('2026-12-22', 4)).toBe(false);
    expect(provisional('2026-12-22', 5)).toBe(true);
    expect(provisional('2027-09-30', 5)).toBe(true);
  });

  test('a deadline of no days is a mistake of the caller', () => {
    expect(() => last('2022-04-27', 0)).toThrow('at least one whole day');
  });
});

describe('where today stands against the last day', () => {
  test('days left count from tomorrow to the last day, rest days not counted', () => {
    expect(remainingWorkdays(nationalCalendar, on('2022-09-29'), on('2022-10-13'))).toEqual({
      kind: 'left',
      workdays: 7,
    });
    expect(remainingWorkdays(nationalCalendar, on('2022-10-13'), on('2022-10-13'))).toEqual({ kind: 'today' });
    expect(remainingWorkdays(nationalCalendar, on('2022-10-14'), on('2022-10-13'))).toEqual({
      kind: 'overdue',
      workdays: 1,
    });
  });

  test('a weekend alone makes a thing overdue by no workday', () => {
    expect(remainingWorkdays(nationalCalendar, on('2022-10-15'), on('2022-10-14'))).toEqual({
      kind: 'overdue',
      workdays: 0,
    });
  });
});

describe('the merged calendar 2007 to 2026', () => {
  test.each([
    [2017, 249],
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i legal workdays', (year, workdays) => {
    expect(legalWorkdays(nationalCalendar, year)).toBe(workdays);
  });

  test.each(['2007-12-29', '2011-12-31', '2018-12-29'])(
    '%s is a make-up workday by the following year’s notice',
    (date) => {
      expect(dayOf(nationalCalendar, on(date))).toMatchObject({ workday: true, reason: 'make-up-workday' });
    },
  );

  test.each(['2007-12-31', '2018-12-31'])('%s rests by the following year’s notice', (date) => {
    expect(isWorkday(nationalCalendar, on(date))).toBe(false);
  });

  test('every published year names its notice', () => {
    for (const year of publishedYears) expect(year.notices.length, String(year.year)).toBeGreaterThan(0);
  });

  test('a calendar with a missing year is refused', () => {
    expect(() => mergeYears(publishedYears.filter((year) => year.year !== 2015))).toThrow('lacks the year 2015');
  });
});

const require = createRequire(import.meta.url);
const everyDay = Array.from({ length: 7305 }, (_, index) => addDays(on('2007-01-01'), index));

describe('two outside sources', () => {
  test('chinese-days agrees on each of 7,305 days', () => {
    const outside = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8')) as {
      holidays: Record<string, string>;
      workdays: Record<string, string>;
    };
    const weekday = (date: string) => [1, 2, 3, 4, 5].includes(new Date(date).getUTCDay());
    const theirs = (date: string) => date in outside.workdays || (!(date in outside.holidays) && weekday(date));
    expect(everyDay.at(-1)).toBe('2026-12-31');
    expect(everyDay.filter((date) => isWorkday(nationalCalendar, date) !== theirs(date))).toEqual([]);
  });

  test('holiday-calendar agrees but for twelve days on which its files contradict the notices', () => {
    const folder = require.resolve('holiday-calendar/package.json').replace('package.json', 'data/CN/');
    const kinds = new Map<string, string>();
    for (let year = 2007; year <= 2026; year += 1) {
      const file = JSON.parse(readFileSync(`${folder}${year}.json`, 'utf8')) as {
        dates: { date: string; type: string }[];
      };
      for (const day of file.dates) kinds.set(day.date, day.type);
    }
    const weekday = (date: string) => [1, 2, 3, 4, 5].includes(new Date(date).getUTCDay());
    const theirs = (date: string) => (kinds.has(date) ? kinds.get(date) === 'transfer_workday' : weekday(date));
    // Days it omits at the turn of a year or a festival, and festival Saturdays it calls make-up workdays.
    expect(everyDay.filter((date) => isWorkday(nationalCalendar, date) !== theirs(date))).toEqual([
      '2007-12-29',
      '2007-12-31',
      '2008-05-04',
      '2008-06-07',
      '2008-09-13',
      '2009-01-04',
      '2009-09-27',
      '2011-12-31',
      '2015-01-04',
      '2016-04-02',
      '2018-06-16',
      '2018-09-22',
    ]);
  });
});

test('a workday deadline ends on a workday and counts exactly its length', () => {
  const event = fc.integer({ min: 0, max: 7000 }).map((days) => addDays(on('2007-01-01'), days));
  fc.assert(
    fc.property(event, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const deadline = deadlineOf(nationalCalendar, { event: from, length: { n, unit: 'workday' }, rollOver: true });
      expect(isWorkday(nationalCalendar, deadline.last)).toBe(true);
      expect(workdaysAfter(nationalCalendar, from, deadline.last)).toBe(n);
      expect(addWorkdays(nationalCalendar, from, n)).toBe(deadline.last);
      expect(deadline.days.map((day) => day.number).filter((number) => number !== null)).toEqual(
        Array.from({ length: n }, (_, index) => index + 1),
      );
    }),
  );
});
