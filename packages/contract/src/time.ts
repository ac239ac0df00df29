import type { CalendarDate, Instant } from '@mingchou/domain';
import { z } from 'zod';

/** A business date `YYYY-MM-DD` that exists; what it parses is a `CalendarDate`. */
export const calendarDate = z.iso.date() as unknown as z.ZodType<CalendarDate, string>;

/** A moment in UTC to the second, `YYYY-MM-DDThh:mm:ssZ`; what it parses is an `Instant`. */
export const instant = z.iso.datetime({ precision: 0 }) as unknown as z.ZodType<Instant, string>;
