import type { DisclosureRow } from '@mingchou/contract';
import type { CalendarDate } from '@mingchou/domain';
import { DeadlineCell, formatDateWithWeekday, StateText } from '../../design/index.ts';
import { remainingDays } from './remaining.ts';

/** 公示期限 of a row: words, pips, last day. */
export function Due({ row, year }: { readonly row: DisclosureRow; readonly year: number }) {
  const dueOn = row.deadline.last as CalendarDate;
  const remaining = remainingDays(row);
  if (remaining === undefined)
    return (
      <>
        <StateText kind="late" strong>
          已超期，其后尚无工作日
        </StateText>
        <span className="second">{formatDateWithWeekday(dueOn, year)}</span>
      </>
    );
  const { provisional } = row.deadline;
  return (
    <DeadlineCell
      deadline={{ dueOn, total: row.deadline.length.n, remaining, madeUp: row.lastIsMakeUp, provisional }}
      pageYear={year}
    />
  );
}
