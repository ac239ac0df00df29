import type { ItemId, Plan, PlanRowId, PlanRowOrder } from '@mingchou/domain';
import { dateOf, orderOf, planInForce } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { loadPlans, versionsOfRow } from './store.ts';
import { latestFirst } from './versions.ts';

/** A row as tasks see it. While its plan is not approved it orders nothing: base and count are 0. */
export interface ApprovedRow {
  readonly approved: boolean;
  readonly order: PlanRowOrder;
}

/** One row by its id, as the version in force orders it; `undefined` when no plan has it (any more). */
export async function approvedRow(db: Db, planRowId: PlanRowId): Promise<ApprovedRow | undefined> {
  const versions = await versionsOfRow(db, planRowId);
  const inForce = planInForce(versions, dateOf(db.now));
  const order = inForce === undefined ? undefined : orderOf(inForce, planRowId);
  if (order !== undefined) return { approved: true, order };
  const last = latestFirst(versions).find((plan) => plan.rows.some(({ id }) => id === planRowId));
  return last === undefined ? undefined : rowOf(last, planRowId);
}

/** All rows of the plan in force in a year (null: in every year), in the order of the table. */
export async function approvedRows(
  db: Db,
  year: number | null,
): Promise<readonly { readonly planRowId: PlanRowId; readonly facts: ApprovedRow }[]> {
  const plans = (await loadPlans(db, year)).map(({ plan }) => plan);
  const years = [...new Set(plans.map((plan) => plan.year))];
  return years.flatMap((one) => {
    const inForce = planInForce(
      plans.filter((plan) => plan.year === one),
      dateOf(db.now),
    );
    return (inForce?.rows ?? []).flatMap((row) => {
      const order = inForce === undefined ? undefined : orderOf(inForce, row.id);
      return order === undefined ? [] : [{ planRowId: row.id, facts: { approved: true, order } }];
    });
  });
}

/** The items in any plan of a year, draft or public; null where the year has no plan yet. */
export async function plannedItems(db: Db, year: number): Promise<readonly ItemId[] | null> {
  const stored = await loadPlans(db, year);
  if (stored.length === 0) return null;
  const plans = stored.map(({ plan }) => plan);
  const current = planInForce(plans, dateOf(db.now))?.amendment?.no ?? 0;
  // What an amendment has replaced plans nothing any more; what one in preparation adds is planned already.
  const standing = plans.filter((plan) => (plan.amendment?.no ?? 0) >= current);
  return standing.flatMap((plan) =>
    plan.rows.flatMap((row) => row.items.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]))),
  );
}

/** A row that orders nothing: its plan is not approved, or the version in force has it no more. */
function rowOf(plan: Plan, planRowId: PlanRowId): ApprovedRow | undefined {
  const rows = plan.rows.map((row) => ({ ...row, base: row.base ?? 0, approvedCount: 0 }));
  const signed = { personId: plan.createdBy.personId, name: '', at: plan.createdBy.at };
  const legalReview = { kind: 'skipped' as const, reason: '' };
  const shown = orderOf(
    { ...plan, rows, status: 'approved', submitted: signed, legalReview, approved: signed },
    planRowId,
  );
  return shown === undefined ? undefined : { approved: false, order: shown };
}
