import type { CalendarDate } from '../time.ts';
import type { Clause, Rule } from './clause.ts';
import type { PolicyKey, PolicyValues } from './values.ts';

export type PolicyRules = { readonly [K in PolicyKey]?: Rule<PolicyValues[K]> };

/** 本局规则 — what the documents of one bureau decide, key by key. A key that stands nowhere falls to the national default. */
export interface PolicyProfile {
  /** The bureau as its document names it. */
  readonly bureau: string;
  readonly effectiveOn: CalendarDate;
  /** What the province sets; it binds the bureau where the key is one that may only become stricter. */
  readonly province: PolicyRules;
  readonly own: PolicyRules;
}

/** What one task does otherwise than the bureau's rule, why, and where that stands. */
export interface TaskOverride<K extends PolicyKey> {
  readonly value: PolicyValues[K];
  readonly reason: string;
  readonly clause: Clause;
}

export type TaskRules = { readonly [K in PolicyKey]?: TaskOverride<K> };

/** The rules as they count for one task: the bureau's, and what was approved for this task alone. */
export interface TaskProfile extends PolicyProfile {
  readonly task: TaskRules;
}

/** The profile of a bureau that has adopted none: every key falls to the national default. */
export function nationalProfile(effectiveOn: CalendarDate): PolicyProfile {
  return { bureau: '', effectiveOn, province: {}, own: {} };
}
