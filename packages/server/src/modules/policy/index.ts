import type { RefusalTable } from '@mingchou/contract';
import { policyRefusals, policyRoutes } from '@mingchou/contract';
import type { PolicyRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import { adopt } from './commands.ts';
import { calendarOf, calendarYear, currentPolicy } from './queries.ts';

export { calendarOf, policyOf } from './queries.ts';

const refusals: RefusalTable<PolicyRefusal> = policyRefusals;

/** 本局规则 and 工作日历. */
export function policyModule(): Module {
  return {
    noun: 'policy',
    bindings: [
      bind(policyRoutes.adoptPolicy, refusals, adopt),
      answer(policyRoutes.currentPolicy, refusals, (db) => currentPolicy(db)),
      answer(policyRoutes.calendarYear, refusals, async (db, _actor, { year }) =>
        ok(calendarYear(calendarOf(db), year)),
      ),
    ],
  };
}
