import type { PolicyImpact } from '@mingchou/contract';
import { checkPlan, type Plan, type PolicyProfile, totalsOf } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { PlanPorts } from './ports.ts';
import { loadPlans } from './store.ts';

const open: ReadonlySet<Plan['status']> = new Set(['draft', 'awaiting-legal-review', 'awaiting-approval']);

/** What other rules would make of the plans that nobody has approved yet: their sums and the checker's findings. */
export async function planImpact(
  ports: Omit<PlanPorts, 'policy'>,
  db: Db,
  before: PolicyProfile,
  after: PolicyProfile,
): Promise<PolicyImpact> {
  const plans = (await loadPlans(db, null)).filter(({ plan }) => open.has(plan.status));
  const [baseCounts, items] = [await ports.baseCounts(db), await ports.items(db)];
  const wordsOf = (plan: Plan, policy: PolicyProfile) => {
    const facts = { plan, policy, baseCounts, items };
    const verdicts = checkPlan(facts).open.map(({ verdict }) => verdict);
    return { sum: totalsOf(facts).visits, verdicts };
  };
  const rows = plans.flatMap(({ plan }) => {
    const [was, will] = [wordsOf(plan, before), wordsOf(plan, after)];
    const fresh = will.verdicts.filter((verdict) => !was.verdicts.includes(verdict));
    const gone = was.verdicts.filter((verdict) => !will.verdicts.includes(verdict));
    if (fresh.length === 0 && gone.length === 0 && was.sum === will.sum) return [];
    const name = `${plan.year}年 ${plan.title}`;
    return [
      {
        name,
        before: planText(was.sum, was.verdicts.length, gone),
        after: planText(will.sum, will.verdicts.length, fresh),
      },
    ];
  });
  return { kind: 'plan', open: plans.length, rows };
}

function planText(visits: number, findings: number, only: readonly string[]): string {
  const named = only.length === 0 ? '' : `（${only.join('；')}）`;
  return `${visits}家次，核对提示${findings}条${named}`;
}
