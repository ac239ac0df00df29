import { publishedYears } from './published-years.ts';
import { mergeYears } from './working-calendar.ts';

export * from './deadline.ts';
export { publishedYears } from './published-years.ts';
export * from './working-calendar.ts';

/** The national calendar of all published years. */
export const nationalCalendar = mergeYears(publishedYears);
