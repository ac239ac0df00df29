import type { PlanId, PlanRowId } from '../id.ts';
import type { DrawSelection } from '../policy/index.ts';
import { formulaOf } from '../policy/index.ts';
import type { CalendarDate } from '../time.ts';
import type { Plan } from './plan.ts';
import { objectsOf } from './words.ts';

/** What a row of an approved plan orders; its count governs the draw even when the pool has shrunk since. */
export interface PlanRowOrder {
  readonly planId: PlanId;
  readonly planRowId: PlanRowId;
  readonly year: number;
  readonly rowNo: number;
  readonly name: string;
  readonly objects: string;
  readonly scope: string;
  readonly selection: DrawSelection;
  readonly sectors: readonly string[];
  readonly level: 'all' | 'priority' | 'ordinary';
  readonly items: readonly { readonly itemId: string | null; readonly title: string }[];
  readonly rounds: number;
  readonly partners: readonly string[];
  readonly approvedBase: number;
  readonly approvedCount: number;
  /** 41×20%＝8.2，进一，9家 */
  readonly sum: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The order of one row; `undefined` while the plan is not approved or has no such row. */
export function orderOf(plan: Plan, rowId: PlanRowId): PlanRowOrder | undefined {
  const row = plan.rows.find((candidate) => candidate.id === rowId);
  if (plan.status !== 'approved' && plan.status !== 'published') return undefined;
  if (row === undefined || row.base === null || row.approvedCount === null) return undefined;
  return {
    planId: plan.id,
    planRowId: row.id,
    year: plan.year,
    rowNo: row.no,
    name: row.name,
    objects: objectsOf(row),
    scope: row.scope,
    selection: row.selection,
    sectors: row.sectors,
    level: row.level,
    items: row.items,
    rounds: row.rounds,
    partners: row.partners,
    approvedBase: row.base,
    approvedCount: row.approvedCount,
    sum: formulaOf(row.ratio, row.base),
    from: row.window.from,
    to: row.window.to,
  };
}

/** The size by which the roster of the row is drawn: the approved number, never the ratio again (mc-draw/1 §3 SIZE). */
export function drawSizeOf(order: Pick<PlanRowOrder, 'approvedCount'>): { readonly count: number } {
  return { count: order.approvedCount };
}
