import type { Actor } from '../account/actor.ts';
import type { PersonId, PolicyProposalId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import { adoptPolicy, type PolicyAdopted, type PolicyRefusal } from './adopt.ts';
import { sameData } from './difference.ts';
import type { PolicyProfile } from './profile.ts';

/** 整份规则 — a whole profile, proposed by one person, adopted only after another has approved it. */
export interface ProfileProposal {
  readonly id: PolicyProposalId;
  readonly profile: PolicyProfile;
  /** The latest version that the proposer saw; another one since then asks for another look. */
  readonly basis: number;
  readonly reason: string;
  readonly proposed: { readonly personId: PersonId; readonly name: string; readonly at: Instant };
  readonly status: 'waiting' | 'approved' | 'declined';
  readonly decided: { readonly name: string; readonly at: Instant; readonly reason: string | null } | null;
  readonly version: number;
}

export interface ProfileProposed {
  readonly type: 'policy-profile-proposed';
  readonly proposal: ProfileProposal;
}

export interface ProfileDecided {
  readonly type: 'policy-profile-approved' | 'policy-profile-declined';
  readonly proposalId: PolicyProposalId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Instant;
  readonly reason: string | null;
}

/** The latest version of the bureau's rules, with who adopted it. */
export interface LatestPolicy {
  readonly profile: PolicyProfile;
  readonly version: number;
  readonly adoptedBy: string;
  readonly adoptedAt: Instant;
}

/** The first version is adopted by whoever sets the bureau up: before it there are no rules that would ask for a second. */
export function adoptFirst(latest: LatestPolicy | null, profile: PolicyProfile): Result<PolicyAdopted, PolicyRefusal> {
  return latest === null ? adoptPolicy(null, profile) : refuse({ code: 'policy-needs-second-person' });
}

/** 提出整份规则 */
export function proposeProfile(
  latest: LatestPolicy | null,
  given: Pick<ProfileProposal, 'id' | 'profile' | 'basis' | 'reason'>,
  actor: Actor,
  at: Instant,
): Result<ProfileProposed, PolicyRefusal> {
  const checked = adoptable(latest, given);
  if (!checked.ok) return checked;
  const proposed = { personId: actor.personId, name: actor.name, at };
  const proposal: ProfileProposal = { ...given, proposed, status: 'waiting', decided: null, version: 1 };
  return ok({ type: 'policy-profile-proposed', proposal });
}

/** 批准整份规则: by somebody else, and held again against the rules as they now stand. */
export function approveProfile(
  latest: LatestPolicy | null,
  proposal: ProfileProposal,
  actor: Actor,
  at: Instant,
): Result<{ readonly event: ProfileDecided; readonly adopted: PolicyAdopted }, PolicyRefusal> {
  if (proposal.status !== 'waiting') return refuse({ code: 'policy-change-decided' });
  if (proposal.proposed.personId === actor.personId) return refuse({ code: 'policy-change-own', name: actor.name });
  const checked = adoptable(latest, proposal);
  if (!checked.ok) return checked;
  const event = { type: 'policy-profile-approved', ...about(proposal, actor, at), reason: null } as const;
  return ok({ event, adopted: checked.value });
}

/** 不批准整份规则, with a reason; the proposer may take his own back this way. */
export function declineProfile(
  proposal: ProfileProposal,
  actor: Actor,
  at: Instant,
  reason: string,
): Result<ProfileDecided, PolicyRefusal> {
  if (proposal.status !== 'waiting') return refuse({ code: 'policy-change-decided' });
  return ok({ type: 'policy-profile-declined', ...about(proposal, actor, at), reason: reason.trim() });
}

export function evolveProposal(proposal: ProfileProposal, event: ProfileDecided): ProfileProposal {
  const { name, at, reason } = event;
  const status = event.type === 'policy-profile-approved' ? 'approved' : 'declined';
  return { ...proposal, status, decided: { name, at, reason }, version: proposal.version + 1 };
}

function adoptable(
  latest: LatestPolicy | null,
  { profile, basis }: Pick<ProfileProposal, 'profile' | 'basis'>,
): Result<PolicyAdopted, PolicyRefusal> {
  if (latest === null) return refuse({ code: 'policy-not-adopted' });
  if (latest.version !== basis) {
    return refuse({ code: 'policy-stale', changedBy: latest.adoptedBy, changedAt: latest.adoptedAt });
  }
  if (sameData(latest.profile, profile)) return refuse({ code: 'policy-same-profile' });
  return adoptPolicy(latest, profile);
}

function about({ id }: ProfileProposal, { personId, name }: Actor, at: Instant) {
  return { proposalId: id, by: personId, name, at };
}
