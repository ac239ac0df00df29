import type { policyRoutes } from '@mingchou/contract';
import type { CalendarDate, PolicyProfile, PolicyRefusal, Result, WorkingCalendar } from '@mingchou/domain';
import {
  addDays,
  dateOf,
  dayOf,
  legalWorkdays,
  nationalCalendar,
  nationalProfile,
  ok,
  parseCalendarDate,
  refuse,
} from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { loadPolicy } from './store.ts';

type Current = z.output<typeof policyRoutes.currentPolicy.reply>;
type Year = z.input<typeof policyRoutes.calendarYear.reply>;

/** The rules in force; before a bureau has adopted any, the national defaults. */
export async function policyOf(db: Db): Promise<PolicyProfile> {
  const stored = await loadPolicy(db);
  return stored?.profile ?? nationalProfile(dateOf(db.now));
}

/** The working calendar by which the bureau reckons. */
export function calendarOf(_db: Db): WorkingCalendar {
  return nationalCalendar;
}

export async function currentPolicy(db: Db): Promise<Result<Current, PolicyRefusal>> {
  const stored = await loadPolicy(db);
  if (stored === undefined) return refuse({ code: 'policy-not-adopted' });
  const { profile, version, adoptedAt, adoptedBy } = stored;
  return ok({ profile, version, adoptedAt, adoptedBy });
}

export function calendarYear(calendar: WorkingCalendar, year: number): Year {
  const first = parseCalendarDate(`${year}-01-01`);
  if (first === undefined) throw new Error(`not a year: ${year}`);
  const days: ReturnType<typeof dayOf>[] = [];
  for (let date: CalendarDate = first; date.startsWith(`${year}-`); date = addDays(date, 1)) {
    days.push(dayOf(calendar, date));
  }
  return {
    year,
    legalWorkdays: legalWorkdays(calendar, year),
    provisional: year > calendar.lastPublishedYear || year < calendar.firstYear,
    notices: [...(calendar.notices.get(year) ?? [])],
    days,
  };
}
