import { type BureauId, type Instant, instantOf, millisecondsOf } from '@mingchou/domain';
import type { Kysely } from 'kysely';
import type { Tables } from './db/tables.ts';
import './audit/tables.ts';
import './db/base-tables.ts';

/**
 * Two times. `machine` is the real one: sessions, locks, re-authentication.
 * `business` is the bureau's: deadlines, the log, everything a person reads as 「何时」; in a demonstration it stands in
 * the year of the bureau's document.
 */
export interface Clock {
  readonly machine: () => Instant;
  readonly business: (db: Kysely<Tables>, bureauId: BureauId) => Promise<Instant>;
}

interface Anchor {
  readonly standingAt: Instant;
  /** The business moment when this process took the anchor, and the process's own time then; both in milliseconds. */
  readonly from: number;
  readonly since: number;
}

/** Real time, except for bureaus with a row in `bureau_clock`: theirs goes on from where it last stood. */
export function storedClock(): Clock {
  const anchors = new Map<BureauId, Anchor>();
  return {
    machine: () => instantOf(Date.now()),
    business: async (db, bureauId) => {
      const row = await db
        .selectFrom('bureau_clock')
        .select('standing_at')
        .where('bureau_id', '=', bureauId)
        .executeTakeFirst();
      if (row === undefined) return instantOf(Date.now());
      const held = anchors.get(bureauId);
      const anchor = held?.standingAt === row.standing_at ? held : await dropAnchor(db, bureauId, row.standing_at);
      anchors.set(bureauId, anchor);
      return instantOf(anchor.from + performance.now() - anchor.since);
    },
  };
}

// The stored moment is only written when someone advances the clock. The last entry of the log says how far the
// bureau's time had run since then, so that a restart, also after kill -9, never goes back behind a recorded act.
async function dropAnchor(db: Kysely<Tables>, bureauId: BureauId, standingAt: Instant): Promise<Anchor> {
  const last = await db
    .selectFrom('audit_entry')
    .select('at')
    .where('bureau_id', '=', bureauId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const from = Math.max(millisecondsOf(standingAt), last === undefined ? 0 : millisecondsOf(last.at));
  return { standingAt, from, since: performance.now() };
}
