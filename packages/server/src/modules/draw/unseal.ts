import type { drawRoutes } from '@mingchou/contract';
import type { Actor, Draw, DrawRefusal, Result } from '@mingchou/domain';
import { ok, recordOf, unsealDraw } from '@mingchou/domain';
import type { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { appendPublicLog } from '../../public-log/index.ts';
import { amendmentEntries } from './amendment-entries.ts';
import { reachStep } from './failpoint.ts';
import { openDrawFiles, readDrawFileNamed } from './files.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { loadDrawForUpdate, unlessStale } from './store.ts';

type Input = z.output<typeof drawRoutes.unsealDraw.input>;

/** 开封, in one transaction: files and bundle, the amendments' log entries, the portal's page and the visits' progress. */
export async function runUnsealDraw(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const visits = await ports.fieldworkOf(tx, input.drawId);
  const decision = unsealDraw(found.value.draw, visits, input.reason ?? null, actor, tx.now);
  if (!decision.ok) return decision;
  reachStep('unseal-draw:decided');

  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  await openDrawFiles(tx, input.drawId);
  reachStep('unseal-draw:files-opened');
  await logAmendments(tx, draw);
  await publishSnapshot(ports, tx, draw);
  await ports.publishProgressOf(tx, input.drawId);
  reachStep('unseal-draw:published');
  return ok(replyOf(draw, version));
}

/**
 * An amendment names a visit and people in a line whose hash anyone with the registry could try out, so those of a
 * sealed draw reach the log only now.
 */
async function logAmendments(tx: Tx, draw: Draw): Promise<void> {
  const record = recordOf(draw);
  const file = await readDrawFileNamed(tx, record.id, 'amendments.jsonl');
  if (file === undefined || !('commitment' in record)) return;
  await appendPublicLog(tx, amendmentEntries(tx, record.commitment.c, record.setup.suite, file));
}
