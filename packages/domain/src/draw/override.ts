import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { actOf } from './act.ts';
import type { OverrideApproved, OverrideDeclined, OverrideRequested } from './event.ts';
import type { ExclusionOverride, ExclusionReason, OverrideKind, SubjectAtFreeze } from './exclusion.ts';
import { approvedFor, isFloor, standingReasons } from './exclusion.ts';
import { meetsFilter } from './filter.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import type { Draw, PreparingDraw } from './state.ts';

export interface RequestOverride {
  readonly kind: OverrideKind;
  /** The object as the registries know it now; undefined when they do not. */
  readonly subject: SubjectAtFreeze | undefined;
  readonly text: string;
  readonly ground: string | null;
}

/** 申请恢复列入 or 申请排除, before the freeze; the law's own exclusions cannot be set aside. */
export function requestOverride(
  draw: Draw,
  { kind, subject, text, ground }: RequestOverride,
  actor: Actor,
  now: Instant,
): Result<OverrideRequested, DrawRefusal> {
  if (draw.status !== 'preparing') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const notOperator = refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  if (subject === undefined || !meetsFilter(draw.setup.filter, subject)) return refuse({ code: 'subject-not-in-pool' });
  const { subjectId, code, name } = subject;
  const approved = approvedFor(subjectId, overridesOf(draw));
  const was = standingReasons(subject, draw.setup.exclusion, approved).map(({ reason }) => reason);
  const unfit = kind === 'put-back' ? refusePutBack(name, was, approved, ground) : refuseLeaveOut(name, was);
  if (unfit !== undefined) return refuse(unfit);
  const same = overridesOf(draw).find(
    (one) =>
      one.subjectId === subjectId &&
      one.kind === kind &&
      (one.decision === null || (kind === 'leave-out' && one.decision.kind === 'approved')),
  );
  if (same !== undefined) return refuse({ code: 'override-already-requested', name, by: same.applicant.name });
  const override = { no: overridesOf(draw).length + 1, kind, subjectId, code, name, was, text, ground };
  return ok({ type: 'exclusion-override-requested', drawId: draw.id, override, act: actOf(actor, now) });
}

function refusePutBack(
  name: string,
  was: readonly ExclusionReason[],
  approved: readonly ExclusionOverride[],
  ground: string | null,
): DrawRefusal | undefined {
  if (was.length === 0) {
    const leftOut = approved.some(({ kind }) => kind === 'leave-out');
    return { code: leftOut ? 'subject-left-out' : 'subject-not-excluded', name };
  }
  const floor = was.find(isFloor);
  if (floor !== undefined) return { code: 'exclusion-is-law', name, reason: floor };
  return was.includes('frequency-cap') && ground === null ? { code: 'ground-missing', name } : undefined;
}

function refuseLeaveOut(name: string, [reason]: readonly ExclusionReason[]): DrawRefusal | undefined {
  return reason === undefined ? undefined : { code: 'subject-already-excluded', name, reason };
}

/** 批准 — by another person than the applicant; from the freeze on nothing of it changes. */
export function approveOverride(
  draw: Draw,
  no: number,
  actor: Actor,
  now: Instant,
): Result<OverrideApproved, DrawRefusal> {
  const asked = askedOf(draw, no, actor);
  if (!asked.ok) return asked;
  const { code, name } = asked.value.override;
  return ok({
    type: 'exclusion-override-approved',
    drawId: asked.value.draw.id,
    no,
    code,
    name,
    act: actOf(actor, now),
  });
}

/** 不予批准 */
export function declineOverride(
  draw: Draw,
  no: number,
  text: string,
  actor: Actor,
  now: Instant,
): Result<OverrideDeclined, DrawRefusal> {
  const asked = askedOf(draw, no, actor);
  if (!asked.ok) return asked;
  const { code, name } = asked.value.override;
  const drawId = asked.value.draw.id;
  return ok({ type: 'exclusion-override-declined', drawId, no, code, name, text, act: actOf(actor, now) });
}

function askedOf(
  draw: Draw,
  no: number,
  actor: Actor,
): Result<{ readonly draw: PreparingDraw; readonly override: ExclusionOverride }, DrawRefusal> {
  if (draw.status !== 'preparing') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const override = overridesOf(draw).find((one) => one.no === no);
  if (override === undefined) return refuse({ code: 'override-not-found' });
  const { decision, applicant } = override;
  if (decision !== null)
    return refuse({ code: 'override-already-decided', by: decision.act.name, at: decision.act.at });
  if (applicant.personId === actor.personId) return refuse({ code: 'approver-is-applicant', name: actor.name });
  return ok({ draw, override });
}

/** All overrides of a draw in the order in which they were asked for. */
export function overridesOf(draw: { readonly overrides?: readonly ExclusionOverride[] }): readonly ExclusionOverride[] {
  return draw.overrides ?? [];
}

/** Those that wait for a decision: until there is one, the roster cannot be frozen. */
export function refuseUndecided(draw: { readonly overrides?: readonly ExclusionOverride[] }): DrawRefusal | undefined {
  const waiting = overridesOf(draw).filter(({ decision }) => decision === null);
  if (waiting.length === 0) return undefined;
  return { code: 'overrides-undecided', names: waiting.map(({ name }) => name) };
}
