import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { DrawCompleted } from './event.ts';
import { actOf } from './act.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import { numbersOf } from './lottery.ts';
import { drandEmission, untypedLine } from './order.ts';
import type { CollectingDraw, CommittedDraw, Draw, DrawResult } from './state.ts';
import { drandOf, recordOf, witnessesOf } from './state.ts';

/** Names of the witnesses who have not revealed. */
export function waitingWitnesses(draw: CommittedDraw | CollectingDraw): string[] {
  const revealed = new Set(('reveals' in draw ? draw.reveals : []).map((reveal) => reveal.witness));
  return witnessesOf(draw).flatMap(({ id, name }) => (revealed.has(id) ? [] : [name]));
}

/** Whether every random number is in: from here on the result is fixed, whoever presses what. */
export function isComplete(draw: CollectingDraw): boolean {
  return missing(draw) === undefined;
}

function missing(draw: CommittedDraw | CollectingDraw): DrawRefusal | undefined {
  const untyped = untypedLine(draw);
  if (untyped !== undefined) return untyped;
  const waiting = waitingWitnesses(draw);
  if (waiting.length > 0) return { code: 'reveals-missing', waiting };
  const drand = drandOf(draw);
  if (drand === undefined || ('drand' in draw && draw.drand !== undefined)) return undefined;
  return { code: 'drand-missing', round: drand.round, at: drandEmission(drand) };
}

/** Who drew and when, if the draw has been drawn; told to everyone who presses 开签 afterwards. */
export function alreadyDrawn(draw: Draw): DrawRefusal | undefined {
  const record = recordOf(draw);
  if (record.status !== 'drawn' && record.status !== 'dispatched') return undefined;
  return { code: 'already-drawn', drawNo: record.drawNo, by: record.drawn.name, at: record.drawn.at };
}

/** Whether 开签 may happen: once, with every random number in. */
export function readyToDraw(draw: Draw, actor: Actor): Result<CollectingDraw, DrawRefusal> {
  const drawn = alreadyDrawn(draw);
  if (drawn !== undefined) return refuse(drawn);
  if (draw.status !== 'committed' && draw.status !== 'collecting') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const notOperator = refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  const lacking = missing(draw);
  if (lacking !== undefined) return refuse(lacking);
  return draw.status === 'collecting' ? ok(draw) : refuse({ code: 'draw-in-other-state', status: draw.status });
}

/** The value each source gave, in the order of the commitment (mc-draw/1 §5). */
export function valuesOf(draw: CollectingDraw): string[] {
  return draw.sources.map((source) => {
    switch (source.kind) {
      case 'dice':
        return draw.dice?.digits ?? '';
      case 'lottery':
        return numbersOf(draw, source.id)?.numbers ?? '';
      case 'witness':
        return draw.reveals.find((reveal) => reveal.witness === source.id)?.value ?? '';
      case 'drand':
        return draw.drand?.signature ?? '';
    }
  });
}

/** 开签 */
export function completeDraw(draw: CollectingDraw, result: DrawResult, actor: Actor, now: Instant): DrawCompleted {
  return { type: 'draw-completed', drawId: draw.id, result, act: actOf(actor, now) };
}
