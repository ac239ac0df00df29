import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { actOf } from './act.ts';
import type { DesignOverrideApproved, DesignOverrideDeclined, DrawRedesigned } from './event.ts';
import type { DesignFinding } from './finding.ts';
import { mustFindings } from './finding.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import type { DesignOverride, DrawSetup } from './setup.ts';
import type { Draw } from './state.ts';

/** The override that a reason asks for; no reason, no override. */
export function requestedOverride(reason: string | null, actor: Actor, now: Instant): DesignOverride | null {
  return reason === null ? null : { reason, requested: actOf(actor, now), approved: null };
}

/** 改设计 — a draw that is still being prepared takes another setup; what was approved of the old one falls. */
export function redesignDraw(
  draw: Draw,
  setup: DrawSetup,
  findings: readonly DesignFinding[],
  actor: Actor,
  now: Instant,
): Result<DrawRedesigned, DrawRefusal> {
  if (draw.status !== 'preparing') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const notOperator = refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  const wrong = mustFindings(findings);
  if (wrong.length > 0) return refuse({ code: 'design-refused', findings: wrong });
  return ok({ type: 'draw-redesigned', drawId: draw.id, setup, act: actOf(actor, now) });
}

/** 批准例外 — by a deputy director, never by whoever asked (approver ≠ applicant). */
export function approveDesignOverride(
  draw: Draw,
  actor: Actor,
  now: Instant,
): Result<DesignOverrideApproved, DrawRefusal> {
  const asked = openOverride(draw);
  if (!asked.ok) return asked;
  const { name, personId } = asked.value.requested;
  if (personId === actor.personId) return refuse({ code: 'approver-is-applicant', name });
  return ok({ type: 'draw-override-approved', drawId: idOf(draw), act: actOf(actor, now) });
}

/** 不予批准 — the design falls back to what needs no override, or is changed. */
export function declineDesignOverride(
  draw: Draw,
  text: string,
  actor: Actor,
  now: Instant,
): Result<DesignOverrideDeclined, DrawRefusal> {
  const asked = openOverride(draw);
  if (!asked.ok) return asked;
  return ok({ type: 'draw-override-declined', drawId: idOf(draw), text, act: actOf(actor, now) });
}

function openOverride(draw: Draw): Result<DesignOverride, DrawRefusal> {
  if (draw.status !== 'preparing') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const { override } = draw.setup;
  if (override === null || override.approved !== null) return refuse({ code: 'override-not-requested' });
  return ok(override);
}

function idOf(draw: Draw): DrawRedesigned['drawId'] {
  return draw.status === 'voided' ? draw.was.id : draw.id;
}
