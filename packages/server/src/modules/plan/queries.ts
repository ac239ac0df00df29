import type { planRoutes } from '@mingchou/contract';
import type { CalendarDate, Plan, PlanEvent, PlanId, PlanRefusal, PolicyProfile, Result } from '@mingchou/domain';
import { dateOf, filingStateOf, isDecided, ok, planEventText, planInForce, refuse, totalsOf } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { PlanPorts } from './ports.ts';
import type { StoredPlan } from './store.ts';
import { loadPlan, loadPlans } from './store.ts';
import { surroundingsOf, surroundingsWithLists } from './surroundings.ts';
import { versionRows } from './versions.ts';
import { showOf } from './view.ts';

type ListInput = z.output<typeof planRoutes.listPlans.input>;
type ListReply = z.input<typeof planRoutes.listPlans.reply>;
type ShowReply = z.input<typeof planRoutes.showPlan.reply>;

/** One plan a year and its amendments: a bureau's list is short, so it is read whole and paged here. */
export async function listPlans(ports: PlanPorts, db: Db, input: ListInput): Promise<ListReply> {
  const around = await surroundingsOf(ports, db);
  const stored = await loadPlans(db, input.year ?? null);
  const wanted = stored.filter(({ plan }) => input.search === undefined || plan.title.includes(input.search));
  const inForce = inForceIds(stored, dateOf(db.now));
  const ordered = wanted.toSorted((a, b) => {
    const years =
      input.order === 'asc' && input.sort === 'year' ? a.plan.year - b.plan.year : b.plan.year - a.plan.year;
    // Of one year the version in force first: it is the one that pages about the year are about.
    return years === 0 ? Number(inForce.has(b.plan.id)) - Number(inForce.has(a.plan.id)) : years;
  });
  const rows = ordered
    .slice((input.page - 1) * input.size, input.page * input.size)
    .map(({ plan, changedBy, changedAt }) => ({
      id: plan.id,
      year: plan.year,
      title: plan.title,
      status: plan.status,
      edition: plan.edition,
      amendmentNo: plan.amendment?.no ?? 0,
      inForce: inForce.has(plan.id),
      toFile: toFileOf(plan, around.policy, dateOf(db.now)),
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
  const around = await surroundingsWithLists(ports, db, stored.plan);
  const inspectors = await ports.inspectors(db);
  const year = (await loadPlans(db, stored.plan.year)).map(({ plan }) => plan);
  const versions = versionRows(year, dateOf(db.now));
  return ok({ ...showOf(stored, around, db.now), versions, inspectors, history: await historyOf(db, stored) });
}

function toFileOf(plan: Plan, policy: PolicyProfile, today: CalendarDate): ListReply['rows'][number]['toFile'] {
  const state = isDecided(plan) && plan.filing === undefined ? filingStateOf(plan, policy, today) : null;
  return state === null ? null : { with: state.with, last: state.last };
}

function inForceIds(stored: readonly StoredPlan[], today: CalendarDate): ReadonlySet<PlanId> {
  const plans = stored.map(({ plan }) => plan);
  const years = [...new Set(plans.map((plan) => plan.year))];
  const ids = years.map(
    (year) =>
      planInForce(
        plans.filter((plan) => plan.year === year),
        today,
      )?.id,
  );
  return new Set(ids.filter((id) => id !== undefined));
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
