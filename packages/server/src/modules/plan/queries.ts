import type { planRoutes } from '@mingchou/contract';
import type { PlanId, PlanRefusal, Result } from '@mingchou/domain';
import { ok, refuse, totalsOf } from '@mingchou/domain';
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
  return ok({ ...showOf(stored, around, db.now), history: await historyOf(db, stored) });
}

const happened: Readonly<Record<string, string>> = {
  'plan-created': '新建计划',
  'plan-head-updated': '修改标题、文号或日期',
  'plan-row-added': '增加任务',
  'plan-row-updated': '修改任务',
  'plan-row-removed': '删去任务',
  'plan-mended': '按核对结果修改',
  'plan-finding-dismissed': '保留一条核对结果',
  'plan-submitted': '提交审批',
  'plan-reviewed': '法制审核通过',
  'plan-sent-back': '退回或撤回',
  'plan-approved': '批准计划',
  'plan-published': '公开计划',
};

/** 办理记录: every change of the plan, newest first. */
async function historyOf(db: Db, { plan }: StoredPlan): Promise<ShowReply['history']> {
  const entries = await db.db
    .selectFrom('audit_entry')
    .select(['at', 'actor_name', 'event_type'])
    .where('bureau_id', '=', db.bureauId)
    .where('aggregate_id', '=', plan.id)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return entries.map((entry) => ({
    at: entry.at,
    by: entry.actor_name,
    what: happened[entry.event_type] ?? entry.event_type,
  }));
}
