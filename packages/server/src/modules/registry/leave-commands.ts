import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  cancelLeave as decideCancel,
  evolveInspector,
  type Inspector,
  type InspectorId,
  type LeaveCancelled,
  type LeaveRefusal,
  type LeaveRegistered,
  ok,
  refuse,
  registerLeave as decideRegister,
  type Result,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { lastChange } from './history-store.ts';
import { saveInspector } from './inspector-commands.ts';
import { loadInspectorForUpdate } from './inspector-store.ts';

type Register = z.output<typeof registryRoutes.registerLeave.input>;
type Cancel = z.output<typeof registryRoutes.cancelLeave.input>;
type Outcome = Promise<Result<{ id: InspectorId; version: number }, RegistryRefusal>>;
type Decision = Result<LeaveRegistered | LeaveCancelled, LeaveRefusal>;

export function registerLeave(tx: Tx, actor: Actor, input: Register): Outcome {
  return settle(tx, actor, input, (inspector) => decideRegister(inspector, input));
}

export function cancelLeave(tx: Tx, actor: Actor, input: Cancel): Outcome {
  return settle(tx, actor, input, (inspector) => decideCancel(inspector, input.from, input.reason));
}

async function settle(
  tx: Tx,
  actor: Actor,
  input: Pick<Register, 'id' | 'version' | 'reason'>,
  decide: (inspector: Inspector) => Decision,
): Outcome {
  const inspector = await loadInspectorForUpdate(tx, input.id);
  if (inspector === undefined) return refuse({ code: 'record-not-found' });
  if (inspector.version !== input.version) return refuse({ code: 'stale', ...(await lastChange(tx, input.id)) });
  const decision = decide(inspector);
  if (!decision.ok) return decision;
  const event = decision.value;
  const next = evolveInspector(inspector, event);
  const days = `${event.leave.from}至${event.leave.to}`;
  const gone = event.type === 'inspector-leave-cancelled';
  const change = { field: 'leave', from: gone ? days : null, to: gone ? null : days };
  await saveInspector(tx, actor, next, { id: next.id, reason: input.reason, changes: [change] });
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: next.id, version: next.version, event });
  return ok({ id: next.id, version: next.version });
}
