import type { CalendarDate } from '../time.ts';
import { addDays } from '../time.ts';
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts';
import { dayOf, workdaysAfter } from './working-calendar.ts';

/** 期限的长度: 「7个工作日」 or 「15日（自然日）」. */
export interface DayCount {
  readonly n: number;
  readonly unit: 'workday' | 'calendar';
}

export interface DeadlineRule {
  /** The day of the event, which is not counted: the next day is day 1. */
  readonly event: CalendarDate;
  readonly length: DayCount;
  /** Calendar days only: whether a last day that is a rest day moves to the next workday (a policy key). */
  readonly rollOver: boolean;
}

/** One day of the reckoning; `number` is its place in the count, null where the day is not counted. */
export interface ReckonedDay extends CalendarDay {
  readonly number: number | null;
}

export interface Deadline {
  readonly event: CalendarDate;
  readonly length: DayCount;
  /** The last day on which the thing is still in time. */
  readonly last: CalendarDate;
  /** Every day from the day after the event to the last one, for the two-week calendar. */
  readonly days: readonly ReckonedDay[];
  /** The count touches days that no notice covers yet: 「暂按周末推算，年度放假通知发布后重算」. */
  readonly provisional: boolean;
}

/** Counts a deadline day by day. Throws when the length is not a whole number of at least one day. */
export function deadlineOf(calendar: WorkingCalendar, rule: DeadlineRule): Deadline {
  const { n, unit } = rule.length;
  if (!Number.isInteger(n) || n < 1) throw new Error(`a deadline has at least one whole day, not ${n}`);
  const days: ReckonedDay[] = [];
  let counted = 0;
  let date = rule.event;
  while (counted < n || (unit === 'calendar' && rule.rollOver && days.at(-1)?.workday === false)) {
    date = addDays(date, 1);
    const day = dayOf(calendar, date);
    const counts = counted < n && (unit === 'calendar' || day.workday);
    if (counts) counted += 1;
    days.push({ ...day, number: counts ? counted : null });
  }
  const provisional = days.some((day) => day.provisional);
  return { event: rule.event, length: rule.length, last: date, days, provisional };
}

/** Where today stands against a last day, in workdays. `left` counts from tomorrow to the last day. */
export type Remaining =
  | { readonly kind: 'left'; readonly workdays: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'overdue'; readonly workdays: number };

/** 剩3个工作日 · 今天到期 · 已超1个工作日. Overdue by a weekend alone is overdue by 0 workdays. */
export function remainingWorkdays(calendar: WorkingCalendar, today: CalendarDate, last: CalendarDate): Remaining {
  if (today === last) return { kind: 'today' };
  if (today < last) return { kind: 'left', workdays: workdaysAfter(calendar, today, last) };
  return { kind: 'overdue', workdays: workdaysAfter(calendar, last, today) };
}
