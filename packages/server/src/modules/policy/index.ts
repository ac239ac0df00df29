import type { RefusalTable } from '@mingchou/contract';
import { policyRefusals, policyRoutes } from '@mingchou/contract';
import type { PolicyRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import { approve, decline, propose } from './change-commands.ts';
import { adopt } from './commands.ts';
import { calendarOf, calendarYear, currentPolicy, policyHistory } from './queries.ts';
import type { PolicyPorts } from './ports.ts';
import { previewChange } from './preview.ts';
import { samplePolicies } from './sample-policies.ts';

export type { PolicyPorts } from './ports.ts';
export { calendarOf, policyOf } from './queries.ts';

const refusals: RefusalTable<PolicyRefusal> = policyRefusals;

/** 本局规则 and 工作日历. */
export function policyModule(ports: PolicyPorts): Module {
  return {
    noun: 'policy',
    bindings: [
      bind(policyRoutes.adoptPolicy, refusals, (tx, actor, input) => adopt(ports, tx, actor, input)),
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
