import { type CalendarDate, addDays, weekdayOf } from '@mingchou/domain';

/** A deadline in working days, as the server reckons it with domain/calendar. */
export interface Deadline {
  /** The last day, included. */
  readonly dueOn: CalendarDate;
  /** The period in working days: 7. */
  readonly total: number;
  /** Working days from tomorrow to the last day: 0 is today, negative is overdue by so many. */
  readonly remaining: number;
  /** The last day is a weekend day that is worked (调休上班). */
  readonly madeUp?: boolean;
  /** Beyond the last published calendar: reckoned by weekends alone. */
  readonly provisional?: boolean;
}

export interface DeadlineWords {
  readonly words: string;
  /** Only exceptions are coloured: overdue late, today and one day left soon, the rest ink. */
  readonly tone: 'late' | 'soon' | undefined;
  /** Pips from the left; `used` of `total` are filled. */
  readonly used: number;
}

export function deadlineWords({ total, remaining }: Pick<Deadline, 'total' | 'remaining'>): DeadlineWords {
  const used = Math.min(total, Math.max(0, total - remaining));
  if (remaining < 0) return { words: `已超${-remaining}个工作日`, tone: 'late', used: total };
  if (remaining === 0) return { words: '今天到期', tone: 'soon', used: total };
  return { words: `剩${remaining}个工作日`, tone: remaining === 1 ? 'soon' : undefined, used };
}

/** One day of the reckoning, from the day that starts it to the last day. */
export interface ReckonedDay {
  readonly date: CalendarDate;
  /** `start`: the event (检查结束); `counted`: the n-th working day; `rest`: weekend or holiday. */
  readonly kind: 'start' | 'counted' | 'rest';
  readonly nth?: number;
}

export interface CalendarCell {
  readonly date: CalendarDate;
  /** 30, or 5/1 on the first day of a month and in the first cell when the month differs from the second. */
  readonly label: string;
  readonly kind: ReckonedDay['kind'] | 'outside';
  readonly note: string;
}

/** Whole weeks from Monday to Sunday that hold the reckoning: two for seven working days, three around long holidays. */
export function reckoningWeeks(days: readonly ReckonedDay[], startWord: string): readonly (readonly CalendarCell[])[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const weeks: CalendarCell[][] = [];
  for (
    let monday = addDays(first.date, -((weekdayOf(first.date) + 6) % 7));
    monday <= last.date;
    monday = addDays(monday, 7)
  ) {
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((offset) => {
        const date = addDays(monday, offset);
        const day = days.find((one) => one.date === date);
        return { date, label: dayLabel(date), kind: day?.kind ?? 'outside', note: noteOf(day, startWord) };
      }),
    );
  }
  return weeks;
}

function dayLabel(date: CalendarDate): string {
  const day = Number(date.slice(8));
  return day === 1 ? `${Number(date.slice(5, 7))}/1` : String(day);
}

function noteOf(day: ReckonedDay | undefined, startWord: string): string {
  if (day === undefined) return '';
  if (day.kind === 'start') return startWord;
  return day.kind === 'rest' ? '休' : `第${day.nth ?? ''}`;
}
