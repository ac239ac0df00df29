import type { RefusalTable } from '@mingchou/contract';
import { budgetRefusals, budgetRoutes, exchangeRefusals } from '@mingchou/contract';
import type { BudgetRefusal, FileRefusal } from '@mingchou/domain';
import {
  approveBudget,
  ok,
  reopenBudget,
  returnBudget,
  reviewBudget,
  withdrawBudget,
  writeBudget,
} from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import { begin, change, keep, mend, submit } from './commands.ts';
import { takeFile, tryFile } from './file.ts';
import { printBudget } from './paper/print.ts';
import type { BudgetPaperPorts, BudgetPorts } from './ports.ts';
import { showBudget } from './queries.ts';

export { budgetsInForce } from './in-force.ts';
export type { BudgetPorts } from './ports.ts';

const refusals: RefusalTable<BudgetRefusal> = budgetRefusals;
const fileRefusals: RefusalTable<BudgetRefusal | FileRefusal> = { ...exchangeRefusals, ...budgetRefusals };

/** 工作日测算 — how many person-days of the year are left for supervision, added up again. */
export function budgetModule(ports: BudgetPorts, papers: BudgetPaperPorts): Module {
  return {
    noun: 'budget',
    bindings: [
      bind(budgetRoutes.beginBudget, refusals, begin),
      bind(budgetRoutes.tryBudgetFile, fileRefusals, (tx, _actor, input) => tryFile(ports, tx, input)),
      bind(budgetRoutes.takeBudgetFile, fileRefusals, (tx, actor, input) => takeFile(ports, tx, actor, input)),
      bind(budgetRoutes.writeBudget, refusals, (tx, actor, input) =>
        change(tx, actor, input, (budget) => writeBudget(budget, input.content)),
      ),
      bind(budgetRoutes.mendBudget, refusals, (tx, actor, input) => mend(ports, tx, actor, input)),
      bind(budgetRoutes.keepBudgetFinding, refusals, (tx, actor, input) => keep(ports, tx, actor, input)),
      bind(budgetRoutes.submitBudget, refusals, (tx, actor, input) => submit(ports, tx, actor, input)),
      bind(budgetRoutes.withdrawBudget, refusals, (tx, actor, input) =>
        change(tx, actor, input, (budget) => withdrawBudget(budget, actor, tx.now, input.reason)),
      ),
      bind(budgetRoutes.returnBudget, refusals, (tx, actor, input) =>
        change(tx, actor, input, (budget) => returnBudget(budget, actor, tx.now, input.reason)),
      ),
      bind(budgetRoutes.reviewBudget, refusals, (tx, actor, input) =>
        change(tx, actor, input, (budget) => reviewBudget(budget, actor, tx.now, input.opinion)),
      ),
      bind(budgetRoutes.reopenBudget, refusals, (tx, actor, input) =>
        change(tx, actor, input, (budget) => reopenBudget(budget, actor, tx.now, input.reason)),
      ),
      bind(budgetRoutes.approveBudget, refusals, (tx, actor, input) =>
        change(tx, actor, input, (budget) => approveBudget(budget, actor, tx.now)),
      ),
      answer(budgetRoutes.printBudget, refusals, (db, _actor, input) => printBudget(ports, papers, db, input)),
      answer(budgetRoutes.showBudget, refusals, async (db, _actor, { year }) => ok(await showBudget(ports, db, year))),
    ],
  };
}
