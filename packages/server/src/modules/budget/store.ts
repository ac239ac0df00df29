import type { Budget, BudgetId } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { type Changed, changedColumns, versionAfter, writtenBy } from '../../db/versioned.ts';
import './tables.ts';

export interface StoredBudget extends Changed {
  readonly budget: Budget;
}

const columns = ['state as budget', ...changedColumns] as const;

export function budgetOfYear(db: Db, year: number): Promise<StoredBudget | undefined> {
  return db.db
    .selectFrom('budget')
    .select(columns)
    .where('bureau_id', '=', db.bureauId)
    .where('year', '=', year)
    .executeTakeFirst();
}

/** The budget, locked until the transaction ends. */
export function loadBudgetForUpdate(tx: Tx, budgetId: BudgetId): Promise<StoredBudget | undefined> {
  return tx.db
    .selectFrom('budget')
    .select(columns)
    .where('bureau_id', '=', tx.bureauId)
    .where('budget_id', '=', budgetId)
    .forUpdate()
    .executeTakeFirst();
}

export async function allBudgets(db: Db): Promise<readonly Budget[]> {
  const rows = await db.db
    .selectFrom('budget')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .orderBy('year')
    .execute();
  return rows.map((row) => row.state);
}

export async function yearsWithBudget(db: Db): Promise<readonly number[]> {
  const rows = await db.db.selectFrom('budget').select('year').where('bureau_id', '=', db.bureauId).execute();
  return rows.map((row) => row.year);
}

/** Puts the new budget in; false when another transaction has just made one for the year. */
export async function insertBudget(tx: Tx, budget: Budget, by: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('budget')
    .values({
      bureau_id: tx.bureauId,
      budget_id: budget.id,
      year: budget.year,
      status: budget.status,
      state: toJson(budget),
      ...writtenBy(tx, by),
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'year']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Saves the next state over the version that was locked; returns the new version. */
export async function saveBudget(tx: Tx, budget: Budget, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('budget')
    .set({ status: budget.status, state: toJson(budget), ...writtenBy(tx, by, before) })
    .where('bureau_id', '=', tx.bureauId)
    .where('budget_id', '=', budget.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `budget ${budget.id}`, before);
}
