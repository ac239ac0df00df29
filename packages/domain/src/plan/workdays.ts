import { resolvePolicy } from '../policy/index.ts';
import type { BaseCount, PlanFacts } from './facts.ts';
import { baseOf, sum, visitsOf } from './facts.ts';
import type { PlanRow } from './plan.ts';
import type { PlanBudget } from './plan-budget.ts';

/** The approved budget of the plan's year, if there is one. */
export function budgetOf({ plan, budgets }: PlanFacts): PlanBudget | undefined {
  return budgets?.find(({ year }) => year === plan.year);
}

/**
 * Person-days of a row: its visits at the average cost of a visit of their class (LS-11, LS-12). Without a budget, and for
 * a class the budget gives nothing, a visit takes the smallest team one day. A row of both classes costs by its base.
 */
export function daysOfRow(row: PlanRow, facts: PlanFacts): number {
  const team = resolvePolicy(facts.policy, 'team.minInspectors').value;
  const budget = budgetOf(facts);
  const visits = visitsOf(row, facts.baseCounts);
  if (budget === undefined) return visits * team;
  const [priority, ordinary] = budget.classes.map(({ units, days }) => (units === 0 ? team : days / units));
  const cost = { priority: priority ?? team, ordinary: ordinary ?? team };
  if (row.level !== 'all') return visits * cost[row.level];
  const [first, second] = [levelBase(row, 'priority', facts.baseCounts), levelBase(row, 'ordinary', facts.baseCounts)];
  const both = first + second;
  return both === 0 ? visits * cost.ordinary : (visits * (first * cost.priority + second * cost.ordinary)) / both;
}

function levelBase(row: PlanRow, level: 'priority' | 'ordinary', counts: readonly BaseCount[]): number {
  return baseOf({ ...row, level, base: null }, counts);
}

/** Person-days of the whole plan, to a tenth. */
export function daysOfPlan(facts: PlanFacts): number {
  return Math.round(sum(facts.plan.rows.map((row) => daysOfRow(row, facts))) * 10) / 10;
}
