import type { Clause, Rule } from './clause.ts';
import { isSystemChoice, nationalDefaults } from './defaults.ts';
import { keepsLaw, keepsWithin } from './floors.ts';
import type { PolicyProfile, TaskOverride, TaskProfile } from './profile.ts';
import type { PolicyKey, PolicyValues } from './values.ts';

/** Where a value comes from; `default` is a choice of this system where no document decides. */
export type PolicyLayer = 'default' | 'law' | 'province' | 'bureau' | 'task';

type OwnLayer = Exclude<PolicyLayer, 'default' | 'law'>;

/** A rule of a lower layer that does not count, and what it would have broken. */
export interface Overruled<K extends PolicyKey> {
  readonly layer: OwnLayer;
  readonly value: PolicyValues[K];
  readonly clause: Clause;
  readonly why: 'laxer-than-law' | 'laxer-than-province' | 'without-reason';
}

export interface Resolved<K extends PolicyKey> {
  readonly key: K;
  readonly value: PolicyValues[K];
  readonly clause: Clause;
  readonly layer: PolicyLayer;
  /** Set when a task departs from the bureau's rule. */
  readonly reason: string | null;
  readonly overruled: readonly Overruled<K>[];
}

/**
 * The rule that counts for a key: law → province → bureau → task override with reason (requirements §2).
 * The nearest layer decides, but never against a floor of the law, nor laxer than the province where the key has an order.
 */
export function resolvePolicy<K extends PolicyKey>(
  profile: PolicyProfile | TaskProfile,
  key: K,
  given?: TaskOverride<K>,
): Resolved<K> {
  const override = given ?? ('task' in profile ? profile.task[key] : undefined);
  const province = profile.province[key];
  const overruled: Overruled<K>[] = [];
  const national = nationalDefaults[key];
  const layer = isSystemChoice(national.clause) ? 'default' : 'law';
  let current: Resolved<K> = { key, ...national, layer, reason: null, overruled };

  const consider = (from: OwnLayer, rule: Rule<PolicyValues[K]>, reason: string | null) => {
    const why = refusalOf(key, rule.value, from, province, reason);
    if (why === null) current = { key, value: rule.value, clause: rule.clause, layer: from, reason, overruled };
    else overruled.push({ layer: from, value: rule.value, clause: rule.clause, why });
  };
  const own = profile.own[key];
  if (province !== undefined) consider('province', province, null);
  if (own !== undefined) consider('bureau', own, null);
  if (override !== undefined) consider('task', override, override.reason.trim());
  return current;
}

function refusalOf<K extends PolicyKey>(
  key: K,
  value: PolicyValues[K],
  layer: PolicyLayer,
  province: Rule<PolicyValues[K]> | undefined,
  reason: string | null,
): Overruled<K>['why'] | null {
  if (layer === 'task' && reason === '') return 'without-reason';
  if (!keepsLaw(key, value)) return 'laxer-than-law';
  if (province !== undefined && keepsLaw(key, province.value) && !keepsWithin(key, value, province.value)) {
    return 'laxer-than-province';
  }
  return null;
}

export const policyKeys: readonly PolicyKey[] = Object.keys(nationalDefaults).filter(
  (key): key is PolicyKey => key in nationalDefaults,
);
