import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { requestStamp, type Stamp, type TimestampAuthority } from '../timestamp/index.ts';
import { latestCheckpoint } from './read.ts';
import './tables.ts';

/** Has a SHA-256 hash stamped, or throws. */
export type RequestStamp = (hash: Uint8Array) => Promise<Stamp>;

/**
 * Has the latest checkpoint stamped, unless it is; the earlier ones are its beginnings, which the log's own proofs show.
 * Outside every transaction: neither a commitment nor a draw waits for the authority.
 */
export async function stampLatest(app: Kysely<Tables>, request: RequestStamp): Promise<boolean> {
  const { size, note } = await latestCheckpoint(app);
  const known = await app.selectFrom('portal_log_timestamp').select('size').where('size', '=', size).executeTakeFirst();
  if (known !== undefined) return false;
  const { reply, time, authority } = await request(createHash('sha256').update(note).digest());
  await app
    .insertInto('portal_log_timestamp')
    .values({ size, reply: Buffer.from(reply), stamped_at: time.toISOString(), authority })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

/** Milliseconds: after a commit, between two looks, and the longest wait after a failure. */
const waits = { commit: 2000, look: 600_000, most: 1_800_000 };

/** Keeps stamping until it is stopped. Without a network it tries again, after longer and longer waits. */
export function startStamping(
  app: Kysely<Tables>,
  authority: TimestampAuthority,
  onError: (error: unknown) => void,
): { readonly wake: () => void; readonly stop: () => Promise<void> } {
  let failures = 0;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  // So that commit after commit does not put the look off for ever.
  let soon = false;
  const plan = (wait: number) => {
    clearTimeout(timer);
    soon = wait <= waits.commit;
    timer = setTimeout(look, wait);
    timer.unref();
  };
  const look = () => {
    running = stampLatest(app, (hash) => requestStamp(authority, hash)).then(
      () => {
        failures = 0;
        plan(waits.look);
      },
      (error: unknown) => {
        onError(error);
        failures += 1;
        plan(Math.min(waits.most, 30_000 * 2 ** failures));
      },
    );
  };
  plan(0);
  return {
    // After a failure the wait goes on: the network is not better for another commit.
    wake: () => {
      if (failures === 0 && !soon) plan(waits.commit);
    },
    stop: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
}

/** Which states have been stamped, latest first. */
export async function stampedStates(db: Kysely<Tables>) {
  return db
    .selectFrom('portal_log_timestamp')
    .select(['size', 'stamped_at as at', 'authority'])
    .orderBy('size', 'desc')
    .limit(100)
    .execute();
}

export async function stampOf(db: Kysely<Tables>, size: number): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('portal_log_timestamp').select('reply').where('size', '=', size).executeTakeFirst();
  return row?.reply;
}

/** The note as the log signed it, without what witnesses added: these bytes are what a stamp is for. */
export async function noteOf(db: Kysely<Tables>, size: number): Promise<string | undefined> {
  const row = await db.selectFrom('portal_log_checkpoint').select('note').where('size', '=', size).executeTakeFirst();
  return row?.note;
}
