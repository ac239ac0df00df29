import { createHash, randomBytes } from 'node:crypto';
import {
  type Actor,
  type BureauId,
  type Instant,
  instantOf,
  isSessionAlive,
  millisecondsOf,
  type PersonId,
} from '@mingchou/domain';
import { type Database, enterBureau, type Tx } from '../../db/tx.ts';
import './tables.ts';

const cookiePattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;
/** How stale `last_seen_at` may get before it is written again. */
const seenEvery = 60_000;
/** Requests that were under way with the old cookie when it was replaced still come through. */
const handover = 10_000;

export interface SessionKey {
  readonly bureauId: BureauId;
  readonly tokenHash: Buffer;
}

/** The bureau and token a cookie names; nothing when it is not one of ours by shape. */
export function parseCookie(cookie: string): SessionKey | undefined {
  const [, bureau, token] = cookiePattern.exec(cookie) ?? [];
  if (bureau === undefined || token === undefined) return undefined;
  return { bureauId: bureau as BureauId, tokenHash: hashToken(token) };
}

/** Starts a session and returns its token, 256 bits that are stored nowhere. */
export async function startSession(
  tx: Tx,
  personId: PersonId,
  times: { readonly startedAt?: Instant; readonly reauthenticatedAt?: Instant } = {},
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = tx.around.clock.machine();
  await tx.db
    .insertInto('session')
    .values({
      bureau_id: tx.bureauId,
      token_hash: hashToken(token),
      person_id: personId,
      started_at: times.startedAt ?? now,
      last_seen_at: now,
      reauthenticated_at: times.reauthenticatedAt ?? null,
      ended_at: null,
    })
    .execute();
  return token;
}

export async function endSession(tx: Tx, key: SessionKey): Promise<void> {
  await end(tx, tx.around.clock.machine()).where('token_hash', '=', key.tokenHash).execute();
}

/** Ends a session that another one replaces. */
export async function handOver(tx: Tx, key: SessionKey): Promise<void> {
  const until = instantOf(millisecondsOf(tx.around.clock.machine()) + handover);
  await end(tx, until).where('token_hash', '=', key.tokenHash).execute();
}

export async function endSessionsOf(tx: Tx, personId: PersonId): Promise<void> {
  await end(tx, tx.around.clock.machine()).where('person_id', '=', personId).execute();
}

function end(tx: Tx, at: Instant) {
  return tx.db
    .updateTable('session')
    .set({ ended_at: at })
    .where('bureau_id', '=', tx.bureauId)
    .where('ended_at', 'is', null);
}

/** The living session of a cookie with its person, within a transaction of that bureau. */
export interface LivingSession extends SessionKey {
  readonly actor: Actor;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
}

export async function loadSession(
  { db, machineNow }: { db: Tx['db']; machineNow: Instant },
  key: SessionKey,
): Promise<LivingSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', (join) =>
      join.onRef('person.bureau_id', '=', 'session.bureau_id').onRef('person.person_id', '=', 'session.person_id'),
    )
    .select(['person.person_id', 'person.name', 'person.roles', 'person.section_id', 'person.inspector_id'])
    .select(['session.started_at', 'session.last_seen_at', 'session.ended_at', 'session.reauthenticated_at'])
    .where('session.bureau_id', '=', key.bureauId)
    .where('session.token_hash', '=', key.tokenHash)
    .where('person.status', '=', 'active')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const times = { startedAt: row.started_at, lastSeenAt: row.last_seen_at, endedAt: row.ended_at };
  if (!isSessionAlive(times, machineNow)) return undefined;
  const actor: Actor = {
    bureauId: key.bureauId,
    personId: row.person_id,
    name: row.name,
    roles: row.roles,
    sectionId: row.section_id,
    inspectorId: row.inspector_id,
    reauthenticatedAt: row.reauthenticated_at,
  };
  return { ...key, actor, startedAt: row.started_at, lastSeenAt: row.last_seen_at };
}

/** Who gives a request: the shell's way in. */
export function findActor(database: Database, cookie: string): Promise<Actor | undefined> {
  const key = parseCookie(cookie);
  if (key === undefined) return Promise.resolve(undefined);
  return database.app.transaction().execute(async (transaction) => {
    await enterBureau(transaction, key.bureauId);
    const machineNow = database.clock.machine();
    const found = await loadSession({ db: transaction, machineNow }, key);
    if (found !== undefined && millisecondsOf(machineNow) - millisecondsOf(found.lastSeenAt) >= seenEvery) {
      await transaction
        .updateTable('session')
        .set({ last_seen_at: machineNow })
        .where('bureau_id', '=', key.bureauId)
        .where('token_hash', '=', key.tokenHash)
        .execute();
    }
    return found?.actor;
  });
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
