import type { BudgetView, budgetRoutes } from '@mingchou/contract';
import type { BudgetEvent } from '@mingchou/domain';
import { budgetEventText } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { rulesOf } from './commands.ts';
import type { BudgetPorts } from './ports.ts';
import { budgetOfYear, type StoredBudget } from './store.ts';

type Reply = z.input<typeof budgetRoutes.showBudget.reply>;

/** The year's budget, or none, with what it is checked by: the page checks while somebody types. */
export async function showBudget(ports: BudgetPorts, db: Db, year: number): Promise<Reply> {
  const stored = await budgetOfYear(db, year);
  const rules = await rulesOf(ports, db, year);
  if (stored === undefined) return { budget: null, rules, history: [] };
  return { budget: viewOf(stored), rules, history: await historyOf(db, stored) };
}

function viewOf({ budget, version, changedBy, changedAt }: StoredBudget): BudgetView {
  const { id, year, status, edition, content, kept } = budget;
  return {
    ...{ id, version, year, status, edition, content, kept, changedBy, changedAt },
    origin: budget.origin ?? null,
    sentBack: budget.status === 'draft' ? budget.sentBack : null,
    submitted: budget.status === 'draft' ? null : budget.submitted,
    review: 'review' in budget ? (budget.review ?? null) : null,
    editions: budget.editions ?? [],
    approved: budget.status === 'approved' ? budget.approved : null,
  };
}

/** 办理记录, newest first. */
async function historyOf(db: Db, { budget }: StoredBudget): Promise<Reply['history']> {
  const entries = await db.db
    .selectFrom('audit_entry')
    .select(['at', 'actor_name', 'event'])
    .where('bureau_id', '=', db.bureauId)
    .where('noun', '=', 'budget')
    .where('aggregate_id', '=', budget.id)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return entries.map((entry) => ({
    at: entry.at,
    by: entry.actor_name,
    // Written by this module as a BudgetEvent, in the same transaction as the budget itself.
    what: budgetEventText(entry.event as BudgetEvent),
  }));
}
