import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Overruled } from './resolve.ts';
import { policyKeys, resolvePolicy } from './resolve.ts';
import type { Instant } from '../time.ts';
import type { PolicyProfile } from './profile.ts';
import type { PolicyKey } from './values.ts';

export interface PolicyAdopted {
  readonly type: 'policy-adopted';
  readonly profile: PolicyProfile;
  readonly version: number;
}

export type PolicyRefusal =
  | { readonly code: 'policy-below-floor'; readonly key: PolicyKey; readonly why: Overruled<PolicyKey>['why'] }
  | { readonly code: 'policy-without-sectors' }
  | { readonly code: 'policy-older'; readonly effectiveOn: string; readonly current: string }
  | { readonly code: 'policy-not-adopted' }
  | { readonly code: 'policy-needs-second-person' }
  | { readonly code: 'policy-same-profile' }
  | { readonly code: 'policy-change-not-found' }
  | { readonly code: 'policy-change-in-past'; readonly effectiveOn: string; readonly today: string }
  | { readonly code: 'policy-change-says-nothing'; readonly key: PolicyKey }
  | { readonly code: 'policy-change-decided' }
  | { readonly code: 'policy-change-own'; readonly name: string }
  | { readonly code: 'task-rule-not-for-tasks'; readonly key: PolicyKey }
  | { readonly code: 'task-rule-too-late' }
  | { readonly code: 'task-rule-below-floor'; readonly key: PolicyKey; readonly why: Overruled<PolicyKey>['why'] }
  | { readonly code: 'task-rule-says-nothing'; readonly key: PolicyKey }
  | { readonly code: 'task-rule-waiting'; readonly key: PolicyKey; readonly name: string }
  | { readonly code: 'task-rule-not-found' }
  | { readonly code: 'policy-stale'; readonly changedBy: string; readonly changedAt: Instant };

/** 采用本局规则 — a new version of the profile. Nothing below the law or the province's rule is adopted, silently or otherwise. */
export function adoptPolicy(
  current: { readonly profile: PolicyProfile; readonly version: number } | null,
  profile: PolicyProfile,
): Result<PolicyAdopted, PolicyRefusal> {
  const checked = checkProfile(profile);
  if (!checked.ok) return checked;
  if (current !== null && profile.effectiveOn < current.profile.effectiveOn) {
    return refuse({
      code: 'policy-older',
      effectiveOn: profile.effectiveOn,
      current: current.profile.effectiveOn,
    });
  }
  return ok({ type: 'policy-adopted', profile, version: (current?.version ?? 0) + 1 });
}

/** Whether a profile may stand at all: nothing in it below the law or the province's rule, and it has sectors. */
export function checkProfile(profile: PolicyProfile): Result<null, PolicyRefusal> {
  for (const key of policyKeys) {
    const [broken] = resolvePolicy(profile, key).overruled;
    if (broken !== undefined) return refuse({ code: 'policy-below-floor', key, why: broken.why });
  }
  if (resolvePolicy(profile, 'sectors').value.length === 0) return refuse({ code: 'policy-without-sectors' });
  return ok(null);
}
