import type { PlanVersionRow } from '@mingchou/contract';
import type { CalendarDate, Plan } from '@mingchou/domain';
import { inForceFrom, isDecided, planInForce } from '@mingchou/domain';

/** The versions of one year as the pages list them, the latest first. */
export function versionRows(versions: readonly Plan[], today: CalendarDate): PlanVersionRow[] {
  const inForce = planInForce(versions, today);
  return latestFirst(versions).map((plan) => ({
    id: plan.id,
    no: plan.amendment?.no ?? 0,
    status: plan.status,
    documentNo: plan.documentNo,
    reason: plan.amendment?.reason ?? null,
    from: isDecided(plan) ? inForceFrom(plan) : null,
    inForce: plan.id === inForce?.id,
  }));
}

export function latestFirst(versions: readonly Plan[]): readonly Plan[] {
  return versions.toSorted((a, b) => (b.amendment?.no ?? 0) - (a.amendment?.no ?? 0));
}
