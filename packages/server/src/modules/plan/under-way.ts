import type { Plan, PlanRefusal } from '@mingchou/domain';
import { isDecided, ordersTheSame, takenFromUnderWay } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import type { PlanPorts } from './ports.ts';
import { loadPlan } from './store.ts';

/** What an amendment's next state would take from a task whose draw has begun, or that it changes nothing at all. */
export async function takenBy(ports: PlanPorts, tx: Tx, before: Plan, next: Plan): Promise<PlanRefusal | null> {
  if (next.amendment === undefined || isDecided(before)) return null;
  const former = await loadPlan(tx, next.amendment.former);
  if (former === undefined) throw new Error(`amendment ${next.id} has no former plan`);
  const baseCounts = await ports.baseCounts(tx);
  const submitted = before.status === 'draft' && next.status !== 'draft';
  if (submitted && ordersTheSame(former.plan, next, { policy: await ports.policy(tx), baseCounts })) {
    return { code: 'plan-amendment-changes-nothing' };
  }
  const underWay = await ports.tasksUnderWay(
    tx,
    former.plan.rows.map(({ id }) => id),
  );
  return takenFromUnderWay(next, former.plan, underWay, baseCounts);
}
