import type { Actor, Plan } from '@mingchou/domain';
import { approvePlan, publishPlan, returnPlan, reviewPlan, submitPlan, withdrawPlan } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import type { PlanTarget, SavedPlan } from './commands.ts';
import { changePlan } from './commands.ts';
import { portalViewOf } from './portal-view.ts';
import type { PlanPorts } from './ports.ts';
import { loadPlans } from './store.ts';
import { surroundingsOf } from './surroundings.ts';

export async function submit(ports: PlanPorts, tx: Tx, actor: Actor, input: PlanTarget): Promise<SavedPlan> {
  const around = await surroundingsOf(ports, tx);
  return changePlan(ports, tx, actor, input, (plan) => submitPlan(plan, actor, tx.now, around));
}

export function review(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly opinion: string },
): Promise<SavedPlan> {
  return changePlan(ports, tx, actor, input, (plan) => reviewPlan(plan, actor, tx.now, input.opinion));
}

export function sendBack(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly reason: string },
): Promise<SavedPlan> {
  return changePlan(ports, tx, actor, input, (plan) => returnPlan(plan, actor, tx.now, input.reason));
}

export function withdraw(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly reason: string },
): Promise<SavedPlan> {
  return changePlan(ports, tx, actor, input, (plan) => withdrawPlan(plan, actor, tx.now, input.reason));
}

export async function approve(ports: PlanPorts, tx: Tx, actor: Actor, input: PlanTarget): Promise<SavedPlan> {
  const policy = await ports.policy(tx);
  return changePlan(ports, tx, actor, input, (plan) => approvePlan(plan, actor, tx.now, policy));
}

/** 公开: the plan's snapshot is written in the same transaction, so the portal shows what was decided and nothing else. */
export function publish(ports: PlanPorts, tx: Tx, actor: Actor, input: PlanTarget): Promise<SavedPlan> {
  return changePlan(
    ports,
    tx,
    actor,
    input,
    (plan) => publishPlan(plan, actor, tx.now),
    (plan) => publishAgain(ports, tx, plan),
  );
}

/** The year's snapshot, written again when what it shows of a public plan has changed. */
export async function publishAgain(ports: PlanPorts, tx: Tx, plan: Plan): Promise<void> {
  if (plan.status !== 'published') return;
  const versions = (await loadPlans(tx, plan.year)).map((stored) => stored.plan);
  const facts = { policy: await ports.policy(tx), baseCounts: await ports.baseCounts(tx) };
  const view = portalViewOf(versions, facts);
  if (view !== undefined) await ports.publishPlanSnapshot(tx, view);
}
