import type { AccountRefusal } from '@mingchou/contract';
import { type BureauId, ok, type PersonId, type Result, refuse, type SignInVerdict } from '@mingchou/domain';
import { appendAudit } from '../../audit/append.ts';
import { inTx, type Tx } from '../../db/tx.ts';
import type { Gate } from '../../shell/gate.ts';
import { attempt, minutesUntil } from './attempt.ts';
import { endSession, handOver, type LivingSession, loadSession, parseCookie, startSession } from './session.ts';
import './tables.ts';

type Answer<T> = Promise<Result<T, AccountRefusal>>;
type Nothing = Record<string, never>;

export async function signIn(
  gate: Gate,
  input: { readonly bureauId: string; readonly login: string; readonly password: string },
): Answer<Nothing> {
  const bureauId = input.bureauId as BureauId;
  if (!(await bureauExists(gate, bureauId))) return refuse({ code: 'wrong-login-or-password' });
  const { login, password } = input;
  // The transaction commits also when the password is wrong: the failure must count.
  const { verdict, token } = await inTx(gate.database, bureauId, async (tx) => {
    const person = await findByLogin(tx, login);
    const verdict = await attempt(tx, login, password, person?.password_hash);
    if (verdict.kind === 'locked' && verdict.begins) await noteLock(tx, login);
    if (verdict.kind !== 'admitted' || person === undefined) return { verdict, token: undefined };
    return { verdict, token: await renew(tx, gate, person) };
  });
  if (token === undefined) return refuseVerdict(gate, verdict, 'wrong-login-or-password');
  gate.setSession(bureauId, token);
  return ok({});
}

/** One click in a demonstration; elsewhere it does not exist. */
export async function signInAs(
  gate: Gate,
  input: { readonly bureauId: string; readonly personId: string },
): Answer<Nothing> {
  if (gate.mode !== 'demonstration') return refuse({ code: 'demonstration-only' });
  const bureauId = input.bureauId as BureauId;
  const token = await inTx(gate.database, bureauId, async (tx) => {
    const person = await tx.db
      .selectFrom('person')
      .select(['person_id', 'name'])
      .where('bureau_id', '=', bureauId)
      .where('person_id', '=', input.personId as PersonId)
      .where('status', '=', 'active')
      .executeTakeFirst();
    return person === undefined ? undefined : renew(tx, gate, person);
  });
  if (token === undefined) return refuse({ code: 'no-such-person' });
  gate.setSession(bureauId, token);
  return ok({});
}

export async function signOut(gate: Gate): Answer<Nothing> {
  const key = gate.sessionCookie === undefined ? undefined : parseCookie(gate.sessionCookie);
  if (key !== undefined) await inTx(gate.database, key.bureauId, (tx) => endSession(tx, key));
  gate.clearSession();
  return ok({});
}

/** Enters the password again. The session gets a new token, as always when rights rise. */
export async function reauthenticate(gate: Gate, password: string): Answer<{ reauthenticatedAt: string }> {
  const done = await withSession(gate, async (tx, session) => {
    const verdict = await attemptAgain(tx, session, password);
    if (verdict.kind !== 'admitted') return { verdict };
    const now = tx.around.clock.machine();
    const token = await startSession(tx, session.actor.personId, {
      startedAt: session.startedAt,
      reauthenticatedAt: now,
    });
    await handOver(tx, session);
    await noteSignIn(tx, session.actor, 'reauthenticated');
    return { verdict, token, now };
  });
  if (done === undefined) return refuse({ code: 'no-session' });
  if (done.value.token === undefined) return refuseVerdict(gate, done.value.verdict, 'wrong-password');
  gate.setSession(done.bureauId, done.value.token);
  return ok({ reauthenticatedAt: done.value.now });
}

/** Tries the password of the person who is signed in already. */
export async function attemptAgain(tx: Tx, session: LivingSession, password: string): Promise<SignInVerdict> {
  const person = await tx.db
    .selectFrom('person')
    .select(['login', 'password_hash'])
    .where('bureau_id', '=', tx.bureauId)
    .where('person_id', '=', session.actor.personId)
    .executeTakeFirstOrThrow();
  return attempt(tx, person.login, password, person.password_hash);
}

/** Runs within the bureau of the cookie's living session; nothing when there is none. */
export async function withSession<T>(
  gate: Gate,
  run: (tx: Tx, session: LivingSession) => Promise<T>,
): Promise<{ readonly bureauId: BureauId; readonly value: T } | undefined> {
  const key = gate.sessionCookie === undefined ? undefined : parseCookie(gate.sessionCookie);
  if (key === undefined) return undefined;
  return inTx(gate.database, key.bureauId, async (tx) => {
    const session = await loadSession({ db: tx.db, machineNow: tx.around.clock.machine() }, key);
    return session === undefined ? undefined : { bureauId: key.bureauId, value: await run(tx, session) };
  });
}

export function refuseVerdict(
  gate: Gate,
  verdict: SignInVerdict,
  wrong: 'wrong-password' | 'wrong-login-or-password',
): { readonly ok: false; readonly refusal: AccountRefusal } {
  if (verdict.kind !== 'locked') return refuse({ code: wrong });
  return refuse({ code: 'name-locked', minutes: minutesUntil(verdict.until, gate.database.clock.machine()) });
}

// A new token at every sign-in, and the old one dies: a token that was planted before is worth nothing.
async function renew(tx: Tx, gate: Gate, person: { person_id: PersonId; name: string }): Promise<string> {
  const before = gate.sessionCookie === undefined ? undefined : parseCookie(gate.sessionCookie);
  if (before !== undefined && before.bureauId === tx.bureauId) await endSession(tx, before);
  await noteSignIn(tx, { personId: person.person_id, name: person.name }, 'signed-in');
  return startSession(tx, person.person_id);
}

async function noteSignIn(
  tx: Tx,
  who: { readonly personId: PersonId; readonly name: string },
  type: 'signed-in' | 'reauthenticated',
): Promise<void> {
  await appendAudit(tx, who, { noun: 'account', aggregateId: who.personId, version: 0, event: { type } });
}

// A name that locks is an incident of the bureau, whether or not somebody has that name.
async function noteLock(tx: Tx, login: string): Promise<void> {
  const event = { type: 'name-locked', login };
  await appendAudit(tx, { system: '登录' }, { noun: 'account', aggregateId: tx.bureauId, version: 0, event });
}

function findByLogin(tx: Tx, login: string) {
  return tx.db
    .selectFrom('person')
    .select(['person_id', 'name', 'password_hash'])
    .where('bureau_id', '=', tx.bureauId)
    .where('login', '=', login)
    .where('status', '=', 'active')
    .executeTakeFirst();
}

async function bureauExists(gate: Gate, bureauId: BureauId): Promise<boolean> {
  const row = await gate.database.app
    .selectFrom('bureau')
    .select('bureau_id')
    .where('bureau_id', '=', bureauId)
    .executeTakeFirst();
  return row !== undefined;
}
