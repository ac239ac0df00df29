import type { drawRoutes } from '@mingchou/contract';
import type { Actor, BegunVisit, Draw, DrawId, DrawRefusal, LiveDraw, Result } from '@mingchou/domain';
import { declineVoid, isComplete, isSealed, ok, recordOf, refuse, requestVoid, voidDraw } from '@mingchou/domain';
import type { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { appendPublicLog } from '../../public-log/index.ts';
import { publishCeremony } from './ceremony.ts';
import { amendmentEntries } from './amendment-entries.ts';
import { publishAttemptOf } from './attempt.ts';
import { computeDraw } from './compute.ts';
import { reachStep } from './failpoint.ts';
import { openDrawFiles, readDrawFiles } from './files.ts';
import { type CommittedRecord, keepAmendment } from './keep-amendment.ts';
import type { DrawPorts } from './ports.ts';
import { keepResult } from './run.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { loadDrawForUpdate, taskOfDraw, unlessStale } from './store.ts';

type RequestInput = z.output<typeof drawRoutes.requestVoidDraw.input>;
type DeclineInput = z.output<typeof drawRoutes.declineVoidDraw.input>;

export async function runRequestVoid(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: RequestInput,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = requestVoid(
    found.value.draw,
    input.reason,
    input.text,
    actor,
    tx.now,
    await begunVisits(ports, tx, input.drawId),
  );
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  await publishCeremony(ports, tx, draw);
  return ok(replyOf(draw, version));
}

export async function runDeclineVoid(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: DeclineInput,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = declineVoid(found.value.draw, input.text, actor, tx.now);
  if (!decision.ok) return decision;
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  await publishCeremony(ports, tx, draw);
  return ok(replyOf(draw, version));
}

/** 作废: the log says so, the bundle carries the line, the task is planned again; nothing is taken away. */
export async function runVoidDraw(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: { readonly drawId: DrawId; readonly version: number },
): Promise<Result<DrawReply, DrawRefusal>> {
  const taskId = await taskOfDraw(tx, input.drawId);
  if (taskId === undefined) return refuse({ code: 'draw-not-found' });
  await ports.lockTask(tx, taskId);
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = voidDraw(found.value.draw, actor, tx.now, await begunVisits(ports, tx, input.drawId));
  if (!decision.ok) return decision;
  reachStep('void-draw:decided');

  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  reachStep('void-draw:saved');
  await publishVoid(tx, draw);
  reachStep('void-draw:logged');
  const wasDispatched = recordOf(draw).status === 'dispatched';
  if (wasDispatched) await ports.withdrawVisits(tx, actor, { drawId: input.drawId, reason: '抽签已作废，不再检查' });
  const step = await ports.takeTaskStep(tx, actor, { type: 'task-returned', taskId, drawId: input.drawId });
  if (!step.ok) throw new Error(`task ${taskId} did not return from its draw: ${step.refusal.code}`);
  reachStep('void-draw:task-returned');
  await publishSnapshot(ports, tx, draw);
  await publishAttemptOf(ports, tx, draw);
  reachStep('void-draw:published');
  return ok(replyOf(draw, version));
}

// The public log holds no personal data: the approver stands as his role.
const approverRole = 'deputyDirector';

async function publishVoid(tx: Tx, draw: Draw): Promise<void> {
  if (draw.status !== 'voided') return;
  const record = recordOf(draw);
  const { reason: reasonCode } = draw.voided;
  // Before the commitment nothing was published, so there is nothing the log could take back.
  if (!hasCommitment(record)) return;
  const { c } = record.commitment;
  const files = await readDrawFiles(tx, record.id);
  // mc-draw/1 §8: once every number is in, anyone can compute the result, so it is published although it is void.
  if (record.status === 'collecting' && isComplete(record)) {
    const computed = await computeDraw(record, files);
    await keepResult(tx, record, computed, false);
    for (const [name, bytes] of computed.files) files.set(name, bytes);
    reachStep('void-draw:result-kept');
  }
  // Without a result there is nothing to recompute: what was frozen stays public as it is.
  const request = { kind: 'void', at: tx.now, reasonCode, approver: approverRole } as const;
  const kept = files.has('selected.csv') ? await keepAmendment(tx, record, files, request, false) : undefined;
  reachStep('void-draw:amendment-kept');
  // Nobody will be inspected on a void draw: what its seal closed is public with the void, earlier amendments included.
  const wasSealed = isSealed(record);
  if (wasSealed) await openDrawFiles(tx, record.id);
  const all = kept === undefined ? [] : kept.entries;
  const file = files.get('amendments.jsonl');
  const entries = wasSealed && file !== undefined ? amendmentEntries(tx, c, record.setup.suite, file) : all;
  await appendPublicLog(tx, [...entries, { kind: 'void', c, reasonCode, approver: approverRole, at: tx.now }]);
}

async function begunVisits(ports: DrawPorts, tx: Tx, drawId: DrawId): Promise<BegunVisit[]> {
  const visits = await ports.lockVisits(tx, drawId);
  return visits.flatMap(({ name, begun }) => (begun === null ? [] : [{ subject: name, at: begun.at }]));
}

function hasCommitment(record: LiveDraw): record is CommittedRecord {
  return 'commitment' in record;
}
