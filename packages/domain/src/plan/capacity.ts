import type { WorkingCalendar } from '../calendar/index.ts';
import { isWorkday } from '../calendar/index.ts';
import type { CalendarDate } from '../time.ts';
import { addDays, parseCalendarDate } from '../time.ts';
import type { PlanFacts } from './facts.ts';
import { sum } from './facts.ts';
import type { PlanRow } from './plan.ts';
import { budgetOf, daysOfRow } from './workdays.ts';

/** One month's visits against the inspectors' days, both in person-days (人日). */
export interface MonthLoad {
  /** 1 to 12. */
  readonly month: number;
  readonly workdays: number;
  readonly need: number;
  readonly have: number;
  /** The month's part of the approved days of supervision; null without an approved budget. */
  readonly budget: number | null;
}

export interface PlanStaff {
  /** Inspectors who may be drawn. */
  readonly inspectors: number;
  readonly calendar: WorkingCalendar;
}

/** The workdays of a year by month, ascending. */
function workdaysByMonth(calendar: WorkingCalendar, year: number): readonly (readonly CalendarDate[])[] {
  const months: CalendarDate[][] = Array.from({ length: 12 }, () => []);
  let date = parseCalendarDate(`${year}-01-01`);
  if (date === undefined) throw new Error(`not a year: ${year}`);
  for (; date.startsWith(`${year}-`); date = addDays(date, 1)) {
    if (isWorkday(calendar, date)) months[Number(date.slice(5, 7)) - 1]?.push(date);
  }
  return months;
}

/**
 * What each month asks of the inspectors: a visit takes what the approved budget gives it, without one the smallest team of
 * the bureau's rules one workday, and a row's visits spread evenly over the workdays of its window. The sum over the year is the person-days of the whole plan.
 */
export function capacityOf(facts: PlanFacts, { inspectors, calendar }: PlanStaff): readonly MonthLoad[] {
  const months = workdaysByMonth(calendar, facts.plan.year);
  const budget = budgetOf(facts);
  const workdays = sum(months.map((days) => days.length));
  const needs = months.map(() => 0);
  for (const row of facts.plan.rows) {
    const personDays = daysOfRow(row, facts);
    for (const [month, share] of sharesOf(row, months).entries()) {
      needs[month] = (needs[month] ?? 0) + personDays * share;
    }
  }
  return months.map((days, index) => ({
    month: index + 1,
    workdays: days.length,
    need: needs[index] ?? 0,
    have: days.length * inspectors,
    budget: budget === undefined ? null : (budget.supervision * days.length) / workdays,
  }));
}

/** How much of a row falls into each month; together 1. */
function sharesOf({ window: { from, to } }: PlanRow, months: readonly (readonly CalendarDate[])[]): readonly number[] {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  const days = months.map((dates) => {
    const month = dates[0]?.slice(0, 7) ?? '';
    if (month < first || month > last) return 0;
    if (month > first && month < last) return dates.length;
    return dates.filter((date) => date >= from && date <= to).length;
  });
  const total = sum(days);
  // A window of rest days only: the visits still fall into its first month.
  if (total === 0) return months.map((_, index) => (index + 1 === Number(from.slice(5, 7)) ? 1 : 0));
  return days.map((count) => count / total);
}

/** Months that ask for more person-days than the inspectors have. */
export function overloadedMonths(loads: readonly MonthLoad[]): readonly MonthLoad[] {
  return loads.filter((load) => load.need > load.have);
}
