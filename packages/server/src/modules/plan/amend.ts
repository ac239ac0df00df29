import type { planRoutes } from '@mingchou/contract';
import type { Actor, PlanId } from '@mingchou/domain';
import { amendPlan, dateOf, evolvePlan, ok, planSignature, refuse, updateAmendment } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { SavedPlan } from './commands.ts';
import { changePlan } from './commands.ts';
import type { PlanPorts } from './ports.ts';
import { insertPlan, loadPlanForUpdate, loadPlans } from './store.ts';

/** 开始修订: the former version stays as it is and in force; the new one is a draft beside it. */
export async function amend(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof planRoutes.amendPlan.input>,
): Promise<SavedPlan> {
  const stored = await loadPlanForUpdate(tx, input.planId);
  if (stored === undefined) return refuse({ code: 'plan-not-found' });
  if (stored.version !== input.version) {
    return refuse({ code: 'plan-stale', changedBy: stored.changedBy, changedAt: stored.changedAt });
  }
  const versions = (await loadPlans(tx, stored.plan.year)).map(({ plan }) => plan);
  const { reason, effectiveOn } = input;
  const terms = { id: newId<PlanId>(), reason, effectiveOn, by: planSignature(actor, tx.now) };
  const decision = amendPlan(stored.plan, versions, terms);
  if (!decision.ok) return decision;

  const plan = evolvePlan(null, decision.value);
  if (!(await insertPlan(tx, plan, actor.name))) {
    return refuse({ code: 'plan-stale', changedBy: stored.changedBy, changedAt: stored.changedAt });
  }
  await appendAudit(tx, actor, { noun: 'plan', aggregateId: plan.id, version: 1, event: decision.value });
  return ok({ planId: plan.id, version: 1 });
}

export function updateTerms(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: z.output<typeof planRoutes.updateAmendment.input>,
): Promise<SavedPlan> {
  const { reason, effectiveOn } = input;
  return changePlan(ports, tx, actor, input, (plan) => updateAmendment(plan, { reason, effectiveOn }, dateOf(tx.now)));
}
