import { type BureauId, type Instant, instantOf } from '@mingchou/domain';
import type { Kysely } from 'kysely';
import type { Tables } from './db/tables.ts';

/**
 * Two times. `machine` is the real one: sessions, locks, re-authentication.
 * `business` is the bureau's: deadlines, the log, everything a person reads as 「何时」; in a demonstration it stands in
 * the year of the bureau's document.
 */
export interface Clock {
  readonly machine: () => Instant;
  readonly business: (db: Kysely<Tables>, bureauId: BureauId) => Promise<Instant>;
}

export function machineNow(): Instant {
  return instantOf(Date.now());
}
