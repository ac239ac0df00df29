import type { Actor, Draw, DrawEvent, DrawId, DrawPrepared, DrawRefusal, Instant, Result } from '@mingchou/domain';
import { confirmDice, diceBeingTyped, ok, recordDice, refuse } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { publishCeremony } from './ceremony.ts';
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

/**
 * Digit by digit onto the screen in the room. Alone among the commands it leaves no entry in the audit log and no new
 * version: nothing is decided by it, and `record-dice`, which decides, takes nothing from it.
 */
export async function runTypeDice(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  { drawId, digits }: Omit<Typed, 'version'>,
): Promise<Result<Record<string, never>, DrawRefusal>> {
  // Locked, so that a digit that comes late never covers what was recorded meanwhile.
  const found = await loadDrawForUpdate(tx, drawId);
  if (found === undefined) return refuse({ code: 'draw-not-found' });
  const typing = diceBeingTyped(found.draw, digits, actor, tx.now);
  if (!typing.ok) return typing;
  if (typing.value !== undefined) await publishCeremony(ports, tx, found.draw, typing.value);
  return ok({});
}
