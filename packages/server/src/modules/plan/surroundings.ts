import type { PlanSurroundings } from '@mingchou/domain';
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
