import { type CalendarDate, addDays, weekdayOf } from '@mingchou/domain';
import type { Todo } from './todo.ts';

export interface WeekDay {
  readonly date: CalendarDate;
  /** 5, or 5/1 on the first of a month. */
  readonly label: string;
  /** Saturday or Sunday; whether it is worked (调休) is not said here, the rows themselves say it. */
  readonly weekend: boolean;
  readonly due: number;
}

/** This week and the next from Monday, with how many rows fall due on each day. */
export function weekOf(today: CalendarDate, rows: readonly Pick<Todo, 'dueOn'>[]): readonly (readonly WeekDay[])[] {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return [0, 7].map((start) =>
    [0, 1, 2, 3, 4, 5, 6].map((offset) => {
      const date = addDays(monday, start + offset);
      const day = Number(date.slice(8));
      return {
        date,
        label: day === 1 ? `${Number(date.slice(5, 7))}/1` : String(day),
        weekend: offset > 4,
        due: rows.filter((row) => row.dueOn === date).length,
      };
    }),
  );
}
