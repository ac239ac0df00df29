import { randomBytes } from 'node:crypto';
import type { drawRoutes } from '@mingchou/contract';
import type { Actor, DrawRefusal, Result } from '@mingchou/domain';
import { frozenOf, isSealed, ok, publishCommitment, readyToCommit, recordOf } from '@mingchou/domain';
import { commitmentOf } from '@mingchou/verifier';
import type { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { appendPublicLog, proveEntry } from '../../public-log/index.ts';
import { reachStep } from './failpoint.ts';
import { saveDrawFiles, saveFrozenBundle } from './files.ts';
import type { DrawPorts } from './ports.ts';
import { loadRoster } from './roster-store.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { earlierDraws, loadDrawForUpdate, lockNumbering, unlessStale } from './store.ts';

type Input = z.output<typeof drawRoutes.publishCommitment.input>;
type Reply = DrawReply & { readonly commitment: string };

/** 公开承诺, in one transaction: files, log entry, state, public snapshot, audit entry. */
export async function runPublishCommitment(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<Result<Reply, DrawRefusal>> {
  const { drawId, openAt } = input;
  const found = unlessStale(await loadDrawForUpdate(tx, drawId), input.version);
  if (!found.ok) return found;
  await lockNumbering(tx);
  const { drawNo, setup } = recordOf(found.value.draw);
  const { prev, open } = await earlierDraws(tx, drawNo);
  const ready = readyToCommit(found.value.draw, { openAt, earlierOpen: open }, actor, tx.now);
  if (!ready.ok) return ready;
  reachStep('publish-commitment:decided');

  // Made here: they hide short lists, and every line of a sealed draw's pool; they are no input of the seed.
  const roster = await loadRoster(tx, drawId);
  const newSalt = () => randomBytes(16).toString('hex');
  const filesalts = { conflicts: newSalt(), inspectors: newSalt() };
  const { files, c } = commitmentOf(frozenOf(ready.value, roster, { openAt, prev, filesalts, newSalt }));
  reachStep('publish-commitment:hashed');
  const sealed = isSealed(ready.value);
  await saveDrawFiles(tx, drawId, files, sealed);
  reachStep('publish-commitment:files-saved');
  const entry = { kind: 'commitment', bureau: setup.bureauCode, drawNo, c, at: tx.now } as const;
  const logged = await appendPublicLog(tx, [entry]);
  reachStep('publish-commitment:logged');
  const proof = await proveEntry(tx, entry, logged);
  await saveDrawFiles(tx, drawId, new Map([['log.json', proof]]), sealed);
  await saveFrozenBundle(tx, drawId, files.set('log.json', proof));
  reachStep('publish-commitment:bundle-saved');

  const event = publishCommitment(ready.value, { c, logIndex: logged.index, openAt }, actor, tx.now);
  const { draw, version } = await settle(tx, actor, found.value, event);
  reachStep('publish-commitment:saved');
  await publishSnapshot(ports, tx, draw);
  reachStep('publish-commitment:published');
  return ok({ ...replyOf(draw, version), commitment: c });
}
