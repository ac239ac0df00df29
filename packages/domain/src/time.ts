import type { Brand } from './id.ts';

/** A business date in Asia/Shanghai, `YYYY-MM-DD`. Never a `Date`. */
export type CalendarDate = Brand<'CalendarDate'>;

/** A moment in UTC, `YYYY-MM-DDThh:mm:ssZ` (whole seconds, as mc-draw/1 §1 writes time). */
export type Instant = Brand<'Instant'>;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const shanghaiOffset = 8 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** The date if `text` is an existing day written `YYYY-MM-DD`, else `undefined`. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!datePattern.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return text as CalendarDate;
}

/** The instant if `text` is an existing second written `YYYY-MM-DDThh:mm:ssZ`, else `undefined`. */
export function parseInstant(text: string): Instant | undefined {
  if (!instantPattern.test(text)) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time) || `${new Date(time).toISOString().slice(0, 19)}Z` !== text) return undefined;
  return text as Instant;
}

/** Milliseconds since 1970 to an instant; fractions of a second are cut off. */
export function instantOf(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z` as Instant;
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The business date on which an instant falls in Asia/Shanghai (UTC+8 since 1991, no summer time). */
export function dateOf(instant: Instant): CalendarDate {
  return new Date(millisecondsOf(instant) + shanghaiOffset).toISOString().slice(0, 10) as CalendarDate;
}

/** The same day `days` later (or earlier, if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10) as CalendarDate;
}

/** Days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
