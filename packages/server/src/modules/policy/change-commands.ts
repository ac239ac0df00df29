import type { policyRoutes } from '@mingchou/contract';
import {
  type Actor,
  approveChange,
  dateOf,
  declineChange,
  evolveChange,
  ok,
  type PolicyChange,
  type PolicyChangeDecided,
  type PolicyChangeId,
  type PolicyProfile,
  type PolicyRefusal,
  proposeChange,
  refuse,
  type Result,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { insertChange, lockChange, updateChange } from './change-store.ts';
import type { PolicyPorts } from './ports.ts';
import { insertPolicy, lockVersions, type StoredPolicy } from './store.ts';

type Input<Name extends 'proposePolicyChange' | 'approvePolicyChange' | 'declinePolicyChange'> = z.output<
  (typeof policyRoutes)[Name]['input']
>;
type Reply = Promise<Result<{ id: PolicyChangeId; version: number }, PolicyRefusal>>;

export async function propose(tx: Tx, actor: Actor, input: Input<'proposePolicyChange'>): Reply {
  const versions = await lockVersions(tx);
  const given = { ...input.change, id: newId<PolicyChangeId>(), reason: input.reason };
  const decision = proposeChange(versions, given, actor, tx.now, dateOf(tx.now));
  if (!decision.ok) return decision;
  const { change } = decision.value;
  await insertChange(tx, change);
  await note(tx, actor, change, decision.value);
  return ok({ id: change.id, version: change.version });
}

/** Approving adopts the versions that the change leads to, in the same transaction. */
export async function approve(ports: PolicyPorts, tx: Tx, actor: Actor, input: Input<'approvePolicyChange'>): Reply {
  const versions = await lockVersions(tx);
  const found = await changeOf(tx, input);
  if (!found.ok) return found;
  const decision = approveChange(versions, found.value, actor, tx.now, dateOf(tx.now));
  if (!decision.ok) return decision;
  await adoptAll(tx, actor, versions, decision.value.profiles);
  await ports.adopted(tx);
  return settle(tx, actor, found.value, decision.value.event);
}

export async function decline(tx: Tx, actor: Actor, input: Input<'declinePolicyChange'>): Reply {
  const found = await changeOf(tx, input);
  if (!found.ok) return found;
  const decision = declineChange(found.value, actor, tx.now, input.reason);
  if (!decision.ok) return decision;
  return settle(tx, actor, found.value, decision.value);
}

async function changeOf(
  tx: Tx,
  input: { readonly id: PolicyChangeId; readonly version: number },
): Promise<Result<PolicyChange, PolicyRefusal>> {
  const change = await lockChange(tx, input.id);
  if (change === undefined) return refuse({ code: 'policy-change-not-found' });
  if (change.version !== input.version) return refuse({ code: 'policy-change-decided' });
  return ok(change);
}

async function adoptAll(
  tx: Tx,
  actor: Actor,
  versions: readonly StoredPolicy[],
  profiles: readonly PolicyProfile[],
): Promise<void> {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a change was checked against no version');
  for (const [index, profile] of profiles.entries()) {
    const adopted = { type: 'policy-adopted' as const, profile, version: last.version + 1 + index };
    await insertPolicy(tx, adopted, last.policyId, actor.name);
    await appendAudit(tx, actor, {
      noun: 'policy',
      aggregateId: last.policyId,
      version: adopted.version,
      event: adopted,
    });
  }
}

async function settle(tx: Tx, actor: Actor, change: PolicyChange, event: PolicyChangeDecided): Reply {
  const next = evolveChange(change, event);
  await updateChange(tx, next);
  await note(tx, actor, next, event);
  return ok({ id: next.id, version: next.version });
}

async function note(tx: Tx, actor: Actor, change: PolicyChange, event: { readonly type: string }): Promise<void> {
  await appendAudit(tx, actor, { noun: 'policy', aggregateId: change.id, version: change.version, event });
}
