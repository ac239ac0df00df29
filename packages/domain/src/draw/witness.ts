import { witnessCommitment } from '@mingchou/verifier';
import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { WitnessLinkIssued, WitnessRevealed, WitnessSealed } from './event.ts';
import { outsideTheWindow, untypedLine } from './order.ts';
import { actOf } from './act.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import type { WitnessSource } from './setup.ts';
import type { CollectingDraw, CommittedDraw, Draw, LiveDraw } from './state.ts';
import { witnessesOf } from './state.ts';

/** A new link for a witness makes the earlier one worthless; what was sealed on the witness's device stays valid. */
export function issueWitnessLink(
  draw: Draw,
  witness: string,
  actor: Actor,
  now: Instant,
): Result<WitnessLinkIssued, DrawRefusal> {
  if (draw.status === 'voided' || draw.status === 'drawn' || draw.status === 'dispatched') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const notOperator = refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  if (witnessOf(draw, witness) === undefined) return refuse({ code: 'witness-not-found' });
  return ok({ type: 'witness-link-issued', drawId: draw.id, witness, act: actOf(actor, now) });
}

/** 封存 — the witness's device sends the hash of a value that never left it. Once, and before the commitment. */
export function sealWitness(
  draw: Draw,
  witness: string,
  commitment: string,
  now: Instant,
): Result<WitnessSealed, DrawRefusal> {
  if (draw.status !== 'preparing' && draw.status !== 'frozen') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const source = witnessOf(draw, witness);
  if (source === undefined) return refuse({ code: 'witness-not-found' });
  if (source.sealed !== null) return refuse({ code: 'witness-already-sealed', at: source.sealed.at });
  // mc-draw/1 §5: commitments are distinct; an equal one was copied from another witness.
  if (witnessesOf(draw).some((other) => other.sealed?.commitment === commitment)) {
    return refuse({ code: 'witness-commitment-taken' });
  }
  return ok({ type: 'witness-sealed', drawId: draw.id, witness, commitment, at: now });
}

/** 揭示 — after dice and lottery are confirmed, so that no value is known while those could still be chosen, and before drand. */
export function revealWitness(
  draw: Draw,
  witness: string,
  value: string,
  now: Instant,
): Result<WitnessRevealed, DrawRefusal> {
  if (draw.status !== 'committed' && draw.status !== 'collecting') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const untimely = unconfirmed(draw) ?? outsideTheWindow(draw, now);
  if (untimely !== undefined) return refuse(untimely);
  const source = witnessOf(draw, witness);
  if (source === undefined) return refuse({ code: 'witness-not-found' });
  if (source.sealed === null) return refuse({ code: 'witness-not-sealed' });
  const earlier = ('reveals' in draw ? draw.reveals : []).find((reveal) => reveal.witness === witness);
  if (earlier !== undefined) return refuse({ code: 'witness-already-revealed', at: earlier.at });

  const { suite, bureauCode } = draw.setup;
  if (witnessCommitment(suite, bureauCode, draw.drawNo, witness, value) !== source.sealed.commitment) {
    return refuse({ code: 'value-differs' });
  }
  return ok({ type: 'witness-revealed', drawId: draw.id, witness, value, at: now });
}

/** To a witness what lacks is the confirmation, whether the digits were typed or not. */
function unconfirmed(draw: CommittedDraw | CollectingDraw): DrawRefusal | undefined {
  const untyped = untypedLine(draw);
  return untyped?.code === 'dice-not-recorded' ? { code: 'dice-not-confirmed' } : untyped;
}

function witnessOf(draw: LiveDraw, id: string): WitnessSource | undefined {
  return witnessesOf(draw).find((source) => source.id === id);
}
