import type { Plan, PlanId, PlanRowId } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { type Changed, changedColumns, versionAfter, writtenBy } from '../../db/versioned.ts';
import './tables.ts';

export interface StoredPlan extends Changed {
  readonly plan: Plan;
}

const columns = ['state as plan', ...changedColumns] as const;

export function loadPlan(db: Db, planId: PlanId): Promise<StoredPlan | undefined> {
  return db.db
    .selectFrom('plan')
    .select(columns)
    .where('bureau_id', '=', db.bureauId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
}

/** The plan, locked until the transaction ends: plan before task before visit. */
export function loadPlanForUpdate(tx: Tx, planId: PlanId): Promise<StoredPlan | undefined> {
  return tx.db
    .selectFrom('plan')
    .select(columns)
    .where('bureau_id', '=', tx.bureauId)
    .where('plan_id', '=', planId)
    .forUpdate()
    .executeTakeFirst();
}

export async function loadPlans(db: Db, year: number | null): Promise<readonly StoredPlan[]> {
  let plans = db.db.selectFrom('plan').select(columns).where('bureau_id', '=', db.bureauId);
  if (year !== null) plans = plans.where('year', '=', year);
  return plans.orderBy('year', 'desc').orderBy('amendment_no', 'desc').execute();
}

export async function yearsWithPlan(db: Db): Promise<readonly number[]> {
  const rows = await db.db.selectFrom('plan').select('year').where('bureau_id', '=', db.bureauId).execute();
  return rows.map((row) => row.year);
}

/** Puts the new plan in; false when another transaction has just made one for the year. */
export async function insertPlan(tx: Tx, plan: Plan, by: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('plan')
    .values({
      bureau_id: tx.bureauId,
      plan_id: plan.id,
      year: plan.year,
      amendment_no: plan.amendment?.no ?? 0,
      title: plan.title,
      status: plan.status,
      state: toJson(plan),
      ...writtenBy(tx, by),
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'year', 'amendment_no']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Saves the next state over the version that was locked; returns the new version. */
export async function savePlan(tx: Tx, plan: Plan, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('plan')
    .set({
      title: plan.title,
      status: plan.status,
      state: toJson(plan),
      ...writtenBy(tx, by, before),
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('plan_id', '=', plan.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `plan ${plan.id}`, before);
}

export async function insertPlanRow(tx: Tx, planRowId: PlanRowId, planId: PlanId): Promise<void> {
  await tx.db
    .insertInto('plan_row')
    .values({ bureau_id: tx.bureauId, plan_row_id: planRowId, plan_id: planId })
    .execute();
}

/** All versions of the year's plan to which a row belongs or once belonged; none when nobody ever wrote it. */
export async function versionsOfRow(db: Db, planRowId: PlanRowId): Promise<readonly Plan[]> {
  const row = await db.db
    .selectFrom('plan_row')
    .innerJoin('plan', (join) =>
      join.onRef('plan.bureau_id', '=', 'plan_row.bureau_id').onRef('plan.plan_id', '=', 'plan_row.plan_id'),
    )
    .select('plan.year')
    .where('plan_row.bureau_id', '=', db.bureauId)
    .where('plan_row.plan_row_id', '=', planRowId)
    .executeTakeFirst();
  return row === undefined ? [] : (await loadPlans(db, row.year)).map(({ plan }) => plan);
}
