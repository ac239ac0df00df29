import type { inspectionRoutes } from '@mingchou/contract';
import {
  type Actor,
  confirmOutcome,
  evolveInspection,
  type InspectionEvent,
  type InspectionId,
  type InspectionRefusal,
  type InspectionStatus,
  markDisclosed,
  ok,
  recordOutcome,
  type Result,
  returnOutcome,
  reviewOutcome,
  startInspection,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { enqueue } from '../../outbox/index.ts';
import type { InspectionPorts } from './ports.ts';
import { earlyProgress } from './progress.ts';
import { loadInspectionForUpdate, saveInspection, type StoredInspection, unlessStale } from './store.ts';

type Input<Route extends keyof typeof inspectionRoutes> = z.output<(typeof inspectionRoutes)[Route]['input']>;
type Decision = Result<InspectionEvent, InspectionRefusal>;

export interface InspectionReply {
  readonly inspectionId: InspectionId;
  readonly version: number;
  readonly status: InspectionStatus;
}

/** Load and lock → decide → save → append to the log; the public progress follows in the same transaction. */
async function decideOn(
  tx: Tx,
  actor: Actor,
  about: { readonly inspectionId: InspectionId; readonly version: number },
  decide: (found: StoredInspection) => Promise<Decision> | Decision,
): Promise<Result<StoredInspection & { readonly reply: InspectionReply }, InspectionRefusal>> {
  const found = unlessStale(await loadInspectionForUpdate(tx, about.inspectionId), about.version);
  if (!found.ok) return found;
  const decision = await decide(found.value);
  if (!decision.ok) return decision;

  const inspection = evolveInspection(found.value.inspection, decision.value);
  const version = await saveInspection(tx, inspection, found.value.version, actor.name);
  await appendAudit(tx, actor, { noun: 'inspection', aggregateId: inspection.id, version, event: decision.value });
  const reply = { inspectionId: inspection.id, version, status: inspection.status };
  return ok({ ...found.value, inspection, version, reply });
}

export async function runStart(ports: InspectionPorts, tx: Tx, actor: Actor, input: Input<'startInspection'>) {
  const done = await decideOn(tx, actor, input, async ({ inspection, origin }) => {
    const { minInspectors } = await ports.policy(tx, origin.taskId);
    return startInspection(inspection, actor, minInspectors, tx.now);
  });
  if (!done.ok) return done;
  const { drawNo, drawKind } = done.value.origin;
  await ports.publishProgress(tx, { ...earlyProgress(done.value.inspection, drawNo, 'begun'), drawKind });
  return ok(done.value.reply);
}

export async function runRecord(ports: InspectionPorts, tx: Tx, actor: Actor, input: Input<'recordOutcome'>) {
  const { categories } = await ports.policy(tx, null);
  const { inspectionId: _id, version: _version, ...draft } = input;
  return tellingDisclosure(ports, tx, actor, input, ({ inspection, checklist }) =>
    recordOutcome(inspection, actor, draft, { categories, checklist }, tx.now),
  );
}

export function runConfirm(ports: InspectionPorts, tx: Tx, actor: Actor, input: Input<'confirmOutcome'>) {
  return tellingDisclosure(ports, tx, actor, input, ({ inspection }) => confirmOutcome(inspection, actor, tx.now));
}

export function runReturn(ports: InspectionPorts, tx: Tx, actor: Actor, input: Input<'returnOutcome'>) {
  return tellingDisclosure(ports, tx, actor, input, ({ inspection }) =>
    returnOutcome(inspection, actor, input.reason, tx.now),
  );
}

export function runReview(ports: InspectionPorts, tx: Tx, actor: Actor, input: Input<'reviewOutcome'>) {
  return tellingDisclosure(ports, tx, actor, input, ({ inspection }) =>
    reviewOutcome(inspection, actor, input.publicFindings, tx.now),
  );
}

async function tellingDisclosure(
  ports: InspectionPorts,
  tx: Tx,
  actor: Actor,
  about: { readonly inspectionId: InspectionId; readonly version: number },
  decide: (found: StoredInspection) => Decision,
): Promise<Result<InspectionReply, InspectionRefusal>> {
  const done = await decideOn(tx, actor, about, decide);
  if (!done.ok) return done;
  await ports.resultChanged(tx, done.value.inspection, done.value.origin);
  return ok(done.value.reply);
}

/** For the disclosure, which locks the inspection before its own row. */
export async function lockInspection(tx: Tx, inspectionId: InspectionId): Promise<void> {
  await loadInspectionForUpdate(tx, inspectionId);
}

export const finishTaskJob = 'finish-task';

/** Called by the disclosure inside its own command; the task ends in a job, for it is locked before its visits. */
export async function closeDisclosed(tx: Tx, actor: Actor, inspectionId: InspectionId): Promise<void> {
  const found = await loadInspectionForUpdate(tx, inspectionId);
  if (found === undefined) throw new Error(`inspection ${inspectionId} of a disclosure is missing`);
  const done = await decideOn(tx, actor, { inspectionId, version: found.version }, ({ inspection }) =>
    markDisclosed(inspection, actor, tx.now),
  );
  if (!done.ok) throw new Error(`inspection ${inspectionId} cannot be disclosed: ${done.refusal.code}`);
  const { personId, name } = actor;
  await enqueue(tx, { kind: finishTaskJob, taskId: found.origin.taskId, personId, name });
}
