import type { drawRoutes } from '@mingchou/contract';
import type { Actor, DrawRefusal, Result } from '@mingchou/domain';
import { approveOverride, declineOverride, requestOverride } from '@mingchou/domain';
import { ok, recordOf } from '@mingchou/domain';
import type { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { subjectsNow } from './pool.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { loadDrawForUpdate, unlessStale } from './store.ts';

type Outcome = Promise<Result<DrawReply, DrawRefusal>>;

export async function runRequestOverride(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: z.output<typeof drawRoutes.requestExclusionOverride.input>,
): Outcome {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const subjects = await subjectsNow(ports, tx, recordOf(found.value.draw));
  const subject = subjects.find(({ subjectId }) => subjectId === input.subjectId);
  const { kind, text } = input;
  const ground = input.ground === undefined || input.ground === '' ? null : input.ground;
  const decision = requestOverride(found.value.draw, { kind, subject, text, ground }, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok(replyOf(draw, version));
}

export async function runApproveOverride(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof drawRoutes.approveExclusionOverride.input>,
): Outcome {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = approveOverride(found.value.draw, input.no, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok(replyOf(draw, version));
}

export async function runDeclineOverride(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof drawRoutes.declineExclusionOverride.input>,
): Outcome {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = declineOverride(found.value.draw, input.no, input.text, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok(replyOf(draw, version));
}
