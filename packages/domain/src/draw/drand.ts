import { drandChainOf, isDrandSignature } from '@mingchou/verifier';
import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { DrandRecorded } from './event.ts';
import { drandEmission, untypedLine } from './order.ts';
import { actOf } from './act.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import { waitingWitnesses } from './run.ts';
import type { Draw } from './state.ts';
import { drandOf } from './state.ts';

/** One round as the chain publishes it. */
export interface PublishedRound {
  readonly round: number;
  readonly signature: string;
}

/**
 * 录入drand — last of all (mc-draw/1 §5): the announced round and no other, with a signature that verifies offline.
 * `actor` is null when the server fetched it.
 */
export function recordDrand(
  draw: Draw,
  published: PublishedRound,
  actor: Actor | null,
  now: Instant,
): Result<DrandRecorded, DrawRefusal> {
  if (draw.status !== 'committed' && draw.status !== 'collecting') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const notOperator = actor === null ? undefined : refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  const source = drandOf(draw);
  const chain = source === undefined ? undefined : drandChainOf(source.chain);
  if (source === undefined || chain === undefined) return refuse({ code: 'drand-not-announced' });
  const untyped = untypedLine(draw);
  if (untyped !== undefined) return refuse(untyped);
  const waiting = waitingWitnesses(draw);
  if (waiting.length > 0) return refuse({ code: 'reveals-missing', waiting });
  const emission = drandEmission(source);
  if (now < emission) return refuse({ code: 'drand-not-yet', round: source.round, at: emission });
  if (draw.status === 'collecting' && draw.drand !== undefined) {
    return refuse({ code: 'drand-already-recorded', at: draw.drand.at });
  }

  const signature = published.signature.trim().toLowerCase();
  const signed = isDrandSignature(chain.scheme, chain.key, source.round, signature) === true;
  if (published.round !== source.round || !signed) {
    return refuse({ code: 'drand-signature-wrong', round: source.round });
  }
  const pasted = actor === null ? null : actOf(actor, now);
  return ok({ type: 'drand-recorded', drawId: draw.id, signature, at: now, pasted });
}
