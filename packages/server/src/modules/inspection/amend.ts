import type {
  Actor,
  DrawId,
  Inspection,
  InspectionEvent,
  InspectionId,
  InspectorId,
  SubjectId,
} from '@mingchou/domain';
import { evolveInspection } from '@mingchou/domain';
import type { Instant } from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import { newId } from '../../id.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { enqueue } from '../../outbox/index.ts';
import { finishTaskJob } from './commands.ts';
import type { InspectionPorts } from './ports.ts';
import { earlyProgress } from './progress.ts';
import { columnsOf, loadInspectionForUpdate, saveInspection } from './store.ts';
import './tables.ts';

/** What the draw needs to know of its visits before it changes them. */
export interface VisitOfDraw {
  readonly inspectionId: InspectionId;
  readonly code: string;
  readonly name: string;
  readonly begun: { readonly by: string; readonly at: Instant } | null;
}

/** The draw's inspections that still count; empty before the dispatch. */
export async function visitsOfDraw(db: Db, drawId: DrawId): Promise<readonly VisitOfDraw[]> {
  const rows = await inspectionsOf(db, drawId).execute();
  return rows.map(({ state }) => ({
    inspectionId: state.id,
    code: state.subject.code,
    name: state.subject.name,
    begun: 'begun' in state ? { by: state.begun.name, at: state.begun.at } : null,
  }));
}

/** The same, locked until the transaction ends: nobody begins a visit while its team is being changed. */
export async function lockVisits(tx: Tx, drawId: DrawId): Promise<readonly VisitOfDraw[]> {
  await inspectionsOf(tx, drawId).orderBy('i.inspection_id').forUpdate('i').execute();
  return visitsOfDraw(tx, drawId);
}

function inspectionsOf(db: Db, drawId: DrawId) {
  return db.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .select(['i.state'])
    .where('i.bureau_id', '=', db.bureauId)
    .where('v.draw_id', '=', drawId)
    .where('i.status', '<>', 'withdrawn');
}

export interface TeamChange {
  readonly inspectionIds: readonly InspectionId[];
  readonly seat: number;
  readonly joined: { readonly inspectorId: InspectorId; readonly name: string } | null;
}

/** 回避: the seat changes hands in every inspection of the visit. */
export async function changeTeam(ports: InspectionPorts, tx: Tx, actor: Actor, change: TeamChange): Promise<void> {
  const { seat, joined } = change;
  const certificates = await ports.certificateNumbers(tx, joined === null ? [] : [joined.inspectorId]);
  const member =
    joined === null ? null : { ...joined, seat, certificateNo: certificates.get(joined.inspectorId) ?? null };
  for (const inspectionId of change.inspectionIds) {
    await step(tx, actor, inspectionId, { type: 'team-changed', inspectionId, seat, joined: member });
  }
}

export interface ObjectChange {
  readonly inspectionId: InspectionId;
  /** Null: no reserve was left. */
  readonly entering: { readonly subjectId: SubjectId; readonly code: string; readonly name: string } | null;
  /** Public words. */
  readonly reason: string;
}

/** 递补: the object's inspection is withdrawn, the reserve takes its place in the same visit with the same team. */
export async function replaceObject(ports: InspectionPorts, tx: Tx, actor: Actor, change: ObjectChange): Promise<void> {
  const left = await withdraw(ports, tx, actor, change.inspectionId, change.reason);
  const { entering } = change;
  if (entering === null) return;
  const inspection: Inspection = {
    status: 'awaiting',
    id: newId<InspectionId>(),
    visitId: left.visitId,
    subject: { ...entering, naturalPerson: false },
    team: left.team,
    dispatchedAt: tx.now,
  };
  await tx.db
    .insertInto('inspection')
    .values({
      bureau_id: tx.bureauId,
      inspection_id: inspection.id,
      visit_id: inspection.visitId,
      subject_id: entering.subjectId,
      subject_code: entering.code,
      subject_name: entering.name,
      ...columnsOf(inspection),
      version: 1,
      changed_by: actor.name,
      changed_at: tx.now,
    })
    .execute();
  const event = { type: 'inspection-dispatched' };
  await appendAudit(tx, actor, { noun: 'inspection', aggregateId: inspection.id, version: 1, event });
  await ports.publishProgress(tx, earlyProgress(inspection, left.drawNo, 'awaiting'));
}

/** 作废 after the dispatch: nobody goes any more. The caller has seen that nobody has begun. */
export async function withdrawVisits(
  ports: InspectionPorts,
  tx: Tx,
  actor: Actor,
  { drawId, reason }: { readonly drawId: DrawId; readonly reason: string },
): Promise<void> {
  for (const { inspectionId } of await visitsOfDraw(tx, drawId)) {
    await withdraw(ports, tx, actor, inspectionId, reason, 'task-returns');
  }
}

async function withdraw(
  ports: InspectionPorts,
  tx: Tx,
  actor: Actor,
  inspectionId: InspectionId,
  reason: string,
  task: 'task-stays' | 'task-returns' = 'task-stays',
) {
  const event = { type: 'inspection-withdrawn', inspectionId, reason, at: tx.now } as const;
  const { inspection, origin } = await step(tx, actor, inspectionId, event);
  await ports.publishProgress(tx, earlyProgress(inspection, origin.drawNo, 'not-inspected', reason));
  if (task === 'task-stays') {
    // Perhaps this was the last one that the task waited for.
    const { personId, name } = actor;
    await enqueue(tx, { kind: finishTaskJob, taskId: origin.taskId, personId, name });
  }
  return { visitId: inspection.visitId, team: inspection.team, drawNo: origin.drawNo };
}

async function step(tx: Tx, actor: Actor, inspectionId: InspectionId, event: InspectionEvent) {
  const found = await loadInspectionForUpdate(tx, inspectionId);
  if (found === undefined) throw new Error(`inspection ${inspectionId} of a draw is missing`);
  const inspection = evolveInspection(found.inspection, event);
  const version = await saveInspection(tx, inspection, found.version, actor.name);
  await appendAudit(tx, actor, { noun: 'inspection', aggregateId: inspectionId, version, event });
  return { inspection, origin: found.origin };
}
