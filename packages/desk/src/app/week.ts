import { addDays, type CalendarDate, dayOf, nationalCalendar, weekdayOf } from '@mingchou/domain';
import type { Todo } from './todo.ts';

export interface WeekDay {
  readonly date: CalendarDate;
  /** 5, or 5/1 on the first of a month. */
  readonly label: string;
  /** Nobody works: a weekend that is not made up for, or a festival. */
  readonly rest: boolean;
  /** Said where the weekday alone would mislead: 班 a make-up workday, 休 a festival. */
  readonly mark: '班' | '休' | null;
  readonly due: number;
}

/** This week and the next from Monday, with how many rows fall due on each day. */
export function weekOf(today: CalendarDate, rows: readonly Pick<Todo, 'dueOn'>[]): readonly (readonly WeekDay[])[] {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return [0, 7].map((start) =>
    [0, 1, 2, 3, 4, 5, 6].map((offset) => {
      const date = addDays(monday, start + offset);
      const day = Number(date.slice(8));
      const { workday, reason } = dayOf(nationalCalendar, date);
      return {
        date,
        label: day === 1 ? `${Number(date.slice(5, 7))}/1` : String(day),
        rest: !workday,
        mark: reason === 'make-up-workday' ? '班' : reason === 'festival' ? '休' : null,
        due: rows.filter((row) => row.dueOn === date).length,
      };
    }),
  );
}
