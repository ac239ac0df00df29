import type { CalendarDate, Checklist, Inspection, InspectionId, InspectionRefusal, Result } from '@mingchou/domain';
import { dateOf, ok, refuse } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { type Changed, versionAfter, writtenBy } from '../../db/versioned.ts';
import type { InspectionOrigin } from './ports.ts';
import './tables.ts';

export interface StoredInspection extends Changed {
  readonly inspection: Inspection;
  readonly origin: InspectionOrigin & { readonly objects: string; readonly dueOn: CalendarDate };
  /** Frozen with the dispatch; all inspections of the visit share it. */
  readonly checklist: Checklist;
}

/** The inspection, locked until the transaction ends. */
export async function loadInspectionForUpdate(tx: Tx, id: InspectionId): Promise<StoredInspection | undefined> {
  const locked = await tx.db
    .selectFrom('inspection')
    .select('inspection_id')
    .where('bureau_id', '=', tx.bureauId)
    .where('inspection_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked === undefined ? undefined : loadInspection(tx, id);
}

export async function loadInspection(db: Db, id: InspectionId): Promise<StoredInspection | undefined> {
  const row = await db.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .selectAll('v')
    .select(['i.state', 'i.version', 'i.changed_by', 'i.changed_at'])
    .where('i.bureau_id', '=', db.bureauId)
    .where('i.inspection_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { task_id, draw_id, draw_no, draw_kind, year, plan_row_no, place, task_name, objects, due_on } = row;
  const origin = {
    taskId: task_id,
    drawId: draw_id,
    drawNo: draw_no,
    ...(draw_kind === 'external' ? { drawKind: draw_kind } : {}),
    year,
    planRowNo: plan_row_no,
    place,
    taskName: task_name,
    objects,
    dueOn: due_on,
  };
  const { checklist, version, changed_by: changedBy, changed_at: changedAt } = row;
  return { inspection: completed(row.state), origin, checklist, version, changedBy, changedAt };
}

/** A record of an earlier version of the program has no list. */
function completed(inspection: Inspection): Inspection {
  if (!('outcome' in inspection)) return inspection;
  const { outcome } = inspection;
  const unlisted = { points: [], uncheckedReason: '', otherFindings: outcome.findings };
  return { ...inspection, outcome: { ...unlisted, ...outcome } };
}

/** Whether the page that gave the command had seen the latest step. */
export function unlessStale(
  found: StoredInspection | undefined,
  version: number,
): Result<StoredInspection, InspectionRefusal> {
  if (found === undefined) return refuse({ code: 'inspection-not-found' });
  if (found.version !== version) return refuse({ code: 'stale', by: found.changedBy, at: found.changedAt });
  return ok(found);
}

/** The columns that serve queries, taken from the state so that they cannot differ from it. */
export function columnsOf(inspection: Inspection) {
  return {
    status: inspection.status,
    team: inspection.team.map((member) => member.inspectorId),
    begun_on: 'begun' in inspection ? dateOf(inspection.begun.at) : null,
    ended_on: 'outcome' in inspection ? inspection.outcome.endedOn : null,
    category: 'outcome' in inspection ? inspection.outcome.category.code : null,
    state: toJson(inspection),
  };
}

/** Saves the next state over the version that was locked; returns the new version. */
export async function saveInspection(tx: Tx, next: Inspection, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('inspection')
    .set({ ...columnsOf(next), ...writtenBy(tx, by, before) })
    .where('bureau_id', '=', tx.bureauId)
    .where('inspection_id', '=', next.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `inspection ${next.id}`, before);
}
