import type { KeyScope, Sector } from '../policy/index.ts';
import type { ConstraintOf } from './constraint.ts';
import { constraintOf } from './constraint.ts';
import type { BaseCount, PlanFacts } from './facts.ts';
import { baseOf, countOf, sectorsOfPolicy, sum } from './facts.ts';
import type { PlanRow } from './plan.ts';

/** How a frequency promise stands against the plan table. */
export interface Reach {
  /** Subjects to which the promise applies. */
  readonly scope: number;
  /** Of them, those that are certain to be inspected often enough. */
  readonly satisfied: number;
  /** The most often that any one subject of the scope can be drawn. */
  readonly most: number;
  /** 家次 that the promise needs. */
  readonly needed: number;
}

function covers(row: PlanRow, group: BaseCount): boolean {
  return row.sectors.includes(group.sector) && (row.level === 'all' || row.level === group.level);
}

/** Counts, group by group of the registry, how often its subjects can and must be drawn in the year. */
export function reachOf(facts: PlanFacts, frequency: ConstraintOf<'frequency'>['rule']): Reach {
  const { applies } = frequency;
  if (applies === 'planned') return reachOfPlanned(facts, frequency.times);
  const sectors = sectorsOfPolicy(facts.policy);
  const groups = facts.baseCounts.filter((group) => group.count > 0 && inScope(sectors, group, applies));
  const timesOf = groups.map((group) => ({ group, ...timesFor(facts, sectors, group) }));
  const scope = sum(groups.map((group) => group.count));
  return {
    scope,
    satisfied: sum(timesOf.filter((times) => times.certain >= frequency.times).map(({ group }) => group.count)),
    most: Math.max(0, ...timesOf.map((times) => times.most)),
    needed: scope * frequency.times,
  };
}

function inScope(sectors: readonly Sector[], group: BaseCount, scope: 'all' | KeyScope): boolean {
  return scope === 'all' || isKey(sectors, group, scope);
}

/** Whether the group is 重点 in the given sense. */
export function isKey(sectors: readonly Sector[], group: BaseCount, scope: KeyScope): boolean {
  if (scope === 'priority-subjects') return group.level === 'priority';
  return sectors.some((sector) => sector.code === group.sector && sector.key);
}

function timesFor(facts: PlanFacts, sectors: readonly Sector[], group: BaseCount) {
  const noRepeat = constraintOf(facts.plan.constraints, 'no-repeat');
  const once = noRepeat !== undefined && !(noRepeat.rule.exceptKeySectors && isKey(sectors, group, 'key-sectors'));
  const rows = facts.plan.rows.filter((row) => covers(row, group));
  const most = sum(rows.filter((row) => countOf(row, facts.baseCounts) > 0).map((row) => row.rounds));
  // Only a row that takes its whole base is certain to take any one of its subjects.
  const whole = rows.filter((row) => countOf(row, facts.baseCounts) >= baseOf(row, facts.baseCounts));
  const certain = sum(whole.map((row) => row.rounds));
  return { most: once ? Math.min(1, most) : most, certain: once ? Math.min(1, certain) : certain };
}

/** 计划内: whoever is drawn is inspected in each round of the row. */
function reachOfPlanned({ plan, baseCounts }: PlanFacts, times: number): Reach {
  const counts = plan.rows.map((row) => ({ rounds: row.rounds, count: countOf(row, baseCounts) }));
  const scope = sum(counts.map((row) => row.count));
  return {
    scope,
    satisfied: sum(counts.filter((row) => row.rounds >= times).map((row) => row.count)),
    most: Math.max(0, ...counts.map((row) => row.rounds)),
    needed: scope * times,
  };
}

/** What the scope is called: the sectors themselves, or 重点 as the registry has it. */
export function keyLabels({ policy, baseCounts }: PlanFacts, scope: KeyScope): string {
  if (scope === 'priority-subjects') return '名录库中的重点企业';
  return sectorsOfPolicy(policy)
    .filter((sector) => sector.key && baseCounts.some((group) => group.sector === sector.code && group.count > 0))
    .map((sector) => sector.label)
    .join('、');
}
