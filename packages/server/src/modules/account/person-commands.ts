import type { AccountRefusal, accountRoutes } from '@mingchou/contract';
import {
  type Actor,
  changeRoles,
  disablePerson,
  enablePerson,
  evolvePerson,
  type InspectorId,
  judgePassword,
  judgeRoles,
  mayReveal,
  ok,
  type Person,
  type PersonEvent,
  type PersonId,
  type Result,
  refuse,
  type SectionId,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/append.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { isDestroyed } from '../../secrets/index.ts';
import { forgetAttempts } from './attempt.ts';
import { hashPassword } from './password-hash.ts';
import { openNumbers, sealNumbers } from './personal-numbers.ts';
import { loadPersonForUpdate, refuseStale, savePerson } from './person-store.ts';
import { endSessionsOf } from './session.ts';

type Routes = typeof accountRoutes;
type Input<Name extends keyof Routes> = z.output<Routes[Name]['input']>;
type Done = Promise<Result<{ id: string; version: number }, AccountRefusal>>;

export async function runAddPerson(tx: Tx, actor: Actor, input: Input<'addPerson'>): Done {
  const held = judgeRoles(input.roles);
  if (!held.ok) return held;
  const password = judgePassword(input.password, input.login);
  if (!password.ok) return password;
  const sectionId = input.sectionId as SectionId | null;
  if (!(await sectionExists(tx, sectionId))) return refuse({ code: 'no-such-section' });

  const id = newId<PersonId>();
  const added = await tx.db
    .insertInto('person')
    .values({
      bureau_id: tx.bureauId,
      person_id: id,
      login: input.login,
      name: input.name,
      section_id: sectionId,
      roles: input.roles,
      inspector_id: null,
      sealed: await sealNumbers(tx, id, { phone: input.phone, identityNumber: input.identityNumber }),
      password_hash: await hashPassword(input.password),
      must_change_password: true,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'login']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'login-taken', login: input.login });
  const event: PersonEvent = { type: 'person-added', name: input.name, roles: input.roles };
  await appendAudit(tx, actor, { noun: 'account', aggregateId: id, version: 1, event });
  return ok({ id, version: 1 });
}

export async function runChangeRoles(tx: Tx, actor: Actor, input: Input<'changeRoles'>): Done {
  const sectionId = input.sectionId as SectionId | null;
  if (!(await sectionExists(tx, sectionId))) return refuse({ code: 'no-such-section' });
  return change(tx, actor, input, (person) => changeRoles(person, actor.personId, input.roles, sectionId));
}

export async function runDisablePerson(tx: Tx, actor: Actor, input: Input<'disablePerson'>): Done {
  const done = await change(tx, actor, input, (person) => disablePerson(person, actor.personId, input.reason));
  if (done.ok) await endSessionsOf(tx, input.id as PersonId);
  return done;
}

export function runEnablePerson(tx: Tx, actor: Actor, input: Input<'enablePerson'>): Done {
  return change(tx, actor, input, enablePerson);
}

export async function runLinkPersonToInspector(tx: Tx, actor: Actor, input: Input<'linkPersonToInspector'>): Done {
  const inspectorId = input.inspectorId as InspectorId;
  const taken = await tx.db
    .selectFrom('person')
    .select('person_id')
    .where('bureau_id', '=', tx.bureauId)
    .where('inspector_id', '=', inspectorId)
    .where('person_id', '!=', input.id as PersonId)
    .executeTakeFirst();
  if (taken !== undefined) return refuse({ code: 'inspector-taken' });
  return change(tx, actor, input, () => ok({ type: 'person-linked-to-inspector', inspectorId }));
}

export async function runResetPassword(tx: Tx, actor: Actor, input: Input<'resetPassword'>): Done {
  const person = await loadPersonForUpdate(tx, input.id);
  if (person === undefined) return refuse({ code: 'no-such-person' });
  const password = judgePassword(input.password, person.login);
  if (!password.ok) return password;
  const done = await change(tx, actor, input, () => ok({ type: 'password-reset' }));
  if (!done.ok) return done;
  await tx.db
    .updateTable('person')
    .set({ password_hash: await hashPassword(input.password), must_change_password: true })
    .where('bureau_id', '=', tx.bureauId)
    .where('person_id', '=', person.id)
    .execute();
  await forgetAttempts(tx, person.login);
  await endSessionsOf(tx, person.id);
  return done;
}

/** Shows a number in full; that it was shown, and to whom, stands in the log, the number does not. */
export async function runRevealPersonNumber(
  tx: Tx,
  actor: Actor,
  input: Input<'revealPersonNumber'>,
): Promise<Result<{ value: string }, AccountRefusal>> {
  if (!mayReveal(actor, input.id)) return refuse({ code: 'not-your-number' });
  const row = await tx.db
    .selectFrom('person')
    .select(['person_id', 'sealed', 'version'])
    .where('bureau_id', '=', tx.bureauId)
    .where('person_id', '=', input.id as PersonId)
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'no-such-person' });
  if (await isDestroyed(tx, 'person', input.id)) return refuse({ code: 'number-erased' });
  const numbersOf = await openNumbers(tx, [row]);
  const value = numbersOf(row.person_id)[input.which];
  if (value === null) return refuse({ code: 'no-number' });
  const event = { type: 'number-revealed', which: input.which };
  await appendAudit(tx, actor, { noun: 'account', aggregateId: input.id, version: row.version, event });
  return ok({ value });
}

async function change(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly version: number },
  decide: (person: Person) => Result<PersonEvent, AccountRefusal>,
): Done {
  const person = await loadPersonForUpdate(tx, input.id);
  if (person === undefined) return refuse({ code: 'no-such-person' });
  if (person.version !== input.version) return refuseStale(tx, person.id);
  const decision = decide(person);
  if (!decision.ok) return decision;
  const next = evolvePerson(person, decision.value);
  if (!(await savePerson(tx, next))) return refuseStale(tx, person.id);
  const { value: event } = decision;
  await appendAudit(tx, actor, { noun: 'account', aggregateId: next.id, version: next.version, event });
  return ok({ id: next.id, version: next.version });
}

async function sectionExists(tx: Tx, sectionId: SectionId | null): Promise<boolean> {
  if (sectionId === null) return true;
  const row = await tx.db
    .selectFrom('section')
    .select('section_id')
    .where('bureau_id', '=', tx.bureauId)
    .where('section_id', '=', sectionId)
    .executeTakeFirst();
  return row !== undefined;
}
