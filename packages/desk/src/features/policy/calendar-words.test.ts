import { dayOf, deadlineOf, legalWorkdays, nationalCalendar, parseCalendarDate } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { calendarWords } from './calendar-words.ts';

function on(text: string) {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}

const yearOf = (year: number) => ({
  legalWorkdays: legalWorkdays(nationalCalendar, year),
  provisional: dayOf(nationalCalendar, on(`${year}-01-01`)).provisional,
});

test('bad input: a calendar year without a notice is provisional, and the page says so', () => {
  const unannounced = nationalCalendar.lastPublishedYear + 1;
  expect(calendarWords(yearOf(unannounced))).toEqual({
    state: '暂按周末推算',
    meta: '没有收到这一年的放假通知，通知发布后重算',
  });
  expect(calendarWords(yearOf(2022))).toEqual({ state: undefined, meta: '全年法定工作日249日，含调休上班' });
  const length = { n: 5, unit: 'workday' } as const;
  expect(deadlineOf(nationalCalendar, { event: on(`${unannounced}-03-01`), length, rollOver: true }).provisional).toBe(
    true,
  );
});
