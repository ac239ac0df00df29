import type { Actor, Draw, DrawEvent, DrawId, DrawPrepared, DrawRefusal, Instant, Result } from '@mingchou/domain';
import { confirmDice, ok, recordDice } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { reachStep } from './failpoint.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { loadDrawForUpdate, unlessStale } from './store.ts';

interface Typed {
  readonly drawId: DrawId;
  readonly version: number;
  readonly digits: string;
}

type Decide = (
  draw: Draw,
  typed: string,
  actor: Actor,
  now: Instant,
) => Result<Exclude<DrawEvent, DrawPrepared>, DrawRefusal>;

async function onDice(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: Typed,
  command: 'record-dice' | 'confirm-dice',
  decide: Decide,
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const decision = decide(found.value.draw, input.digits, actor, tx.now);
  if (!decision.ok) return decision;
  reachStep(`${command}:decided`);

  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  reachStep(`${command}:saved`);
  await publishSnapshot(ports, tx, draw);
  reachStep(`${command}:published`);
  return ok(replyOf(draw, version));
}

export function runRecordDice(ports: DrawPorts, tx: Tx, actor: Actor, input: Typed) {
  return onDice(ports, tx, actor, input, 'record-dice', recordDice);
}

export function runConfirmDice(ports: DrawPorts, tx: Tx, actor: Actor, input: Typed) {
  return onDice(ports, tx, actor, input, 'confirm-dice', confirmDice);
}
