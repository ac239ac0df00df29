import type {
  Actor,
  Plan,
  PlanEvent,
  PlanHead,
  PlanId,
  PlanRefusal,
  PlanRowId,
  PlanSurroundings,
  Result,
  RowContent,
} from '@mingchou/domain';
import {
  addPlanRow,
  createPlan,
  dismissFinding,
  dismissMerge,
  evolvePlan,
  mendFinding,
  mergeRows,
  ok,
  planSignature,
  refuse,
  removePlanRow,
  updatePlanHead,
  updatePlanRow,
} from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { PlanPorts } from './ports.ts';
import { insertPlan, insertPlanRow, loadPlanForUpdate, savePlan, yearsWithPlan } from './store.ts';
import { surroundingsOf } from './surroundings.ts';
import { takenBy } from './under-way.ts';

/** Which plan, and the version of it that the person saw. */
export interface PlanTarget {
  readonly planId: PlanId;
  readonly version: number;
}
export type SavedPlan = Result<{ planId: PlanId; version: number }, PlanRefusal>;
type SavedRow = Result<{ planId: PlanId; version: number; rowId: PlanRowId }, PlanRefusal>;

export async function create(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: { readonly year: number; readonly head: PlanHead },
): Promise<SavedPlan> {
  const { policy, baseCounts } = await surroundingsOf(ports, tx);
  const by = planSignature(actor, tx.now);
  const years = await yearsWithPlan(tx);
  const decision = createPlan({ id: newId<PlanId>(), ...input, by }, { policy, baseCounts, years });
  if (!decision.ok) return decision;

  const plan = evolvePlan(null, decision.value);
  if (!(await insertPlan(tx, plan, actor.name))) return refuse({ code: 'plan-year-taken', year: plan.year });
  await appendAudit(tx, actor, { noun: 'plan', aggregateId: plan.id, version: 1, event: decision.value });
  return ok({ planId: plan.id, version: 1 });
}

/** The five lines of every change: lock, decide, save, append. `after` writes what else the change brings about. */
export async function changePlan(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  target: PlanTarget,
  decide: (plan: Plan) => Promise<Result<PlanEvent, PlanRefusal>> | Result<PlanEvent, PlanRefusal>,
  after: (plan: Plan) => Promise<void> = async () => undefined,
): Promise<SavedPlan> {
  const stored = await loadPlanForUpdate(tx, target.planId);
  if (stored === undefined) return refuse({ code: 'plan-not-found' });
  if (stored.version !== target.version) {
    return refuse({ code: 'plan-stale', changedBy: stored.changedBy, changedAt: stored.changedAt });
  }
  const decision = await decide(stored.plan);
  if (!decision.ok) return decision;

  const next = evolvePlan(stored.plan, decision.value);
  const taken = await takenBy(ports, tx, stored.plan, next);
  if (taken !== null) return refuse(taken);
  const version = await savePlan(tx, next, stored.version, actor.name);
  await appendAudit(tx, actor, { noun: 'plan', aggregateId: next.id, version, event: decision.value });
  await after(next);
  return ok({ planId: next.id, version });
}

export function updateHead(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly head: PlanHead },
): Promise<SavedPlan> {
  return changePlan(ports, tx, actor, input, (plan) => updatePlanHead(plan, input.head));
}

export async function addRow(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly content: RowContent },
): Promise<SavedRow> {
  const rowId = newId<PlanRowId>();
  const policy = await ports.policy(tx);
  const saved = await changePlan(
    ports,
    tx,
    actor,
    input,
    (plan) => addPlanRow(plan, rowId, input.content, policy),
    (plan) => insertPlanRow(tx, rowId, plan.id),
  );
  return withRow(saved, rowId);
}

export async function updateRow(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly rowId: PlanRowId; readonly content: RowContent },
): Promise<SavedRow> {
  const policy = await ports.policy(tx);
  const saved = await changePlan(ports, tx, actor, input, (plan) =>
    updatePlanRow(plan, input.rowId, input.content, policy),
  );
  return withRow(saved, input.rowId);
}

export function removeRow(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly rowId: PlanRowId },
): Promise<SavedPlan> {
  return changePlan(ports, tx, actor, input, (plan) => removePlanRow(plan, input.rowId));
}

export async function mend(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly finding: string; readonly remedy: string },
): Promise<SavedPlan> {
  const around: PlanSurroundings = await surroundingsOf(ports, tx);
  const by = planSignature(actor, tx.now);
  return changePlan(ports, tx, actor, input, (plan) => mendFinding(plan, { ...input, by }, around));
}

export async function dismiss(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly finding: string; readonly reason: string },
): Promise<SavedPlan> {
  const around: PlanSurroundings = await surroundingsOf(ports, tx);
  const by = planSignature(actor, tx.now);
  return changePlan(ports, tx, actor, input, (plan) => dismissFinding(plan, { ...input, by }, around));
}

export async function merge(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly proposal: string },
): Promise<SavedPlan> {
  const around = await surroundingsOf(ports, tx);
  const by = planSignature(actor, tx.now);
  return changePlan(ports, tx, actor, input, (plan) => mergeRows(plan, { ...input, by }, around));
}

export async function keepApart(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: PlanTarget & { readonly proposal: string; readonly reason: string },
): Promise<SavedPlan> {
  const around = await surroundingsOf(ports, tx);
  const by = planSignature(actor, tx.now);
  return changePlan(ports, tx, actor, input, (plan) => dismissMerge(plan, { ...input, by }, around));
}

function withRow(saved: SavedPlan, rowId: PlanRowId): SavedRow {
  return saved.ok ? ok({ ...saved.value, rowId }) : saved;
}
