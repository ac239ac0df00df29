import type { Actor, DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { freezeRoster, ok, recordOf, refuse, refuseShared } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { pendingEntries } from './drawn-before.ts';
import { reachStep } from './failpoint.ts';
import { takeSnapshot } from './pool.ts';
import type { DrawPorts } from './ports.ts';
import { saveRoster } from './roster-store.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { loadDrawForUpdate, lockPools, unlessStale } from './store.ts';

export async function runFreezeRoster(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: { readonly drawId: DrawId; readonly version: number },
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  await lockPools(tx);
  const record = recordOf(found.value.draw);
  const roster = await takeSnapshot(ports, tx, record);
  const decision = freezeRoster(found.value.draw, roster, actor, tx.now, ports.trialRounds);
  if (!decision.ok) return decision;
  const shared = refuseShared(roster.pool, await pendingEntries(tx, record), record.setup.exclusion);
  if (shared !== undefined) return refuse(shared);
  reachStep('freeze-roster:decided');

  await saveRoster(tx, input.drawId, roster);
  reachStep('freeze-roster:roster-saved');
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  reachStep('freeze-roster:saved');
  return ok(replyOf(draw, version));
}
