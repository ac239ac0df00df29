import { inspectionRefusals, inspectionRoutes } from '@mingchou/contract';
import type { PersonId, TaskId } from '@mingchou/domain';
import { ok, refuse } from '@mingchou/domain';
import { z } from 'zod';
import { job } from '../../outbox/index.ts';
import { answer, bind, type Module } from '../../shell/module.ts';
import { finishTaskJob, runConfirm, runRecord, runReturn, runReview, runStart } from './commands.ts';
import type { InspectionPorts } from './ports.ts';
import { hasOpenInspections, listInspections } from './queries.ts';
import { showInspection } from './view.ts';

export { inspectionImpact } from './impact.ts';
export { changeTeam, lockVisits, replaceObject, visitsOfDraw, withdrawVisits } from './amend.ts';
export { closeDisclosed, lockInspection } from './commands.ts';
export { createVisits } from './dispatch.ts';
export type { DispatchedTask, InspectionOrigin, InspectionPorts } from './ports.ts';
export { publishProgressOf } from './progress.ts';
export { fieldworkOf, inspectionsInYear, openInspections } from './queries.ts';

const finishing = z.object({
  taskId: z.string().transform((id) => id as TaskId),
  personId: z.string().transform((id) => id as PersonId),
  name: z.string(),
});

/** 检查 — visits, their records and the two readings before a result goes public. */
export function inspectionModule(ports: InspectionPorts): Module {
  const { startInspection, recordOutcome, confirmOutcome, returnOutcome, reviewOutcome } = inspectionRoutes;
  return {
    noun: 'inspection',
    bindings: [
      bind(startInspection, inspectionRefusals, (tx, actor, input) => runStart(ports, tx, actor, input)),
      bind(recordOutcome, inspectionRefusals, (tx, actor, input) => runRecord(ports, tx, actor, input)),
      bind(confirmOutcome, inspectionRefusals, (tx, actor, input) => runConfirm(ports, tx, actor, input)),
      bind(returnOutcome, inspectionRefusals, (tx, actor, input) => runReturn(ports, tx, actor, input)),
      bind(reviewOutcome, inspectionRefusals, (tx, actor, input) => runReview(ports, tx, actor, input)),
      answer(inspectionRoutes.listInspections, inspectionRefusals, async (db, actor, input) =>
        ok(await listInspections(ports, db, actor, input)),
      ),
      answer(inspectionRoutes.showInspection, inspectionRefusals, async (db, actor, { inspectionId }) => {
        const view = await showInspection(ports, db, actor, inspectionId);
        return view === undefined ? refuse({ code: 'inspection-not-found' }) : ok(view);
      }),
    ],
    jobs: [
      job(finishTaskJob, finishing, async (tx, { taskId, personId, name }) => {
        if (!(await hasOpenInspections(tx, taskId))) await ports.finishTask(tx, { personId, name }, taskId);
      }),
    ],
  };
}
