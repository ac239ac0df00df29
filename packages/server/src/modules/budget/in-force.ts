import { approvedEdition, type PlanBudget, reckon } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { rulesOf } from './commands.ts';
import type { BudgetPorts } from './ports.ts';
import { allBudgets } from './store.ts';

/** Approved budgets, as a plan measures itself by them: also one that is being written anew counts as it was approved. */
export async function budgetsInForce(ports: Pick<BudgetPorts, 'policy'>, db: Db): Promise<readonly PlanBudget[]> {
  const stored = await allBudgets(db);
  return Promise.all(
    stored.flatMap((budget) => {
      const approved = approvedEdition(budget);
      return approved === null ? [] : [inForce(ports, db, budget.year, approved)];
    }),
  );
}

async function inForce(
  ports: Pick<BudgetPorts, 'policy'>,
  db: Db,
  year: number,
  { content, edition }: NonNullable<ReturnType<typeof approvedEdition>>,
): Promise<PlanBudget> {
  const { supervision } = reckon(content, await rulesOf(ports, db, year));
  const [priority, ordinary] = content.classes;
  return {
    year,
    supervision,
    classes: [
      { key: 'priority', units: priority.units ?? 0, days: priority.days ?? 0 },
      { key: 'ordinary', units: ordinary.units ?? 0, days: ordinary.days ?? 0 },
    ],
    clause: { source: `${year}年工作日测算`, place: `第${edition}稿`, verified: true },
  };
}
