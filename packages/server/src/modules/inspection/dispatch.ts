import type { Actor, Checklist, Inspection, InspectionId, InspectorId, VisitId } from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import { toJson } from '../../db/json.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { DispatchedTask, InspectionPorts } from './ports.ts';
import { earlyProgress } from './progress.ts';
import { columnsOf } from './store.ts';
import './tables.ts';

type DispatchedVisit = DispatchedTask['visits'][number];

/** Makes the visits and inspections of a dispatched task, in the transaction that dispatches it. */
export async function createVisits(ports: InspectionPorts, tx: Tx, actor: Actor, task: DispatchedTask): Promise<void> {
  const inspectors = task.visits.flatMap((visit) => visit.seats.map((seat) => seat.inspectorId));
  const certificates = await ports.certificateNumbers(tx, [...new Set(inspectors)]);
  const checklist = await ports.checklist(tx, task.taskId);
  for (const visit of task.visits) {
    const visitId = newId<VisitId>();
    await insertVisit(tx, task, { visitId, place: visit.order, checklist });
    for (const subject of visit.subjects) {
      await dispatchInspection(ports, tx, actor, task, inspectionOf(tx, visitId, visit, subject, certificates));
    }
  }
}

async function dispatchInspection(
  ports: InspectionPorts,
  tx: Tx,
  actor: Actor,
  task: DispatchedTask,
  inspection: Inspection,
): Promise<void> {
  await insertInspection(tx, actor, inspection);
  await appendAudit(tx, actor, {
    noun: 'inspection',
    aggregateId: inspection.id,
    version: 1,
    event: { type: 'inspection-dispatched' },
  });
  const { drawNo, drawKind } = task;
  await ports.publishProgress(tx, { ...earlyProgress(inspection, drawNo, 'awaiting'), drawKind });
}

function inspectionOf(
  tx: Tx,
  visitId: VisitId,
  { seats }: DispatchedVisit,
  { subjectId, code, name, naturalPerson = false }: DispatchedVisit['subjects'][number],
  certificates: ReadonlyMap<InspectorId, string>,
): Inspection {
  return {
    status: 'awaiting',
    id: newId<InspectionId>(),
    visitId,
    subject: { subjectId, code, name, naturalPerson },
    team: seats.map((seat) => ({ ...seat, certificateNo: certificates.get(seat.inspectorId) ?? null })),
    dispatchedAt: tx.now,
  };
}

async function insertVisit(
  tx: Tx,
  task: DispatchedTask,
  { visitId, place, checklist }: { readonly visitId: VisitId; readonly place: number; readonly checklist: Checklist },
): Promise<void> {
  await tx.db
    .insertInto('visit')
    .values({
      bureau_id: tx.bureauId,
      visit_id: visitId,
      task_id: task.taskId,
      draw_id: task.drawId,
      draw_no: task.drawNo,
      draw_kind: task.drawKind ?? 'committed',
      year: task.year,
      plan_row_no: task.planRowNo,
      place,
      task_name: task.taskName,
      objects: task.objects,
      due_on: task.to,
      dispatched_at: tx.now,
      checklist: toJson(checklist),
    })
    .execute();
}

async function insertInspection(tx: Tx, actor: Actor, inspection: Inspection): Promise<void> {
  await tx.db
    .insertInto('inspection')
    .values({
      bureau_id: tx.bureauId,
      inspection_id: inspection.id,
      visit_id: inspection.visitId,
      subject_id: inspection.subject.subjectId,
      subject_code: inspection.subject.code,
      subject_name: inspection.subject.name,
      ...columnsOf(inspection),
      version: 1,
      changed_by: actor.name,
      changed_at: tx.now,
    })
    .execute();
}
