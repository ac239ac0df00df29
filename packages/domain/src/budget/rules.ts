import type { HolidayNotice, WorkingCalendar } from '../calendar/index.ts';
import { isPublished, legalWorkdays } from '../calendar/index.ts';
import type { Clause, DayKind, Fraction, PolicyProfile, Rule } from '../policy/index.ts';
import { resolvePolicy } from '../policy/index.ts';
import { parseCalendarDate } from '../time.ts';

/** What a budget is measured by: the year's calendar and the bureau's rules. */
export interface BudgetRules {
  readonly year: number;
  readonly calendar: {
    readonly days: number;
    readonly notices: readonly HolidayNotice[];
    /** No notice covers the whole year yet: judged by weekdays in part. */
    readonly provisional: boolean;
  };
  readonly kinds: readonly DayKind[];
  readonly kindsClause: Clause;
  /** 执法人员占在册人员; a warning line, never a stop. */
  readonly enforcementShare: Rule<Fraction | null>;
  /** 重点检查占监督检查; a warning line, never a stop. */
  readonly keyShare: Rule<Fraction | null>;
  /** 法制审核 of the plan and what it rests on. */
  readonly legalReview: { readonly asked: boolean; readonly section: string };
  /** Inspectors who go on each visit. */
  readonly team: number;
}

export function budgetRulesOf(policy: PolicyProfile, year: number, calendar: WorkingCalendar): BudgetRules {
  const kinds = resolvePolicy(policy, 'budget.kinds');
  const rule = (key: 'budget.enforcementShare' | 'budget.keyShare') => {
    const { value, clause } = resolvePolicy(policy, key);
    return { value, clause };
  };
  const nearEnd = parseCalendarDate(`${year}-12-28`);
  return {
    year,
    calendar: {
      days: legalWorkdays(calendar, year),
      notices: calendar.notices.get(year) ?? [],
      provisional: nearEnd === undefined || !isPublished(calendar, nearEnd),
    },
    kinds: kinds.value,
    kindsClause: kinds.clause,
    enforcementShare: rule('budget.enforcementShare'),
    keyShare: rule('budget.keyShare'),
    legalReview: {
      asked: resolvePolicy(policy, 'legalReview.scope').value.includes('plan'),
      section: resolvePolicy(policy, 'terms').value.legalSection,
    },
    team: resolvePolicy(policy, 'team.minInspectors').value,
  };
}
