import type { ItemId, Plan, PlanRowId, PlanRowOrder } from '@mingchou/domain';
import { orderOf } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { loadPlans, planOfRow } from './store.ts';

/** A row as tasks see it. While its plan is not approved it orders nothing: base and count are 0. */
export interface ApprovedRow {
  readonly approved: boolean;
  readonly order: PlanRowOrder;
}

/** One row by its id; `undefined` when no plan has it (any more). */
export async function approvedRow(db: Db, planRowId: PlanRowId): Promise<ApprovedRow | undefined> {
  const plan = await planOfRow(db, planRowId);
  return plan === undefined ? undefined : rowOf(plan, planRowId);
}

/** All rows of approved or published plans of a year (null: of every year), in the order of the table. */
export async function approvedRows(
  db: Db,
  year: number | null,
): Promise<readonly { readonly planRowId: PlanRowId; readonly facts: ApprovedRow }[]> {
  const stored = await loadPlans(db, year);
  return stored.flatMap(({ plan }) =>
    plan.rows.flatMap((row) => {
      const order = orderOf(plan, row.id);
      return order === undefined ? [] : [{ planRowId: row.id, facts: { approved: true, order } }];
    }),
  );
}

/** The items in any plan of a year, draft or public; null where the year has no plan yet. */
export async function plannedItems(db: Db, year: number): Promise<readonly ItemId[] | null> {
  const stored = await loadPlans(db, year);
  if (stored.length === 0) return null;
  return stored.flatMap(({ plan }) =>
    plan.rows.flatMap((row) => row.items.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]))),
  );
}

function rowOf(plan: Plan, planRowId: PlanRowId): ApprovedRow | undefined {
  const order = orderOf(plan, planRowId);
  if (order !== undefined) return { approved: true, order };
  const rows = plan.rows.map((row) => ({ ...row, base: row.base ?? 0, approvedCount: 0 }));
  const signed = { personId: plan.createdBy.personId, name: '', at: plan.createdBy.at };
  const legalReview = { kind: 'skipped' as const, reason: '' };
  const shown = orderOf(
    { ...plan, rows, status: 'approved', submitted: signed, legalReview, approved: signed },
    planRowId,
  );
  return shown === undefined ? undefined : { approved: false, order: shown };
}
