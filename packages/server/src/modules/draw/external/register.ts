import type { externalRoutes } from '@mingchou/contract';
import type {
  Actor,
  DrawId,
  ExternalFile,
  ExternalRefusal,
  PendingEntry,
  Result,
  TaskOrder,
  TaskStep,
} from '@mingchou/domain';
import {
  cellsOfText,
  type DrawPolicy,
  newExternal,
  ok,
  readExternalList,
  refuse,
  registerExternal,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../../audit/index.ts';
import type { Tx } from '../../../db/tx.ts';
import { saveFile } from '../../../files/index.ts';
import { newId } from '../../../id.ts';
import { pendingOfBureau } from '../drawn-before.ts';
import type { DrawPorts } from '../ports.ts';
import { lockNumbering, lockPools } from '../store.ts';
import { publishExternal } from './publish.ts';
import { insertExternal, lastRegisterNo } from './store.ts';

type Input = z.output<typeof externalRoutes.registerExternalDraw.input>;
type Reply = z.input<typeof externalRoutes.registerExternalDraw.reply>;

export async function runRegisterExternal(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<Result<Reply, ExternalRefusal>> {
  const locked = await ports.lockTask(tx, input.taskId);
  if (locked === undefined) return refuse({ code: 'task-not-ready', status: 'planned' });
  await lockNumbering(tx);
  await lockPools(tx);
  const { status, order } = locked.task;
  const policy = await ports.policy(tx, input.taskId);
  const cells = await cellsOf(ports, input.list);
  if (cells === undefined) return refuse({ code: 'external-list-unreadable' });
  const round = await ports.holdOpenRound(tx, order.sectors);
  const decision = registerExternal(
    {
      draw: {
        ...factsOf(order),
        id: newId<DrawId>(),
        taskId: input.taskId,
        registerNo: (await lastRegisterNo(tx)) + 1,
        platform: input.platform,
        platformNo: input.platformNo === undefined || input.platformNo === '' ? null : input.platformNo,
        drawnAt: input.drawnAt,
        operator: input.operator,
        round: round === undefined ? null : { id: round.id, name: round.name },
        files: await keepFiles(tx, input.files),
      },
      taskStatus: status,
      operatorRole: policy.operatorRole,
      allowed: policy.platform.kind !== 'own',
      list: readExternalList(cells, await knownOf(ports, tx, order, policy)),
      pending: await pendingFor(tx, order, policy, round?.id ?? null),
    },
    actor,
    tx.now,
  );
  if (!decision.ok) return decision;

  const draw = newExternal(decision.value);
  const { id: drawId, taskId } = draw;
  await insertExternal(tx, draw, actor.name);
  await stepTaskOf(ports, tx, actor, { type: 'task-drawing-began', taskId, drawId, drawKind: 'external' });
  await stepTaskOf(ports, tx, actor, { type: 'task-drawn', taskId, drawId });
  await appendAudit(tx, actor, { noun: 'draw', aggregateId: drawId, version: 1, event: decision.value });
  await publishExternal(ports, tx, draw);
  return ok({ drawId, version: 1, registerNo: draw.registerNo, objects: draw.objects.length });
}

/** The task goes with its external draw; that it cannot is a bug, for it was locked and asked before. */
export async function stepTaskOf(ports: DrawPorts, tx: Tx, actor: Actor, wanted: TaskStep): Promise<void> {
  const taken = await ports.takeTaskStep(tx, actor, wanted);
  if (!taken.ok) throw new Error(`task ${wanted.taskId} did not take ${wanted.type}: ${taken.refusal.code}`);
}

function factsOf(order: TaskOrder) {
  const { year, rowNo, name, objects, approvedCount, from, to } = order;
  return { year, planRowNo: rowNo, taskName: name, objectsName: objects, approvedCount, from, to };
}

async function cellsOf(ports: DrawPorts, list: Input['list']): Promise<readonly (readonly string[])[] | undefined> {
  return list.kind === 'text' ? cellsOfText(list.text) : ports.readCells(Buffer.from(list.base64, 'base64'));
}

/** Whom the list may name: the objects of the row's sectors and the inspectors of the registry. */
async function knownOf(ports: DrawPorts, tx: Tx, order: TaskOrder, policy: DrawPolicy) {
  const subjects = await ports.subjects(tx, { sectors: order.sectors, year: order.year });
  const inspectors = await ports.inspectors(tx, order);
  return {
    subjects,
    inspectors: inspectors.map(({ inspectorId, code, name }) => ({ inspectorId, code, name })),
    seats: policy.seats,
  };
}

async function pendingFor(
  tx: Tx,
  order: TaskOrder,
  { exclusion }: DrawPolicy,
  roundId: PendingEntryRound,
): Promise<readonly PendingEntry[]> {
  const all = await pendingOfBureau(tx, { year: order.year, roundId });
  return all.filter(
    ({ sameRound, sameYear }) =>
      exclusion.openTask === 'leave' ||
      (exclusion.drawnBefore === 'leaveThisRound' && sameRound) ||
      (exclusion.drawnBefore === 'leaveThisYear' && sameYear),
  );
}
type PendingEntryRound = Parameters<typeof pendingOfBureau>[1]['roundId'];

async function keepFiles(tx: Tx, files: Input['files']): Promise<ExternalFile[]> {
  const kept: ExternalFile[] = [];
  for (const { name, mediaType, base64 } of files) {
    const bytes = Buffer.from(base64, 'base64');
    const { hash } = await saveFile(tx, bytes, { name, mediaType, personal: true });
    kept.push({ name, mediaType, hash, size: bytes.byteLength });
  }
  return kept;
}
