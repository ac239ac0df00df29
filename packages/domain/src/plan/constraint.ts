import type { DayCount } from '../calendar/index.ts';
import type {
  Clause,
  DrawSelection,
  Fraction,
  FrequencyScope,
  KeyScope,
  Operator,
  PolicyProfile,
} from '../policy/index.ts';
import { resolvePolicy } from '../policy/index.ts';

/** What the plan's own words promise, as facts that the plan table can be held against. */
export type ConstraintRule =
  | { readonly kind: 'declared-base'; readonly total: number; readonly sectors: readonly DeclaredCount[] }
  | { readonly kind: 'min-inspectors'; readonly count: number }
  | { readonly kind: 'key-coverage'; readonly of: KeyScope }
  | {
      readonly kind: 'frequency';
      readonly applies: FrequencyScope;
      readonly operator: Operator;
      readonly times: number;
    }
  | { readonly kind: 'no-repeat'; readonly exceptKeySectors: boolean }
  | { readonly kind: 'selection-kinds'; readonly kinds: readonly DrawSelection[] }
  | { readonly kind: 'disclosure-deadline'; readonly length: DayCount }
  | { readonly kind: 'target-count'; readonly label: string; readonly count: number }
  | { readonly kind: 'joint-share'; readonly share: Fraction }
  | { readonly kind: 'draws-per-year'; readonly operator: Operator; readonly times: number }
  | { readonly kind: 'key-share'; readonly share: Fraction }
  | { readonly kind: 'own-tasks-until'; readonly month: number; readonly day: number };

export interface DeclaredCount {
  readonly sector: string;
  readonly count: number;
}

export interface PlanConstraint {
  /** Unique within the plan, so that a finding can name it and a mend change it. */
  readonly key: string;
  readonly clause: Clause;
  readonly rule: ConstraintRule;
}

export type ConstraintOf<K extends ConstraintRule['kind']> = PlanConstraint & {
  readonly rule: Extract<ConstraintRule, { kind: K }>;
};

/** The constraint of one kind, if the plan has it. */
export function constraintOf<K extends ConstraintRule['kind']>(
  constraints: readonly PlanConstraint[],
  kind: K,
): ConstraintOf<K> | undefined {
  return constraints.find((constraint): constraint is ConstraintOf<K> => constraint.rule.kind === kind);
}

/** The constraints with which a new plan begins: what the bureau's rules say about plans, with the clauses that say it. */
export function constraintsOf(policy: PolicyProfile): readonly PlanConstraint[] {
  const { own } = policy;
  const found: { readonly clause: Clause; readonly rule: ConstraintRule }[] = [];
  const team = own['team.minInspectors'];
  if (team !== undefined) found.push({ clause: team.clause, rule: { kind: 'min-inspectors', count: team.value } });
  found.push(...frequencyConstraints(policy));
  const exclusion = own['exclusion.rule'];
  if (exclusion?.value === 'drawn-in-round' || exclusion?.value === 'drawn-in-year') {
    found.push({ clause: exclusion.clause, rule: { kind: 'no-repeat', exceptKeySectors: false } });
  }
  const selection = own['draw.type'];
  if (selection !== undefined) {
    found.push({ clause: selection.clause, rule: { kind: 'selection-kinds', kinds: selection.value } });
  }
  const disclosure = own['disclosure.normal.deadline'];
  if (disclosure !== undefined) {
    found.push({ clause: disclosure.clause, rule: { kind: 'disclosure-deadline', length: disclosure.value } });
  }
  found.push(...targetConstraints(policy));
  return found.map((constraint, index) => ({ key: `${constraint.rule.kind}-${index + 1}`, ...constraint }));
}

function frequencyConstraints(policy: PolicyProfile) {
  const frequency = policy.own['frequency.perObject'];
  const found: { readonly clause: Clause; readonly rule: ConstraintRule }[] = [];
  const coverage = policy.own['coverage.key'];
  if (coverage !== undefined && coverage.value !== 'none') {
    found.push({ clause: coverage.clause, rule: { kind: 'key-coverage', of: coverage.value } });
  }
  if (frequency === undefined) return found;
  for (const { counts, applies, operator, times } of frequency.value) {
    const rule: ConstraintRule =
      counts === 'draws-per-year'
        ? { kind: 'draws-per-year', operator, times }
        : { kind: 'frequency', applies, operator, times };
    found.push({ clause: frequency.clause, rule });
  }
  return found;
}

function targetConstraints(policy: PolicyProfile) {
  const { own } = policy;
  const found: { readonly clause: Clause; readonly rule: ConstraintRule }[] = [];
  const targets = own['target.count'];
  for (const target of targets?.value ?? []) {
    if (targets !== undefined) found.push({ clause: targets.clause, rule: { kind: 'target-count', ...target } });
  }
  const joint = own['quota.joint'];
  if (joint !== undefined && joint.value !== null) {
    found.push({ clause: joint.clause, rule: { kind: 'joint-share', share: joint.value } });
  }
  const key = own['quota.keySharePerDraw'];
  if (key !== undefined && key.value !== null) {
    found.push({ clause: key.clause, rule: { kind: 'key-share', share: key.value } });
  }
  const until = resolvePolicy(policy, 'deadline.ownTasks');
  if (until.value.kind === 'month-day') {
    const { month, day } = until.value;
    found.push({ clause: until.clause, rule: { kind: 'own-tasks-until', month, day } });
  }
  return found;
}
