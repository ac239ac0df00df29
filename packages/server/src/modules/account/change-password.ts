import type { AccountRefusal } from '@mingchou/contract';
import { judgePassword, ok, type Result, refuse } from '@mingchou/domain';
import { appendAudit } from '../../audit/append.ts';
import type { Gate } from '../../shell/gate.ts';
import { hashPassword } from './password-hash.ts';
import { endSessionsOf, startSession } from './session.ts';
import { attemptAgain, refuseVerdict, withSession } from './sign-in.ts';

/** Changes one's own password; every other session ends, this one goes on under a new token. */
export async function changePassword(
  gate: Gate,
  input: { readonly password: string; readonly newPassword: string },
): Promise<Result<Record<string, never>, AccountRefusal>> {
  const done = await withSession(gate, async (tx, session) => {
    const { personId, name } = session.actor;
    const verdict = await attemptAgain(tx, session, input.password);
    if (verdict.kind !== 'admitted') return refuseVerdict(gate, verdict, 'wrong-password');
    const person = tx.db.selectFrom('person').select(['login', 'version']).where('bureau_id', '=', tx.bureauId);
    const { login, version } = await person.where('person_id', '=', personId).executeTakeFirstOrThrow();
    const judged = judgePassword(input.newPassword, login);
    if (!judged.ok) return judged;
    await tx.db
      .updateTable('person')
      .set({
        password_hash: await hashPassword(input.newPassword),
        must_change_password: false,
        version: version + 1,
      })
      .where('bureau_id', '=', tx.bureauId)
      .where('person_id', '=', personId)
      .execute();
    await endSessionsOf(tx, personId);
    const event = { type: 'password-changed' };
    await appendAudit(tx, { personId, name }, { noun: 'account', aggregateId: personId, version: version + 1, event });
    return ok(await startSession(tx, personId));
  });
  if (done === undefined) return refuse({ code: 'no-session' });
  if (!done.value.ok) return done.value;
  gate.setSession(done.bureauId, done.value.value);
  return ok({});
}
