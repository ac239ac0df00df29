import type { planRoutes } from '@mingchou/contract';
import type { PlanEvent, PlanId, PlanRefusal, Result } from '@mingchou/domain';
import { ok, planEventText, refuse, totalsOf } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { PlanPorts } from './ports.ts';
import type { StoredPlan } from './store.ts';
import { loadPlan, loadPlans } from './store.ts';
import { surroundingsOf } from './surroundings.ts';
import { showOf } from './view.ts';

type ListInput = z.output<typeof planRoutes.listPlans.input>;
type ListReply = z.input<typeof planRoutes.listPlans.reply>;
type ShowReply = z.input<typeof planRoutes.showPlan.reply>;

/** One plan a year: a bureau's list is short, so it is read whole and paged here. */
export async function listPlans(ports: PlanPorts, db: Db, input: ListInput): Promise<ListReply> {
  const around = await surroundingsOf(ports, db);
  const stored = await loadPlans(db, input.year ?? null);
  const wanted = stored.filter(({ plan }) => input.search === undefined || plan.title.includes(input.search));
  const ordered = input.order === 'asc' && input.sort === 'year' ? [...wanted].reverse() : wanted;
  const rows = ordered
    .slice((input.page - 1) * input.size, input.page * input.size)
    .map(({ plan, changedBy, changedAt }) => ({
      id: plan.id,
      year: plan.year,
      title: plan.title,
      status: plan.status,
      edition: plan.edition,
      rows: plan.rows.length,
      count: totalsOf({ plan, ...around }).count,
      changedBy,
      changedAt,
    }));
  return { rows, total: wanted.length, page: input.page, size: input.size };
}

export async function showPlan(ports: PlanPorts, db: Db, planId: PlanId): Promise<Result<ShowReply, PlanRefusal>> {
  const stored = await loadPlan(db, planId);
  if (stored === undefined) return refuse({ code: 'plan-not-found' });
  const around = await surroundingsOf(ports, db);
  const inspectors = await ports.inspectors(db);
  return ok({ ...showOf(stored, around, db.now), inspectors, history: await historyOf(db, stored) });
}

/** 办理记录: every change of the plan, newest first. */
async function historyOf(db: Db, { plan }: StoredPlan): Promise<ShowReply['history']> {
  const entries = await db.db
    .selectFrom('audit_entry')
    .select(['at', 'actor_name', 'event'])
    .where('bureau_id', '=', db.bureauId)
    .where('noun', '=', 'plan')
    .where('aggregate_id', '=', plan.id)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return entries.map((entry) => ({
    at: entry.at,
    by: entry.actor_name,
    // Written by this module as a PlanEvent, in the same transaction as the plan itself.
    what: planEventText(entry.event as PlanEvent),
  }));
}
