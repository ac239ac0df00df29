import type {
  Actor,
  Budget,
  BudgetContent,
  BudgetEvent,
  BudgetId,
  BudgetOrigin,
  BudgetRefusal,
  BudgetRules,
  Result,
} from '@mingchou/domain';
import {
  beginBudget,
  budgetRulesOf,
  evolveBudget,
  keepBudgetFinding,
  mendBudget,
  nationalCalendar,
  ok,
  refuse,
  submitBudget,
} from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { BudgetPorts } from './ports.ts';
import { insertBudget, loadBudgetForUpdate, saveBudget, yearsWithBudget } from './store.ts';

/** Which budget, and the version of it that the person saw. */
export interface BudgetTarget {
  readonly budgetId: BudgetId;
  readonly version: number;
}
export type SavedBudget = Promise<Result<{ budgetId: BudgetId; version: number }, BudgetRefusal>>;

export async function rulesOf(ports: Pick<BudgetPorts, 'policy'>, db: Db, year: number): Promise<BudgetRules> {
  return budgetRulesOf(await ports.policy(db), year, nationalCalendar);
}

export async function begin(
  tx: Tx,
  actor: Actor,
  input: { readonly year: number; readonly content: BudgetContent; readonly origin?: BudgetOrigin },
): SavedBudget {
  const years = await yearsWithBudget(tx);
  const decision = beginBudget({ id: newId<BudgetId>(), ...input, years }, actor, tx.now);
  if (!decision.ok) return decision;

  const budget = evolveBudget(null, decision.value);
  if (!(await insertBudget(tx, budget, actor.name))) return refuse({ code: 'budget-year-taken', year: input.year });
  await appendAudit(tx, actor, { noun: 'budget', aggregateId: budget.id, version: 1, event: decision.value });
  return ok({ budgetId: budget.id, version: 1 });
}

/** Every change: lock, decide, save, append. */
export async function change(
  tx: Tx,
  actor: Actor,
  target: BudgetTarget,
  decide: (budget: Budget) => Promise<Result<BudgetEvent, BudgetRefusal>> | Result<BudgetEvent, BudgetRefusal>,
): SavedBudget {
  const stored = await loadBudgetForUpdate(tx, target.budgetId);
  if (stored === undefined) return refuse({ code: 'budget-not-found' });
  if (stored.version !== target.version) {
    return refuse({ code: 'budget-stale', changedBy: stored.changedBy, changedAt: stored.changedAt });
  }
  const decision = await decide(stored.budget);
  if (!decision.ok) return decision;

  const next = evolveBudget(stored.budget, decision.value);
  const version = await saveBudget(tx, next, stored.version, actor.name);
  await appendAudit(tx, actor, { noun: 'budget', aggregateId: next.id, version, event: decision.value });
  return ok({ budgetId: next.id, version });
}

type Choice = BudgetTarget & { readonly finding: string };

export function mend(
  ports: BudgetPorts,
  tx: Tx,
  actor: Actor,
  input: Choice & { readonly remedy: string },
): SavedBudget {
  return change(tx, actor, input, async (budget) => mendBudget(budget, input, await rulesOf(ports, tx, budget.year)));
}

export function keep(
  ports: BudgetPorts,
  tx: Tx,
  actor: Actor,
  input: Choice & { readonly reason: string },
): SavedBudget {
  return change(tx, actor, input, async (budget) =>
    keepBudgetFinding(budget, input, await rulesOf(ports, tx, budget.year), actor, tx.now),
  );
}

export function submit(ports: BudgetPorts, tx: Tx, actor: Actor, input: BudgetTarget): SavedBudget {
  return change(tx, actor, input, async (budget) =>
    submitBudget(budget, await rulesOf(ports, tx, budget.year), actor, tx.now),
  );
}
