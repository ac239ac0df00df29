import { dateOf, type Plan, type PlanSurroundings, planLayouts, resolvePolicy } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { PlanPorts } from './ports.ts';

/** Everything a plan is judged by besides itself, as it is now. */
export async function surroundingsOf(ports: PlanPorts, db: Db): Promise<PlanSurroundings> {
  const policy = await ports.policy(db);
  const baseCounts = await ports.baseCounts(db);
  const items = await ports.items(db);
  const budgets = (await ports.budgets?.(db)) ?? [];
  return { policy, baseCounts, items, budgets };
}

/** The same with the names that the plan's tables list: of today for a draft, of the day of approval afterwards. */
export async function surroundingsWithLists(ports: PlanPorts, db: Db, plan: Plan): Promise<PlanSurroundings> {
  const around = await surroundingsOf(ports, db);
  const layouts = planLayouts[resolvePolicy(around.policy, 'plan.genre').value];
  const named = layouts.some(({ byUnit, rows }) => byUnit !== undefined || rows === 'inspectors');
  if (!named || ports.lists === undefined) return around;
  const approvedOn = 'approved' in plan ? dateOf(plan.approved.at) : undefined;
  return { ...around, lists: await ports.lists(db, approvedOn) };
}
