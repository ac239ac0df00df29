import type { drawRoutes } from '@mingchou/contract';
import type { Actor, DrawId, DrawPolicy, DrawRefusal, DrawSetup, Result, TaskOrder } from '@mingchou/domain';
import { newDraw, ok, prepareDraw, refuse } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { BureauFacts, DrawPorts } from './ports.ts';
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
  const policy = await ports.policy(tx);
  const decision = prepareDraw(
    {
      drawId: newId<DrawId>(),
      taskId: input.taskId,
      taskStatus: status,
      lastDrawNo: await lastDrawNo(tx),
      replaces: await voidedCommitment(tx, input.taskId),
      setup: setupOf(order, await ports.bureau(tx, tx.bureauId), policy),
      announced: input.sources ?? [{ kind: 'dice', digits: policy.diceDigits }],
      allowed: policy.allowedSources,
      leastWitnesses: policy.leastWitnesses,
      witnesses: input.witnesses,
      openAt: input.openAt,
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
  return ok(replyOf(draw, 1));
}

/** The first seat needs every sector of the row, the others none: 其中1名具备资格. */
function setupOf(order: TaskOrder, bureau: BureauFacts, policy: DrawPolicy): DrawSetup {
  const others = Array.from({ length: Math.max(0, policy.seats - 1) }, () => ({ needs: [] }));
  return {
    bureauCode: bureau.code,
    suite: 'sha256',
    year: order.year,
    planRowNo: order.rowNo,
    taskName: order.name,
    objects: order.objects,
    scope: order.scope,
    sectors: order.sectors,
    level: order.level,
    stratum: `row-${order.rowNo}`,
    approvedBase: order.approvedBase,
    approvedCount: order.approvedCount,
    reserve: policy.reserve(order.approvedCount),
    seats: [{ needs: order.sectors }, ...others],
    from: order.from,
    to: order.to,
    exclusion: policy.exclusion,
    operatorRole: policy.operatorRole,
  };
}
