import type { CalendarDate } from '../../time.ts';
import { addDays, parseCalendarDate } from '../../time.ts';

export interface WindowRead {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Only an end was written, so the beginning is the year's. */
  readonly beginSupposed: boolean;
}

const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const to = '\\s*(?:至|到|—+|–|-|~|～|－)+\\s*';

/** 抽查时间 as days: 「2022年4月至6月」, 「第二季度」, 「11月底前完成」, 「全年」. `undefined` where no time is named. */
export function windowIn(written: string, planYear: number): WindowRead | undefined {
  const text = written.replace(/\s/g, '');
  const year = Number(/(20\d{2})年?/.exec(text)?.[1] ?? planYear);
  const last = Number([...text.matchAll(/(20\d{2})年?/g)].at(-1)?.[1] ?? year);
  const days = new RegExp(
    `(\\d{1,2})[月./-](\\d{1,2})日?${to}(?:20\\d{2}年?[./-]?)?(?:(\\d{1,2})[月./-])?(\\d{1,2})日`,
  ).exec(text);
  const iso = /(\d{4}-\d{2}-\d{2})至?(\d{4}-\d{2}-\d{2})/.exec(text);
  if (iso !== null) return between(iso[1], iso[2]);
  if (days !== null) return between(day(year, days[1], days[2]), day(last, days[3] ?? days[1], days[4]));
  const months = new RegExp(`(\\d{1,2})月?份?${to}(?:20\\d{2}年)?(\\d{1,2})月`).exec(text);
  if (months !== null) return between(day(year, months[1], 1), lastDay(last, Number(months[2])));
  const before = /(\d{1,2})月(\d{1,2}日|底|末)?(?:之?前|以前)/.exec(text);
  if (before !== null) return until(year, Number(before[1]), before[2]);
  if (/年底前|年末前|年内/.test(text)) return between(day(year, 1, 1), day(year, 12, 31), true);
  return quartersIn(text, year) ?? partOfYear(text, year);
}

function quartersIn(text: string, year: number): WindowRead | undefined {
  const found = /第?([一二三四1-4](?:[、至到\-—和第]+[一二三四1-4])*)季度/.exec(text)?.[1];
  const numbers = [...(found ?? '')].flatMap((sign) => quarters[sign] ?? []);
  if (numbers.length === 0) return undefined;
  return between(day(year, Math.min(...numbers) * 3 - 2, 1), lastDay(year, Math.max(...numbers) * 3));
}

function partOfYear(text: string, year: number): WindowRead | undefined {
  if (/上半年/.test(text)) return between(day(year, 1, 1), day(year, 6, 30));
  if (/下半年/.test(text)) return between(day(year, 7, 1), day(year, 12, 31));
  const month = /(\d{1,2})月/.exec(text)?.[1];
  if (month !== undefined) return between(day(year, month, 1), lastDay(year, Number(month)));
  return /全年/.test(text) ? between(day(year, 1, 1), day(year, 12, 31)) : undefined;
}

/** Before a day or the end of a month that day counts; before a month the month does not. */
function until(year: number, month: number, when: string | undefined): WindowRead | undefined {
  const named = /^\d+/.exec(when ?? '')?.[0];
  const end =
    named !== undefined
      ? day(year, month, named)
      : when === undefined
        ? lastDay(year, month - 1)
        : lastDay(year, month);
  return between(day(year, 1, 1), end, true);
}

const day = (year: number, month: number | string | undefined, date: number | string | undefined): string =>
  `${year}-${String(month ?? '').padStart(2, '0')}-${String(date ?? '').padStart(2, '0')}`;

function lastDay(year: number, month: number): string | undefined {
  const next = month === 12 ? parseCalendarDate(day(year + 1, 1, 1)) : parseCalendarDate(day(year, month + 1, 1));
  return next === undefined ? undefined : addDays(next, -1);
}

function between(from: string | undefined, end: string | undefined, beginSupposed = false): WindowRead | undefined {
  const [first, last] = [parseCalendarDate(from ?? ''), parseCalendarDate(end ?? '')];
  return first === undefined || last === undefined || first > last
    ? undefined
    : { from: first, to: last, beginSupposed };
}

/** 「2022年4月1日至2022年6月30日」, which `windowIn` reads back. */
export function windowText({ from, to: end }: Pick<WindowRead, 'from' | 'to'>): string {
  return `${dayText(from)}至${dayText(end)}`;
}

export function dayText(date: CalendarDate): string {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(dayOfMonth)}日`;
}

/** 「2031年2月20日」 or 「2031-02-20」 as a date. */
export function dayIn(text: string): CalendarDate | undefined {
  const found = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})/.exec(text.replace(/\s/g, ''));
  return found === null ? undefined : parseCalendarDate(day(Number(found[1]), found[2], found[3]));
}
