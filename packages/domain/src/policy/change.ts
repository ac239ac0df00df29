import type { Actor } from '../account/actor.ts';
import type { PersonId, PolicyChangeId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { checkProfile, type PolicyRefusal } from './adopt.ts';
import { sameData, withoutKey } from './difference.ts';
import { inForceOn, type PolicyVersion, upcomingAfter } from './in-force.ts';
import type { PolicyProfile, PolicyRules } from './profile.ts';
import type { PolicyKey } from './values.ts';

/** Which document is changed: the bureau's own, or the province's that binds it. */
export type PolicyChangeLayer = 'own' | 'province';

/** One key to be changed from a day on. */
export interface KeyChange {
  readonly layer: PolicyChangeLayer;
  readonly key: PolicyKey;
  /** The new rule under its key; none: the layer falls silent and the higher one counts again. */
  readonly rules: PolicyRules;
  readonly effectiveOn: CalendarDate;
}

/** 规则变更 — proposed by one person, in force only after another has approved it. */
export interface PolicyChange extends KeyChange {
  readonly id: PolicyChangeId;
  readonly reason: string;
  readonly proposed: { readonly personId: PersonId; readonly name: string; readonly at: Instant };
  readonly status: 'waiting' | 'approved' | 'declined';
  readonly decided: { readonly name: string; readonly at: Instant; readonly reason: string | null } | null;
  readonly version: number;
}

export interface PolicyChangeProposed {
  readonly type: 'policy-change-proposed';
  readonly change: PolicyChange;
}

export interface PolicyChangeDecided {
  readonly type: 'policy-change-approved' | 'policy-change-declined';
  readonly changeId: PolicyChangeId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Instant;
  readonly reason: string | null;
}

/** A profile with one key changed and its own effective date. */
export function withChange(profile: PolicyProfile, change: KeyChange, effectiveOn: CalendarDate): PolicyProfile {
  const rules = { ...withoutKey(profile[change.layer], change.key), ...change.rules };
  return { ...profile, effectiveOn, [change.layer]: rules };
}

/**
 * The profiles that a change leads to: the one from its day on, and again each version already adopted for a later day
 * as long as that version itself says nothing new about the key.
 */
export function profilesAfter(versions: readonly PolicyVersion[], change: KeyChange): readonly PolicyProfile[] {
  const base = inForceOn(versions, change.effectiveOn);
  if (base === undefined) return [];
  const before = base.profile[change.layer][change.key];
  const profiles = [withChange(base.profile, change, change.effectiveOn)];
  for (const { profile } of upcomingAfter(versions, change.effectiveOn)) {
    if (!sameData(profile[change.layer][change.key], before)) break;
    profiles.push(withChange(profile, change, profile.effectiveOn));
  }
  return profiles;
}

/** Whether a change can be made at all: it says something new, from today or later, above every floor and bound. */
export function checkChange(
  versions: readonly PolicyVersion[],
  change: KeyChange,
  today: CalendarDate,
): Result<readonly PolicyProfile[], PolicyRefusal> {
  const base = inForceOn(versions, change.effectiveOn);
  if (base === undefined) return refuse({ code: 'policy-not-adopted' });
  if (change.effectiveOn < today) {
    return refuse({ code: 'policy-change-in-past', effectiveOn: change.effectiveOn, today });
  }
  if (sameData(base.profile[change.layer][change.key], change.rules[change.key])) {
    return refuse({ code: 'policy-change-says-nothing', key: change.key });
  }
  const profiles = profilesAfter(versions, change);
  for (const profile of profiles) {
    const checked = checkProfile(profile);
    if (!checked.ok) return checked;
  }
  return ok(profiles);
}

/** 提出规则变更 */
export function proposeChange(
  versions: readonly PolicyVersion[],
  given: KeyChange & { readonly id: PolicyChangeId; readonly reason: string },
  actor: Actor,
  at: Instant,
  today: CalendarDate,
): Result<PolicyChangeProposed, PolicyRefusal> {
  const checked = checkChange(versions, given, today);
  if (!checked.ok) return checked;
  const proposed = { personId: actor.personId, name: actor.name, at };
  return ok({
    type: 'policy-change-proposed',
    change: { ...given, proposed, status: 'waiting', decided: null, version: 1 },
  });
}

/** 批准规则变更: by somebody else, and checked again against the rules as they now stand. */
export function approveChange(
  versions: readonly PolicyVersion[],
  change: PolicyChange,
  actor: Actor,
  at: Instant,
  today: CalendarDate,
): Result<{ readonly event: PolicyChangeDecided; readonly profiles: readonly PolicyProfile[] }, PolicyRefusal> {
  const mine = decidable(change, actor);
  if (!mine.ok) return mine;
  const checked = checkChange(versions, change, today);
  if (!checked.ok) return checked;
  const event = { type: 'policy-change-approved', changeId: change.id, ...deciderOf(actor), at, reason: null } as const;
  return ok({ event, profiles: checked.value });
}

/** 不批准规则变更, with a reason. The proposer may take his own back this way. */
export function declineChange(
  change: PolicyChange,
  actor: Actor,
  at: Instant,
  reason: string,
): Result<PolicyChangeDecided, PolicyRefusal> {
  if (change.status !== 'waiting') return refuse({ code: 'policy-change-decided' });
  return ok({ type: 'policy-change-declined', changeId: change.id, ...deciderOf(actor), at, reason: reason.trim() });
}

export function evolveChange(change: PolicyChange, event: PolicyChangeDecided): PolicyChange {
  const { name, at, reason } = event;
  const status = event.type === 'policy-change-approved' ? 'approved' : 'declined';
  return { ...change, status, decided: { name, at, reason }, version: change.version + 1 };
}

function decidable(change: PolicyChange, actor: Actor): Result<null, PolicyRefusal> {
  if (change.status !== 'waiting') return refuse({ code: 'policy-change-decided' });
  if (change.proposed.personId === actor.personId) return refuse({ code: 'policy-change-own', name: actor.name });
  return ok(null);
}

function deciderOf({ personId, name }: Actor) {
  return { by: personId, name };
}
