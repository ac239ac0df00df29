import type { RefusalTable } from '@mingchou/contract';
import { planRefusals, planRoutes } from '@mingchou/contract';
import type { PlanRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import { fileAbove, giveNumber, planFile, recordAnswer, recordReceipt, sendOn } from './approval.ts';
import { amend, updateTerms } from './amend.ts';
import { comparePlans } from './compare.ts';
import { addRow, create, dismiss, keepApart, mend, merge, removeRow, updateHead, updateRow } from './commands.ts';
import { exportPlan } from './export.ts';
import { approve, publish, review, sendBack, submit, withdraw } from './flow.ts';
import { type PlanPaperPorts, printPlan } from './paper/print.ts';
import type { PlanPorts } from './ports.ts';
import { listPlans, showPlan } from './queries.ts';

export { type ApprovedRow, approvedRow, approvedRows, plannedItems } from './approved.ts';
export { addRow as addPlanRow, create as createPlan } from './commands.ts';
export { planImpact } from './impact.ts';
export { pressPaper } from './paper/print.ts';
export { listedPlans } from './plans.ts';
export type { PlanPorts } from './ports.ts';

const refusals: RefusalTable<PlanRefusal> = planRefusals;

/** 年度抽查计划, from the draft to the public table. */
export function planModule(ports: PlanPorts, papers: PlanPaperPorts): Module {
  return {
    noun: 'plan',
    bindings: [
      bind(planRoutes.createPlan, refusals, (tx, actor, input) => create(ports, tx, actor, input)),
      bind(planRoutes.amendPlan, refusals, (tx, actor, input) => amend(tx, actor, input)),
      bind(planRoutes.updateAmendment, refusals, (tx, actor, input) => updateTerms(ports, tx, actor, input)),
      bind(planRoutes.updatePlan, refusals, (tx, actor, input) => updateHead(ports, tx, actor, input)),
      bind(planRoutes.addPlanRow, refusals, (tx, actor, input) => addRow(ports, tx, actor, input)),
      bind(planRoutes.updatePlanRow, refusals, (tx, actor, input) => updateRow(ports, tx, actor, input)),
      bind(planRoutes.removePlanRow, refusals, (tx, actor, input) => removeRow(ports, tx, actor, input)),
      bind(planRoutes.mendFinding, refusals, (tx, actor, input) => mend(ports, tx, actor, input)),
      bind(planRoutes.dismissFinding, refusals, (tx, actor, input) => dismiss(ports, tx, actor, input)),
      bind(planRoutes.mergeRows, refusals, (tx, actor, input) => merge(ports, tx, actor, input)),
      bind(planRoutes.dismissMerge, refusals, (tx, actor, input) => keepApart(ports, tx, actor, input)),
      bind(planRoutes.submitPlan, refusals, (tx, actor, input) => submit(ports, tx, actor, input)),
      bind(planRoutes.withdrawPlan, refusals, (tx, actor, input) => withdraw(ports, tx, actor, input)),
      bind(planRoutes.reviewPlan, refusals, (tx, actor, input) => review(ports, tx, actor, input)),
      bind(planRoutes.returnPlan, refusals, (tx, actor, input) => sendBack(ports, tx, actor, input)),
      bind(planRoutes.approvePlan, refusals, (tx, actor, input) => approve(ports, tx, actor, input)),
      bind(planRoutes.sendPlanToGovernment, refusals, (tx, actor, input) => sendOn(ports, tx, actor, input)),
      bind(planRoutes.recordGovernmentAnswer, refusals, (tx, actor, input) => recordAnswer(ports, tx, actor, input)),
      bind(planRoutes.numberPlan, refusals, (tx, actor, input) => giveNumber(ports, tx, actor, input)),
      bind(planRoutes.filePlan, refusals, (tx, actor, input) => fileAbove(ports, tx, actor, input)),
      bind(planRoutes.recordFilingReceipt, refusals, (tx, actor, input) => recordReceipt(ports, tx, actor, input)),
      bind(planRoutes.publishPlan, refusals, (tx, actor, input) => publish(ports, tx, actor, input)),
      answer(planRoutes.listPlans, refusals, async (db, _actor, input) => ok(await listPlans(ports, db, input))),
      answer(planRoutes.showPlan, refusals, (db, _actor, { planId }) => showPlan(ports, db, planId)),
      answer(planRoutes.comparePlans, refusals, (db, _actor, input) => comparePlans(ports, db, input)),
      answer(planRoutes.planFile, refusals, (db, _actor, input) => planFile(db, input)),
      answer(planRoutes.exportPlan, refusals, (db, _actor, { planId }) => exportPlan(ports, db, planId)),
      answer(planRoutes.printPlan, refusals, (db, _actor, input) => printPlan(ports, papers, db, input)),
    ],
  };
}
