import type { Actor, PolicyProfile, PolicyRefusal, Result } from '@mingchou/domain';
import { adoptPolicy, ok, refuse } from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { PolicyPorts } from './ports.ts';
import { insertPolicy, lockVersions } from './store.ts';

export interface AdoptInput {
  /** The version that the person saw; 0 when there was none. */
  readonly version: number;
  readonly profile: PolicyProfile;
}

/** All versions of one bureau's rules are one aggregate: they share the id of the first. */
export async function adopt(
  ports: PolicyPorts,
  tx: Tx,
  actor: Actor,
  input: AdoptInput,
): Promise<Result<{ version: number }, PolicyRefusal>> {
  const current = (await lockVersions(tx)).at(-1);
  if (current !== undefined && current.version !== input.version) {
    return refuse({ code: 'policy-stale', changedBy: current.adoptedBy, changedAt: current.adoptedAt });
  }
  const decision = adoptPolicy(current ?? null, input.profile);
  if (!decision.ok) return decision;

  const policyId = current?.policyId ?? newId();
  await insertPolicy(tx, decision.value, policyId, actor.name);
  await appendAudit(tx, actor, {
    noun: 'policy',
    aggregateId: policyId,
    version: decision.value.version,
    event: decision.value,
  });
  await ports.adopted(tx);
  return ok({ version: decision.value.version });
}
