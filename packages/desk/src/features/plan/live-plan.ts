import { planRoutes } from '@mingchou/contract';
import {
  type MonthLoad,
  capacityOf,
  metersOf,
  nationalCalendar,
  type PlanFacts,
  type PlanMeter,
} from '@mingchou/domain';
import type { ShownPlan } from './shown-plan.ts';

export interface LivePlan {
  readonly meters: readonly PlanMeter[];
  readonly loads: readonly MonthLoad[];
}

/** The facts of the plan as shown; nothing is asked of the server. */
export function factsOfShown({ plan, facts }: ShownPlan): PlanFacts {
  const { constraints, policy, baseCounts, budgets } = facts;
  const { amendment: _amendment, ...body } = plan;
  return { plan: { ...body, constraints, dismissals: [] }, policy, baseCounts, budgets, items: [] };
}

export function liveOf(shown: ShownPlan, facts: PlanFacts = factsOfShown(shown)): LivePlan {
  return {
    meters: metersOf(facts),
    loads: capacityOf(facts, { inspectors: shown.inspectors, calendar: nationalCalendar }),
  };
}

/** Meters and months as they would stand with the row as typed so far; null while what is typed is not yet a row. */
export function liveWith(shown: ShownPlan, rowId: string, typed: unknown): LivePlan | null {
  const content = planRoutes.addPlanRow.input.shape.content.safeParse(typed);
  if (!content.success) return null;
  const facts = factsOfShown(shown);
  const before = facts.plan.rows.find((row) => row.id === rowId);
  const rows =
    before === undefined
      ? [...facts.plan.rows, { ...content.data, ...newRow(facts) }]
      : facts.plan.rows.map((row) =>
          row === before ? { ...content.data, id: row.id, no: row.no, base: null, approvedCount: null } : row,
        );
  return liveOf(shown, { ...facts, plan: { ...facts.plan, rows } });
}

function newRow({ plan }: PlanFacts) {
  // The id is never sent; only the row's place counts.
  return {
    id: 'new' as PlanFacts['plan']['rows'][number]['id'],
    no: plan.rows.length + 1,
    base: null,
    approvedCount: null,
  };
}
