import type { Actor, PolicyAdopted, PolicyProfile, PolicyRefusal, Result } from '@mingchou/domain';
import { adoptFirst, ok } from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { PolicyPorts } from './ports.ts';
import { insertPolicy, lockVersions } from './store.ts';

/** The first version of a bureau's rules; each later one waits for another person. */
export async function adopt(
  ports: PolicyPorts,
  tx: Tx,
  actor: Actor,
  input: { readonly profile: PolicyProfile },
): Promise<Result<{ version: number }, PolicyRefusal>> {
  const latest = (await lockVersions(tx)).at(-1) ?? null;
  const decision = adoptFirst(latest, input.profile);
  if (!decision.ok) return decision;
  await keepAdopted(ports, tx, actor, decision.value, newId());
  return ok({ version: decision.value.version });
}

/** Keeps an adopted version. All versions of one bureau's rules are one aggregate: they share the id of the first. */
export async function keepAdopted(
  ports: PolicyPorts,
  tx: Tx,
  actor: Actor,
  adopted: PolicyAdopted,
  policyId: string,
): Promise<void> {
  await insertPolicy(tx, adopted, policyId, actor.name);
  await appendAudit(tx, actor, { noun: 'policy', aggregateId: policyId, version: adopted.version, event: adopted });
  await ports.adopted(tx);
}
