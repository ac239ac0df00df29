import type { RefusalTable } from '@mingchou/contract';
import { policyRefusals, policyRoutes } from '@mingchou/contract';
import type { PolicyRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import { approve, decline, propose } from './change-commands.ts';
import { adopt } from './commands.ts';
import { approveForTask, declineForTask, proposeForTask } from './override-commands.ts';
import { approveWhole, declineWhole, proposeWhole } from './proposal-commands.ts';
import { calendarOf, calendarYear, currentPolicy, policyHistory, taskRules } from './queries.ts';
import type { PolicyPorts } from './ports.ts';
import { previewChange } from './preview.ts';
import { samplePolicies } from './sample-policies.ts';

export type { PolicyPorts, RuledTask } from './ports.ts';
export { calendarOf, policyOf, policyOfTask } from './queries.ts';

const refusals: RefusalTable<PolicyRefusal> = policyRefusals;

/** 本局规则 and 工作日历. */
export function policyModule(ports: PolicyPorts): Module {
  return {
    noun: 'policy',
    bindings: [
      bind(policyRoutes.adoptPolicy, refusals, (tx, actor, input) => adopt(ports, tx, actor, input)),
      bind(policyRoutes.proposeTaskRule, refusals, (tx, actor, input) => proposeForTask(ports, tx, actor, input)),
      bind(policyRoutes.approveTaskRule, refusals, (tx, actor, input) => approveForTask(ports, tx, actor, input)),
      bind(policyRoutes.declineTaskRule, refusals, (tx, actor, input) => declineForTask(ports, tx, actor, input)),
      answer(policyRoutes.taskRules, refusals, (db, actor, { taskId }) => taskRules(ports, db, actor, taskId)),
      bind(policyRoutes.proposeProfile, refusals, proposeWhole),
      bind(policyRoutes.approveProfile, refusals, (tx, actor, input) => approveWhole(ports, tx, actor, input)),
      bind(policyRoutes.declineProfile, refusals, declineWhole),
      answer(policyRoutes.currentPolicy, refusals, (db) => currentPolicy(db)),
      bind(policyRoutes.proposePolicyChange, refusals, propose),
      bind(policyRoutes.approvePolicyChange, refusals, (tx, actor, input) => approve(ports, tx, actor, input)),
      bind(policyRoutes.declinePolicyChange, refusals, decline),
      answer(policyRoutes.policyHistory, refusals, async (db, actor) => ok(await policyHistory(db, actor))),
      answer(policyRoutes.previewPolicyChange, refusals, (db, _actor, input) => previewChange(ports, db, input)),
      answer(policyRoutes.listSamplePolicies, refusals, () => Promise.resolve(ok({ profiles: [...samplePolicies()] }))),
      answer(policyRoutes.calendarYear, refusals, async (db, _actor, { year }) =>
        ok(calendarYear(calendarOf(db), year)),
      ),
    ],
  };
}
