import type { Actor, Draw, DrawEvent, DrawId, DrawPrepared, DrawRefusal, Instant, Result } from '@mingchou/domain';
import { confirmLottery, ok, recordLottery } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { loadDrawForUpdate, unlessStale } from './store.ts';

interface Typed {
  readonly drawId: DrawId;
  readonly version: number;
  readonly lottery: string;
  readonly numbers: string;
}

type Decide = (
  draw: Draw,
  lottery: string,
  typed: string,
  actor: Actor,
  now: Instant,
) => Result<Exclude<DrawEvent, DrawPrepared>, DrawRefusal>;

async function onLottery(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Typed,
  decide: Decide,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = decide(found.value.draw, input.lottery, input.numbers, actor, tx.now);
  if (!decision.ok) return decision;

  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  await publishSnapshot(ports, tx, draw);
  return ok(replyOf(draw, version));
}

export function runRecordLottery(ports: DrawPorts, tx: Tx, actor: Actor, input: Typed) {
  return onLottery(ports, tx, actor, input, recordLottery);
}

export function runConfirmLottery(ports: DrawPorts, tx: Tx, actor: Actor, input: Typed) {
  return onLottery(ports, tx, actor, input, confirmLottery);
}
