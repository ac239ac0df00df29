import type { policyRoutes } from '@mingchou/contract';
import type { z } from 'zod';

export type CalendarYear = z.output<typeof policyRoutes.calendarYear.reply>;

/** What the page of a year says of it: reckoned by its notice, or for the time being by its weekends alone. */
export function calendarWords({ legalWorkdays, provisional }: Pick<CalendarYear, 'legalWorkdays' | 'provisional'>): {
  readonly state: string | undefined;
  readonly meta: string;
} {
  return provisional
    ? { state: '暂按周末推算', meta: '没有收到这一年的放假通知，通知发布后重算' }
    : { state: undefined, meta: `全年法定工作日${legalWorkdays}日，含调休上班` };
}
