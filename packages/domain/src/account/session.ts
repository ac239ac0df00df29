import { type Instant, millisecondsOf } from '../time.ts';

export interface SessionTimes {
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly endedAt: Instant | null;
}

/** A session ends after an hour without a request, and twelve hours after it began. */
export const idleMinutes = 60;
export const longestHours = 12;

export function isSessionAlive({ startedAt, lastSeenAt, endedAt }: SessionTimes, now: Instant): boolean {
  if (endedAt !== null && now >= endedAt) return false;
  const idle = millisecondsOf(now) - millisecondsOf(lastSeenAt);
  const age = millisecondsOf(now) - millisecondsOf(startedAt);
  return idle <= idleMinutes * 60_000 && age <= longestHours * 3_600_000;
}
