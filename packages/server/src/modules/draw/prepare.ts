import type { drawRoutes } from '@mingchou/contract';
import type { Actor, DrawId, DrawRefusal, DrawRound, Result } from '@mingchou/domain';
import { newDraw, ok, prepareDraw, refuse } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { publishAttemptOf } from './attempt.ts';
import { designed } from './designer.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf } from './settle.ts';
import { insertDraw, lastDrawNo, lockNumbering, voidedCommitment } from './store.ts';

type Input = z.output<typeof drawRoutes.prepareDraw.input>;

export async function runPrepareDraw(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<Result<DrawReply, DrawRefusal>> {
  const locked = await ports.lockTask(tx, input.taskId);
  if (locked === undefined) return refuse({ code: 'task-not-ready', status: 'planned' });
  await lockNumbering(tx);
  const { status, order } = locked.task;
  const policy = await ports.policy(tx, input.taskId);
  const { setup, findings } = await designed(ports, tx, { id: input.taskId, order }, input.design, {
    reason: input.overrideReason ?? null,
    actor,
  });
  const decision = prepareDraw(
    {
      drawId: newId<DrawId>(),
      taskId: input.taskId,
      taskStatus: status,
      lastDrawNo: await lastDrawNo(tx),
      replaces: await voidedCommitment(tx, input.taskId),
      round: (await holdRound(ports, tx, setup.filter.sectors)) ?? null,
      setup,
      findings,
      announced: input.sources ?? [{ kind: 'dice', digits: policy.diceDigits }],
      allowed: policy.allowedSources,
      leastWitnesses: policy.leastWitnesses,
      witnesses: input.witnesses,
      openAt: input.openAt,
      sealing: input.sealing ?? null,
      sealable: policy.sealing.selections,
      selection: order.selection,
    },
    actor,
    tx.now,
  );
  if (!decision.ok) return decision;

  const draw = newDraw(decision.value);
  await insertDraw(tx, draw, actor.name);
  const step = { type: 'task-drawing-began', taskId: draw.taskId, drawId: draw.id } as const;
  const stepped = await ports.takeTaskStep(tx, actor, step);
  if (!stepped.ok) return refuse({ code: 'task-not-ready', status });
  await appendAudit(tx, actor, { noun: 'draw', aggregateId: draw.id, version: 1, event: decision.value });
  await publishAttemptOf(ports, tx, draw);
  return ok(replyOf(draw, 1));
}

async function holdRound(ports: DrawPorts, tx: Tx, sectors: readonly string[]): Promise<DrawRound | undefined> {
  const round = await ports.holdOpenRound(tx, sectors);
  return round === undefined ? undefined : { id: round.id, name: round.name };
}
