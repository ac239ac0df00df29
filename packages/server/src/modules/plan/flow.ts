import type { PortalPlan } from '@mingchou/contract';
import type { Actor, Plan } from '@mingchou/domain';
import {
  approvePlan,
  formulaOf,
  objectsOf,
  phraseOf,
  publishPlan,
  returnPlan,
  reviewPlan,
  submitPlan,
  withdrawPlan,
} from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import type { PlanTarget, SavedPlan } from './commands.ts';
import { changePlan } from './commands.ts';
import type { PlanPorts } from './ports.ts';
import { surroundingsOf } from './surroundings.ts';

export async function submit(ports: PlanPorts, tx: Tx, actor: Actor, input: PlanTarget): Promise<SavedPlan> {
  const around = await surroundingsOf(ports, tx);
  return changePlan(tx, actor, input, (plan) => submitPlan(plan, actor, tx.now, around));
}

export function review(tx: Tx, actor: Actor, input: PlanTarget & { readonly opinion: string }): Promise<SavedPlan> {
  return changePlan(tx, actor, input, (plan) => reviewPlan(plan, actor, tx.now, input.opinion));
}

export function sendBack(tx: Tx, actor: Actor, input: PlanTarget & { readonly reason: string }): Promise<SavedPlan> {
  return changePlan(tx, actor, input, (plan) => returnPlan(plan, actor, tx.now, input.reason));
}

export function withdraw(tx: Tx, actor: Actor, input: PlanTarget & { readonly reason: string }): Promise<SavedPlan> {
  return changePlan(tx, actor, input, (plan) => withdrawPlan(plan, actor, tx.now, input.reason));
}

export function approve(tx: Tx, actor: Actor, input: PlanTarget): Promise<SavedPlan> {
  return changePlan(tx, actor, input, (plan) => approvePlan(plan, actor, tx.now));
}

/** 公开: the plan's snapshot is written in the same transaction, so the portal shows what was decided and nothing else. */
export function publish(ports: PlanPorts, tx: Tx, actor: Actor, input: PlanTarget): Promise<SavedPlan> {
  return changePlan(
    tx,
    actor,
    input,
    (plan) => publishPlan(plan, actor, tx.now),
    (plan) => ports.publishPlanSnapshot(tx, portalViewOf(plan, tx.now)),
  );
}

/** What the public sees of a plan: the table with the sum behind each number. */
export function portalViewOf(plan: Plan, publishedAt: string): PortalPlan {
  return {
    year: plan.year,
    title: plan.title,
    documentNo: plan.documentNo,
    issuedOn: plan.issuedOn,
    publishedAt,
    rows: plan.rows.map((row) => ({
      no: row.no,
      taskName: row.name,
      selection: row.selection,
      item: row.items.map((item) => item.title).join('；'),
      objects: objectsOf(row),
      scope: row.scope,
      ratio: phraseOf(row.ratio),
      base: row.base,
      count: row.approvedCount ?? 0,
      sum: formulaOf(row.ratio, row.base ?? 0),
      from: row.window.from,
      to: row.window.to,
      department: row.initiator,
    })),
  };
}
