import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { DrawVoided, VoidDeclined, VoidRequested } from './event.ts';
import { actOf } from './act.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import type { Draw, LiveDraw, VoidReason, VoidRequest } from './state.ts';

/** A visit of the draw that someone has begun. */
export interface BegunVisit {
  readonly subject: string;
  readonly at: Instant;
}

/** 申请作废 — with a reason that the public will read; after the dispatch only as long as nobody has begun a visit. */
export function requestVoid(
  draw: Draw,
  reason: VoidReason,
  text: string,
  actor: Actor,
  now: Instant,
  begun: readonly BegunVisit[] = [],
): Result<VoidRequested, DrawRefusal> {
  const live = liveDraw(draw, begun);
  if (!live.ok) return live;
  const notOperator = refuseOthers(live.value, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  const { voidRequest } = live.value;
  if (voidRequest !== null) {
    return refuse({ code: 'void-already-requested', by: voidRequest.applicant.name, at: voidRequest.applicant.at });
  }
  return ok({ type: 'draw-void-requested', drawId: live.value.id, reason, text, act: actOf(actor, now) });
}

/** 作废 — by the leader, never by the applicant; the draw and everything it published stay visible. */
export function voidDraw(
  draw: Draw,
  actor: Actor,
  now: Instant,
  begun: readonly BegunVisit[] = [],
): Result<DrawVoided, DrawRefusal> {
  const asked = askedOf(draw, actor, begun);
  if (!asked.ok) return asked;
  return ok({ type: 'draw-voided', drawId: asked.value.draw.id, act: actOf(actor, now) });
}

/** 不予作废 */
export function declineVoid(draw: Draw, text: string, actor: Actor, now: Instant): Result<VoidDeclined, DrawRefusal> {
  const asked = askedOf(draw, actor);
  if (!asked.ok) return asked;
  return ok({ type: 'draw-void-declined', drawId: asked.value.draw.id, text, act: actOf(actor, now) });
}

function askedOf(
  draw: Draw,
  actor: Actor,
  begun: readonly BegunVisit[] = [],
): Result<{ readonly draw: LiveDraw; readonly request: VoidRequest }, DrawRefusal> {
  const live = liveDraw(draw, begun);
  if (!live.ok) return live;
  const { voidRequest } = live.value;
  if (voidRequest === null) return refuse({ code: 'void-not-requested' });
  if (voidRequest.applicant.personId === actor.personId) {
    return refuse({ code: 'approver-is-applicant', name: actor.name });
  }
  return ok({ draw: live.value, request: voidRequest });
}

function liveDraw(draw: Draw, begun: readonly BegunVisit[]): Result<LiveDraw, DrawRefusal> {
  if (draw.status === 'voided') {
    return refuse({ code: 'already-voided', reason: draw.voided.reason, at: draw.voided.approver.at });
  }
  const [first] = begun;
  if (first !== undefined) return refuse({ code: 'visits-begun', ...first, count: begun.length });
  return ok(draw);
}
