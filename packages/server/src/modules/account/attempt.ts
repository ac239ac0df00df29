import { type Attempts, type Instant, judgeSignIn, noAttempts, type SignInVerdict } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { checkPassword, hashOfNobody } from './password-hash.ts';
import './tables.ts';

/**
 * Tries a password under a login name and counts the failure. The name's row stays locked meanwhile, so that guesses
 * sent at once are judged one after the other.
 */
export async function attempt(
  tx: Tx,
  login: string,
  password: string,
  passwordHash: string | undefined,
): Promise<SignInVerdict> {
  const now = tx.around.clock.machine();
  const attempts = await lockAttempts(tx, login);
  const fits = await checkPassword(password, passwordHash ?? (await hashOfNobody()));
  const verdict = judgeSignIn(attempts, fits && passwordHash !== undefined, now);
  await saveAttempts(tx, login, verdict.next);
  return verdict;
}

export async function forgetAttempts(tx: Tx, login: string): Promise<void> {
  await lockAttempts(tx, login);
  await saveAttempts(tx, login, noAttempts);
}

export function minutesUntil(until: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000));
}

async function lockAttempts(tx: Tx, login: string): Promise<Attempts> {
  await tx.db
    .insertInto('sign_in_attempt')
    .values({ bureau_id: tx.bureauId, login, failures: 0, locked_until: null })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'login']).doNothing())
    .execute();
  const row = await tx.db
    .selectFrom('sign_in_attempt')
    .select(['failures', 'locked_until'])
    .where('bureau_id', '=', tx.bureauId)
    .where('login', '=', login)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { failures: row.failures, lockedUntil: row.locked_until };
}

async function saveAttempts(tx: Tx, login: string, attempts: Attempts): Promise<void> {
  await tx.db
    .updateTable('sign_in_attempt')
    .set({ failures: attempts.failures, locked_until: attempts.lockedUntil })
    .where('bureau_id', '=', tx.bureauId)
    .where('login', '=', login)
    .execute();
}
