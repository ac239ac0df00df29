import type { CalendarDate } from '../time.ts';
import { addDays, parseCalendarDate, weekdayOf } from '../time.ts';

/** A State Council notice on the year's holidays. */
export interface HolidayNotice {
  readonly title: string;
  readonly address: string;
}

/** What the notices of one year changed: `节名 YYYY-MM-DD YYYY-MM-DD …`, rest days and make-up workdays apart. */
export interface PublishedYear {
  readonly year: number;
  readonly notices: readonly HolidayNotice[];
  readonly rest: readonly string[];
  readonly work: readonly string[];
}

/** A day that a notice moved away from its weekday: `rest` 放假 or `work` 调休上班. */
export interface MovedDay {
  readonly kind: 'rest' | 'work';
  readonly festival: string;
  /** The year whose notice moved it; it can be the year after the day's own. */
  readonly noticeYear: number;
}

/**
 * 工作日历 — the days of all yearly notices merged. A year's own notice alone gives wrong days at its end
 * (2007-12-29, 2007-12-31, 2011-12-31, 2018-12-29 and 2018-12-31 stand in the following year's notice).
 */
export interface WorkingCalendar {
  readonly firstYear: number;
  readonly lastPublishedYear: number;
  readonly moved: ReadonlyMap<CalendarDate, MovedDay>;
  readonly notices: ReadonlyMap<number, readonly HolidayNotice[]>;
}

/** Why a day is one of work or of rest. */
export type DayReason = 'ordinary-workday' | 'make-up-workday' | 'weekend' | 'festival';

export interface CalendarDay {
  readonly date: CalendarDate;
  readonly workday: boolean;
  readonly reason: DayReason;
  /** The festival for which the day was moved, in Chinese. */
  readonly festival: string | null;
  /** No notice covers the day yet: it was judged by its weekday alone. */
  readonly provisional: boolean;
}

/** Merges the years into one calendar. Throws when a day is not a date or the years leave a gap: that is a broken data file. */
export function mergeYears(years: readonly PublishedYear[]): WorkingCalendar {
  const ordered = [...years].sort((a, b) => a.year - b.year);
  const first = ordered[0];
  if (first === undefined) throw new Error('a working calendar needs at least one published year');
  const gap = ordered.findIndex((year, index) => year.year !== first.year + index);
  if (gap !== -1) throw new Error(`the working calendar lacks the year ${first.year + gap}`);
  const moved = new Map<CalendarDate, MovedDay>();
  for (const year of ordered) {
    for (const kind of ['rest', 'work'] as const) addMoved(moved, kind, year);
  }
  return {
    firstYear: first.year,
    lastPublishedYear: first.year + ordered.length - 1,
    moved,
    notices: new Map(ordered.map((year) => [year.year, year.notices])),
  };
}

function addMoved(moved: Map<CalendarDate, MovedDay>, kind: MovedDay['kind'], year: PublishedYear): void {
  for (const line of year[kind]) {
    const [festival = '', ...days] = line.split(' ');
    for (const text of days) {
      const date = parseCalendarDate(text);
      if (date === undefined) throw new Error(`not a date in the working calendar: ${text}`);
      moved.set(date, { kind, festival, noticeYear: year.year });
    }
  }
}

/**
 * Whether notices cover the day. The last days of December wait for the next year's notice, which has moved
 * 29 to 31 December before (2007, 2018), so they are not certain before that notice is published.
 */
export function isPublished(calendar: WorkingCalendar, date: CalendarDate): boolean {
  return date >= `${calendar.firstYear}-01-01` && date <= `${calendar.lastPublishedYear}-12-28`;
}

export function dayOf(calendar: WorkingCalendar, date: CalendarDate): CalendarDay {
  const moved = calendar.moved.get(date);
  const provisional = moved === undefined && !isPublished(calendar, date);
  if (moved !== undefined) {
    const workday = moved.kind === 'work';
    return { date, workday, reason: workday ? 'make-up-workday' : 'festival', festival: moved.festival, provisional };
  }
  const weekday = weekdayOf(date);
  const workday = weekday >= 1 && weekday <= 5;
  return { date, workday, reason: workday ? 'ordinary-workday' : 'weekend', festival: null, provisional };
}

export function isWorkday(calendar: WorkingCalendar, date: CalendarDate): boolean {
  return dayOf(calendar, date).workday;
}

/** The `n`-th workday after `from` (n ≥ 1); `from` itself when n = 0. */
export function addWorkdays(calendar: WorkingCalendar, from: CalendarDate, n: number): CalendarDate {
  let date = from;
  for (let counted = 0; counted < n; ) {
    date = addDays(date, 1);
    if (isWorkday(calendar, date)) counted += 1;
  }
  return date;
}

/** Workdays after `from` up to and including `to`; 0 when `to` is not later. */
export function workdaysAfter(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): number {
  let counted = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkday(calendar, date)) counted += 1;
  }
  return counted;
}

/** 年度法定工作日 of one year: the base of 总法定工作日 (安监总政法〔2017〕150号). */
export function legalWorkdays(calendar: WorkingCalendar, year: number): number {
  const lastDayBefore = parseCalendarDate(`${year - 1}-12-31`);
  const lastDay = parseCalendarDate(`${year}-12-31`);
  if (lastDayBefore === undefined || lastDay === undefined) throw new Error(`not a year: ${year}`);
  return workdaysAfter(calendar, lastDayBefore, lastDay);
}
