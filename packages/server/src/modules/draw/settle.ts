import type { Actor, DrawEvent, DrawPrepared, LiveDraw } from '@mingchou/domain';
import { type Draw, evolveDraw, isSealed, recordOf, withheldEvent } from '@mingchou/domain';
import type { AuditActor } from '../../audit/index.ts';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import type { StoredDraw } from './store.ts';
import { saveDraw } from './store.ts';

/** What every command about a draw answers. */
export interface DrawReply {
  readonly drawId: LiveDraw['id'];
  readonly version: number;
  readonly status: Draw['status'];
}

export function replyOf(draw: Draw, version: number): DrawReply {
  return { drawId: recordOf(draw).id, version, status: draw.status };
}

/** The end of every command: next state over the locked version, then the audit entry. */
export async function settle(
  tx: Tx,
  actor: AuditActor,
  stored: StoredDraw,
  event: Exclude<DrawEvent, DrawPrepared>,
): Promise<{ readonly draw: Draw; readonly version: number }> {
  if (stored.draw.status === 'voided') throw new Error(`${event.type} on a void draw`);
  const draw = evolveDraw(stored.draw, event);
  const version = await saveDraw(tx, draw, stored.version, nameOf(actor));
  // The log of the house is read by more people than may know a sealed result.
  const noted = isSealed(draw) ? withheldEvent(event) : event;
  await appendAudit(tx, actor, { noun: 'draw', aggregateId: event.drawId, version, event: noted });
  return { draw, version };
}

function nameOf(actor: AuditActor | Actor): string {
  return 'system' in actor ? actor.system : actor.name;
}
