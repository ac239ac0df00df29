import type { policyRoutes } from '@mingchou/contract';
import {
  type Actor,
  approveTaskRule,
  declineTaskRule,
  evolveTaskRule,
  ok,
  type PolicyOverride,
  type PolicyOverrideId,
  type PolicyRefusal,
  proposeTaskRule,
  refuse,
  type Result,
  type TaskId,
  type TaskRuleDecided,
  type TaskRuleFacts,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { findOverride, insertOverride, loadOverrides, updateOverride } from './override-store.ts';
import type { PolicyPorts } from './ports.ts';
import { policyOf } from './queries.ts';

type Input<Name extends 'proposeTaskRule' | 'approveTaskRule' | 'declineTaskRule'> = z.output<
  (typeof policyRoutes)[Name]['input']
>;
type Reply = Promise<Result<{ id: PolicyOverrideId; version: number }, PolicyRefusal>>;

export async function proposeForTask(ports: PolicyPorts, tx: Tx, actor: Actor, input: Input<'proposeTaskRule'>): Reply {
  const facts = await factsOf(ports, tx, input.taskId);
  if (facts === undefined) return refuse({ code: 'task-rule-not-found' });
  const decision = proposeTaskRule(facts, { ...input, id: newId<PolicyOverrideId>() }, actor, tx.now);
  if (!decision.ok) return decision;
  const { override } = decision.value;
  await insertOverride(tx, override);
  await note(tx, actor, override, decision.value);
  return ok({ id: override.id, version: override.version });
}

export async function approveForTask(ports: PolicyPorts, tx: Tx, actor: Actor, input: Input<'approveTaskRule'>): Reply {
  const found = await lockOverride(ports, tx, input);
  if (!found.ok) return found;
  const { override, facts } = found.value;
  return settle(tx, actor, override, approveTaskRule(facts, override, actor, tx.now));
}

export async function declineForTask(ports: PolicyPorts, tx: Tx, actor: Actor, input: Input<'declineTaskRule'>): Reply {
  const found = await lockOverride(ports, tx, input);
  if (!found.ok) return found;
  const { override } = found.value;
  return settle(tx, actor, override, declineTaskRule(override, actor, tx.now, input.reason));
}

/** The task is locked first, so that no draw begins while its rules are being changed. */
async function factsOf(ports: PolicyPorts, tx: Tx, taskId: TaskId): Promise<TaskRuleFacts | undefined> {
  const task = await ports.lockTask(tx, taskId);
  if (task === undefined) return undefined;
  return {
    profile: await policyOf(tx),
    overrides: await loadOverrides(tx, taskId),
    undrawn: task.status === 'planned',
  };
}

async function lockOverride(
  ports: PolicyPorts,
  tx: Tx,
  { id, version }: { readonly id: PolicyOverrideId; readonly version: number },
): Promise<Result<{ readonly override: PolicyOverride; readonly facts: TaskRuleFacts }, PolicyRefusal>> {
  const asked = await findOverride(tx, id);
  const facts = asked === undefined ? undefined : await factsOf(ports, tx, asked.taskId);
  const override = facts?.overrides.find((one) => one.id === id);
  if (facts === undefined || override === undefined) return refuse({ code: 'task-rule-not-found' });
  if (override.version !== version) return refuse({ code: 'policy-change-decided' });
  return ok({ override, facts });
}

async function settle(
  tx: Tx,
  actor: Actor,
  override: PolicyOverride,
  decision: Result<TaskRuleDecided, PolicyRefusal>,
): Reply {
  if (!decision.ok) return decision;
  const next = evolveTaskRule(override, decision.value);
  await updateOverride(tx, next);
  await note(tx, actor, next, decision.value);
  return ok({ id: next.id, version: next.version });
}

async function note(tx: Tx, actor: Actor, override: PolicyOverride, event: { readonly type: string }): Promise<void> {
  await appendAudit(tx, actor, { noun: 'policy', aggregateId: override.id, version: override.version, event });
}
