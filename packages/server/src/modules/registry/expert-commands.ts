import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  addExpert as decideAdd,
  changeExpert as decideChange,
  dateOf,
  declareExpertConflict as decideConflict,
  evolveExpert,
  type Expert,
  type ExpertConflictId,
  type ExpertEvent,
  type ExpertId,
  type ExpertRecord,
  type FieldChange,
  ok,
  refuse,
  type Result,
  withdrawExpert as decideWithdraw,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import {
  conflictsOfExpert,
  insertExpert,
  insertExpertConflict,
  loadExpertForUpdate,
  updateExpert,
} from './expert-store.ts';
import { lastChange, recordChanges } from './history-store.ts';
import type { RegistryPorts } from './ports.ts';
import { loadSubjectForUpdate } from './subject-store.ts';

type Add = z.output<typeof registryRoutes.addExpert.input>;
type Change = z.output<typeof registryRoutes.changeExpert.input>;
type Withdraw = z.output<typeof registryRoutes.withdrawExpert.input>;
type Declare = z.output<typeof registryRoutes.declareExpertConflict.input>;
type WithdrawConflict = z.output<typeof registryRoutes.withdrawExpertConflict.input>;
type Outcome = Promise<Result<{ id: ExpertId; version: number }, RegistryRefusal>>;

export async function addExpert(ports: RegistryPorts, tx: Tx, actor: Actor, input: Add): Outcome {
  const record = recordOf(input, null);
  const decision = decideAdd(newId<ExpertId>(), record, { sectors: await ports.sectors(tx) });
  if (!decision.ok) return decision;
  await insertExpert(tx, decision.value.expert);
  return settle(tx, actor, decision.value.expert, decision.value, null, []);
}

export async function changeExpert(ports: RegistryPorts, tx: Tx, actor: Actor, input: Change): Outcome {
  const found = await lockedExpert(tx, input);
  if (!found.ok) return found;
  const expert = found.value;
  const decision = decideChange(expert, recordOf(input, expert.contact.phone), { sectors: await ports.sectors(tx) });
  if (!decision.ok) return decision;
  const next = evolveExpert(expert, decision.value);
  await updateExpert(tx, next);
  return settle(tx, actor, next, decision.value, input.reason, decision.value.changes);
}

export async function withdrawExpert(tx: Tx, actor: Actor, input: Withdraw): Outcome {
  const found = await lockedExpert(tx, input);
  if (!found.ok) return found;
  const decision = decideWithdraw(found.value, input.since, input.reason, dateOf(tx.now));
  if (!decision.ok) return decision;
  const next = evolveExpert(found.value, decision.value);
  await updateExpert(tx, next);
  const change = { field: 'duty', from: 'on-duty', to: 'off-duty' };
  return settle(tx, actor, next, decision.value, decision.value.reason, [change]);
}

export async function declareExpertConflict(
  tx: Tx,
  actor: Actor,
  input: Declare,
): Promise<Result<{ id: ExpertConflictId }, RegistryRefusal>> {
  const expert = await loadExpertForUpdate(tx, input.expertId);
  const subject = await loadSubjectForUpdate(tx, input.subjectId);
  const standing = expert === undefined ? [] : await conflictsOfExpert(tx, expert.id);
  const facts = {
    expertKnown: expert !== undefined,
    subjectKnown: subject !== undefined,
    alreadyDeclared: standing.some((one) => one.withdrawn_at === null && one.subject_id === input.subjectId),
  };
  const decision = decideConflict({ ...input, id: newId<ExpertConflictId>() }, facts);
  if (!decision.ok) return decision;
  const { conflict } = decision.value;
  if (!(await insertExpertConflict(tx, actor, conflict))) return refuse({ code: 'conflict-already-declared' });
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: conflict.id, version: 1, event: decision.value });
  return ok({ id: conflict.id });
}

export async function withdrawExpertConflict(
  tx: Tx,
  actor: Actor,
  input: WithdrawConflict,
): Promise<Result<{ id: ExpertConflictId }, RegistryRefusal>> {
  const { id, reason } = input;
  const row = await tx.db
    .updateTable('expert_conflict')
    .set({ withdrawn_at: tx.now, withdrawn_by_name: actor.name, withdrawn_reason: reason, version: 2 })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'conflict-already-withdrawn' });
  const event = { type: 'expert-conflict-withdrawn', id, reason };
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: id, version: 2, event });
  return ok({ id });
}

async function lockedExpert(tx: Tx, input: Pick<Change, 'id' | 'version'>): Promise<Result<Expert, RegistryRefusal>> {
  const expert = await loadExpertForUpdate(tx, input.id);
  if (expert === undefined) return refuse({ code: 'record-not-found' });
  if (expert.version !== input.version) return refuse({ code: 'stale', ...(await lastChange(tx, input.id)) });
  return ok(expert);
}

async function settle(
  tx: Tx,
  actor: Actor,
  expert: Expert,
  event: ExpertEvent,
  reason: string | null,
  changes: readonly FieldChange[],
): Outcome {
  const { id, version } = expert;
  await recordChanges(tx, actor, 'expert', [{ id, reason, changes }]);
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: id, version, event: withoutPhone(event) });
  return ok({ id, version });
}

/** The log tells that a telephone changed, never which it is. */
function withoutPhone(event: ExpertEvent): { readonly type: string } {
  if (event.type === 'expert-withdrawn') return event;
  const { contact: _, ...told } = event.type === 'expert-added' ? event.expert : event.record;
  const plain = event.type === 'expert-added' ? { type: event.type, expert: told } : { ...event, record: told };
  return plain;
}

/** A telephone that was not typed stays as it is. */
function recordOf(input: Add, phone: string | null): ExpertRecord {
  const { name, organisation, field, sectors, appointedUntil } = input;
  return {
    ...{ name, organisation, field, sectors, appointedUntil },
    title: input.title || null,
    contact: { phone: input.phone === undefined ? phone : input.phone },
  };
}
