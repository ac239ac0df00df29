import { randomBytes } from 'node:crypto';
import type { Actor, CollectingDraw, DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { alreadyDrawn, completeDraw, isSealed, ok, readyToDraw, refuse } from '@mingchou/domain';
import type { FileName } from '@mingchou/verifier';
import type { Tx } from '../../db/tx.ts';
import { appendPublicLog, proveEntry } from '../../public-log/index.ts';
import type { Computed } from './compute.ts';
import { computeDraw } from './compute.ts';
import { crossCheckTickets } from './cross-check.ts';
import { reachStep } from './failpoint.ts';
import { readDrawFiles, resultEntryFile, saveBundles, saveDrawFiles } from './files.ts';
import type { DrawPorts } from './ports.ts';
import { saveResult } from './result-store.ts';
import { loadRoster } from './roster-store.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { loadDrawForUpdate, taskOfDraw, unlessStale } from './store.ts';

type Reply = DrawReply & { readonly seed: string };

/** 开签, in one transaction: everything below is there afterwards, or nothing of it. */
export async function runRunDraw(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: { readonly drawId: DrawId; readonly version: number },
): Promise<Result<Reply, DrawRefusal>> {
  const taskId = await taskOfDraw(tx, input.drawId);
  if (taskId === undefined) return refuse({ code: 'draw-not-found' });
  await ports.lockTask(tx, taskId);
  const stored = await loadDrawForUpdate(tx, input.drawId);
  // Who comes second is told who drew and when, not merely that the page is old.
  const drawn = stored === undefined ? undefined : alreadyDrawn(stored.draw);
  if (drawn !== undefined) return refuse(drawn);
  const found = unlessStale(stored, input.version);
  if (!found.ok) return found;
  const ready = readyToDraw(found.value.draw, actor);
  if (!ready.ok) return ready;
  reachStep('run-draw:decided');

  const salt = isSealed(ready.value) ? randomBytes(16).toString('hex') : undefined;
  const computed = await computeDraw(ready.value, await readDrawFiles(tx, input.drawId), salt);
  reachStep('run-draw:computed');
  const sqlTickets = await crossCheckTickets(tx, input.drawId, ready.value.setup.suite, computed);
  await keepResult(tx, ready.value, computed, salt !== undefined);
  const event = completeDraw(ready.value, { ...computed.result, sqlTickets }, actor, tx.now);
  const { draw, version } = await settle(tx, actor, found.value, event);
  reachStep('run-draw:saved');
  const step = await ports.takeTaskStep(tx, actor, { type: 'task-drawn', taskId, drawId: input.drawId });
  if (!step.ok) throw new Error(`task ${taskId} did not follow its draw: ${step.refusal.code}`);
  reachStep('run-draw:task-stepped');
  await publishSnapshot(ports, tx, draw);
  reachStep('run-draw:published');
  // The operator reads a sealed seed on his own page; a reply that is kept for a repeated sending must not hold it.
  return ok({ ...replyOf(draw, version), seed: salt === undefined ? computed.result.seed : '' });
}

const resultFiles: readonly FileName[] = ['seed.json', 'selected.csv', 'visits.csv', 'assignment.csv'];

/** The result's files, both bundles, the log entry and the rows. */
export async function keepResult(tx: Tx, draw: CollectingDraw, computed: Computed, sealed: boolean): Promise<void> {
  const { files, selection, assignment, result } = computed;
  const made = new Map([...files].filter(([name]) => resultFiles.includes(name)));
  await saveDrawFiles(tx, draw.id, made, sealed);
  reachStep('run-draw:files-saved');
  await saveBundles(tx, draw.id, files, sealed);
  reachStep('run-draw:bundles-saved');
  const entry = { kind: 'result', c: draw.commitment.c, h: result.hash, at: tx.now } as const;
  const proof = await proveEntry(tx, entry, await appendPublicLog(tx, [entry]), result.salt);
  await saveDrawFiles(tx, draw.id, new Map([[resultEntryFile, proof]]), sealed);
  reachStep('run-draw:logged');
  const { pool } = await loadRoster(tx, draw.id);
  const subjectOf = new Map(pool.map((entry) => [entry.code, entry.subjectId]));
  await saveResult(tx, draw.id, selection, assignment, subjectOf);
  reachStep('run-draw:rows-saved');
}
