import { type Instant, instantOf, millisecondsOf, parseInstant } from '@mingchou/domain';
import type { Clock } from '../../src/clock.ts';

/** A clock that stands still until a test moves it; both of its times are the same. */
export interface TestClock extends Clock {
  readonly now: () => Instant;
  readonly set: (moment: string) => void;
  readonly advance: (time: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
}

export function testClock(start: string): TestClock {
  let now = parse(start);
  return {
    now: () => now,
    machine: () => now,
    business: () => Promise.resolve(now),
    set: (moment) => {
      now = parse(moment);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      now = instantOf(millisecondsOf(now) + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
    },
  };
}

function parse(moment: string): Instant {
  const instant = parseInstant(moment);
  if (instant === undefined) throw new Error(`not an instant: ${moment}`);
  return instant;
}
