import type { drawRoutes } from '@mingchou/contract';
import type { Actor, DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { approveDesignOverride, declineDesignOverride, recordOf, redesignDraw, refuse } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { designed } from './designer.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { loadDrawForUpdate, unlessStale } from './store.ts';

interface About {
  readonly drawId: DrawId;
  readonly version: number;
}

export async function runApproveDesignOverride(
  tx: Tx,
  actor: Actor,
  input: About,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = approveDesignOverride(found.value.draw, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok(replyOf(draw, version));
}

export async function runDeclineDesignOverride(
  tx: Tx,
  actor: Actor,
  input: About & { readonly text: string },
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = declineDesignOverride(found.value.draw, input.text, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok(replyOf(draw, version));
}

type Redesign = z.output<typeof drawRoutes.redesignDraw.input>;

export async function runRedesign(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Redesign,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const task = await ports.task(tx, recordOf(found.value.draw).taskId);
  if (task === undefined) return refuse({ code: 'task-not-ready', status: 'planned' });
  const { setup, findings } = await designed(ports, tx, task, input.design, {
    reason: input.overrideReason,
    actor,
  });
  const decision = redesignDraw(found.value.draw, setup, findings, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok(replyOf(draw, version));
}
