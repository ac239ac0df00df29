import type { planRoutes } from '@mingchou/contract';
import type { Instant, Plan, PlanEvent, PlanId, PlanRefusal, Result } from '@mingchou/domain';
import { amendmentName, evolvePlan, ok, planDifference, planStatusTerms, refuse } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { PlanPorts } from './ports.ts';
import type { StoredPlan } from './store.ts';
import { loadPlan, loadPlans } from './store.ts';

type Input = z.output<typeof planRoutes.comparePlans.input>;
type Reply = z.input<typeof planRoutes.comparePlans.reply>;
type Comparable = Reply['before'];
type State = Comparable & { readonly plan: Plan };

/** Lays two states of one year's plan side by side: any version, and any draft as it was submitted. */
export async function comparePlans(ports: PlanPorts, db: Db, input: Input): Promise<Result<Reply, PlanRefusal>> {
  const stored = await loadPlan(db, input.planId);
  if (stored === undefined) return refuse({ code: 'plan-not-found' });
  const versions = await loadPlans(db, stored.plan.year);
  const states = (await Promise.all(versions.map((version) => statesOf(db, version)))).flat();
  const find = (id: PlanId, at: number | undefined) =>
    states.find((state) => state.planId === id && state.at === (at ?? null));
  const [after, before] = [find(input.planId, input.at), find(input.withPlan, input.withAt)];
  if (after === undefined || before === undefined) return refuse({ code: 'plan-not-found' });
  const facts = { policy: await ports.policy(db), baseCounts: await ports.baseCounts(db) };
  const { head, rows, totals } = planDifference(before.plan, after.plan, facts);
  return ok({
    before: labelOf(before),
    after: labelOf(after),
    difference: {
      head: [...head],
      rows: rows.map((row) => ({ ...row, fields: [...row.fields] })),
      totals,
    },
    choices: states.map(labelOf),
  });
}

function labelOf({ planId, at, title, savedAt }: State): Comparable {
  return { planId, at, title, savedAt };
}

/** The version as it stands, and each draft of it that was submitted and came back. */
async function statesOf(db: Db, { plan, changedAt }: StoredPlan): Promise<readonly State[]> {
  const entries = await db.db
    .selectFrom('audit_entry')
    .select(['at', 'version', 'event'])
    .where('bureau_id', '=', db.bureauId)
    .where('noun', '=', 'plan')
    .where('aggregate_id', '=', plan.id)
    .orderBy('version')
    .execute();
  const name = amendmentName(plan) === '' ? '原计划' : amendmentName(plan);
  const now = {
    planId: plan.id,
    at: null,
    title: `${name}，${planStatusTerms[plan.status]}`,
    savedAt: changedAt,
    plan,
  };
  let state: Plan | null = null;
  const submitted: State[] = [];
  for (const { at, version, event } of entries) {
    // Written by this module as a PlanEvent; the same code that saved the plan replays it.
    state = evolvePlan(state, event as PlanEvent);
    const title = `${name}第${state.edition}稿，提交时`;
    if ((event as PlanEvent).type === 'plan-submitted')
      submitted.push({ planId: plan.id, at: version, title, savedAt: at as Instant, plan: state });
  }
  // What was submitted last and not sent back is what stands now.
  const past = plan.status === 'draft' ? submitted : submitted.slice(0, -1);
  return [now, ...past.toReversed()];
}
