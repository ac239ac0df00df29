import { type CalendarDate, addDays, parseCalendarDate } from '@mingchou/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReckonedDay, deadlineWords, reckoningWeeks } from './deadline.ts';

function date(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

/** 25 April 2022, seven working days, with the Labour Day holiday and the worked Saturday of 7 May. */
const labourDay: readonly ReckonedDay[] = [
  { date: date('2022-04-25'), kind: 'start' },
  ...['26', '27', '28', '29'].map((day, place) => counted(`2022-04-${day}`, place + 1)),
  ...['2022-04-30', '2022-05-01', '2022-05-02', '2022-05-03', '2022-05-04'].map(rest),
  counted('2022-05-05', 5),
  counted('2022-05-06', 6),
  counted('2022-05-07', 7),
];

function counted(day: string, nth: number): ReckonedDay {
  return { date: date(day), kind: 'counted', nth };
}

function rest(day: string): ReckonedDay {
  return { date: date(day), kind: 'rest' };
}

test.each([
  [-1, '已超1个工作日', 'late', 7],
  [0, '今天到期', 'soon', 7],
  [1, '剩1个工作日', 'soon', 6],
  [2, '剩2个工作日', undefined, 5],
  [6, '剩6个工作日', undefined, 1],
] as const)('%i working days left of seven reads %s', (remaining, words, tone, used) => {
  expect(deadlineWords({ total: 7, remaining })).toEqual({ words, tone, used });
});

test('the pips never leave the period, however early or late it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: -400, max: 400 }), (total, remaining) => {
      const { used } = deadlineWords({ total, remaining });
      expect(used).toBeGreaterThanOrEqual(0);
      expect(used).toBeLessThanOrEqual(total);
    }),
  );
});

test('the reckoning over Labour Day stands in two weeks from Monday', () => {
  const [first, second, ...more] = reckoningWeeks(labourDay, '结束');
  expect(more).toEqual([]);
  expect(first?.map(({ label, note }) => `${label}${note}`)).toEqual([
    '25结束',
    '26第1',
    '27第2',
    '28第3',
    '29第4',
    '30休',
    '5/1休',
  ]);
  expect(second?.map(({ label, note }) => `${label}${note}`)).toEqual([
    '2休',
    '3休',
    '4休',
    '5第5',
    '6第6',
    '7第7',
    '8',
  ]);
});

test('whatever the period, weeks are whole and hold every day of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 40 }), (offset, length) => {
      const start = addDays(date('2020-01-01'), offset);
      const days = Array.from({ length }, (_, place): ReckonedDay => ({ date: addDays(start, place), kind: 'rest' }));
      const weeks = reckoningWeeks(days, '结束');
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      const shown = weeks.flat().map((cell) => cell.date);
      expect(days.every((day) => shown.includes(day.date))).toBe(true);
    }),
  );
});
