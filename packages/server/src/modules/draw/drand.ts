import type { Actor, Draw, DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { drandEmission, drandOf, millisecondsOf, ok, recordDrand, recordOf, waitingWitnesses } from '@mingchou/domain';
import { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { enqueue, job } from '../../outbox/index.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { loadDraw, loadDrawForUpdate, unlessStale } from './store.ts';

interface Pasted {
  readonly drawId: DrawId;
  readonly version: number;
  readonly round: number;
  readonly signature: string;
}

export async function runRecordDrand(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Pasted,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = recordDrand(found.value.draw, input, actor, tx.now);
  if (!decision.ok) return decision;

  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  await publishSnapshot(ports, tx, draw);
  return ok(replyOf(draw, version));
}

const fetchKind = 'fetch-drand-round';

/** Asks for the announced round once nothing else is missing; where the server has no network it is pasted by hand. */
export async function enqueueDrand(ports: DrawPorts, tx: Tx, draw: Draw): Promise<void> {
  const record = recordOf(draw);
  const drand = drandOf(record);
  if (ports.fetchDrandRound === undefined || drand === undefined) return;
  if (record.status !== 'collecting' || waitingWitnesses(record).length > 0) return;
  const seconds = Math.ceil((millisecondsOf(drandEmission(drand)) - millisecondsOf(tx.now)) / 1000);
  await enqueue(tx, { kind: fetchKind, drawId: record.id, startAfterSeconds: Math.max(0, seconds) + 1 });
}

/**
 * Takes the round that the chain has published, if it still lacks. A round that is not there yet, or a signature that
 * does not verify, throws, so that the queue tries again; a draw that has moved on is left as it is.
 */
export function drandJob(ports: DrawPorts) {
  const payload = z.object({ drawId: z.uuid().transform((text) => text as DrawId) });
  return job(fetchKind, payload, async (tx, { drawId }) => {
    const before = await loadDraw(tx, drawId);
    const drand = before === undefined ? undefined : drandOf(recordOf(before.draw));
    if (ports.fetchDrandRound === undefined || drand === undefined) return;
    const published = await ports.fetchDrandRound(drand.chain, drand.round);
    const stored = await loadDrawForUpdate(tx, drawId);
    if (stored === undefined) return;
    const decision = recordDrand(stored.draw, published, null, tx.now);
    if (!decision.ok) {
      const settled = ['draw-in-other-state', 'drand-already-recorded', 'reveals-missing'];
      if (settled.includes(decision.refusal.code)) return;
      throw new Error(`drand round ${drand.round} not taken: ${decision.refusal.code}`);
    }
    const { draw } = await settle(tx, { system: 'drand' }, stored, decision.value);
    await publishSnapshot(ports, tx, draw);
  });
}
