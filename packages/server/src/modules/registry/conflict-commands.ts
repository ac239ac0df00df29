import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  type ConflictId,
  type ConflictOfInterest,
  declareConflict as decideDeclare,
  ok,
  refuse,
  type Result,
  withdrawConflict as decideWithdraw,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { knownConflict, insertConflict, loadConflictForUpdate, saveWithdrawal } from './conflict-store.ts';

type Declare = z.output<typeof registryRoutes.declareConflict.input>;
type Withdraw = z.output<typeof registryRoutes.withdrawConflict.input>;
type Outcome = Promise<Result<{ id: ConflictId; version: number }, RegistryRefusal>>;

export async function declareConflict(tx: Tx, actor: Actor, input: Declare): Outcome {
  // Who keeps the registry speaks for anybody; an inspector who is nothing else speaks for himself.
  const keepsRegistry = actor.roles.some((role) => role !== 'inspector');
  const ownOnly = keepsRegistry ? null : (actor.inspectorId ?? 'nobody');
  const facts = { ...(await knownConflict(tx, input.inspectorId, input.subjectId)), ownOnly } as const;
  const decision = decideDeclare({ ...input, id: newId<ConflictId>() }, facts);
  if (!decision.ok) return decision;

  const { conflict } = decision.value;
  if (!(await insertConflict(tx, actor, conflict))) return refuse({ code: 'conflict-already-declared' });
  await appendAudit(tx, actor, aggregate(conflict, decision.value));
  return ok({ id: conflict.id, version: conflict.version });
}

export async function withdrawConflict(tx: Tx, actor: Actor, input: Withdraw): Outcome {
  const found = await loadConflictForUpdate(tx, input.id);
  if (found === undefined) return refuse({ code: 'record-not-found' });
  const { conflict, last } = found;
  if (conflict.version !== input.version && conflict.withdrawn === null) return refuse({ code: 'stale', ...last });
  const decision = decideWithdraw(conflict, actor, input.reason, tx.now);
  if (!decision.ok) return decision;

  const next = { ...conflict, version: conflict.version + 1, withdrawn: decision.value };
  await saveWithdrawal(tx, actor, next);
  await appendAudit(tx, actor, aggregate(next, decision.value));
  return ok({ id: next.id, version: next.version });
}

function aggregate({ id, version }: ConflictOfInterest, event: { readonly type: string }) {
  return { noun: 'registry', aggregateId: id, version, event };
}
