import type { Budget, BudgetId, BudgetStatus, BureauId, Instant } from '@mingchou/domain';

export interface BudgetTable {
  bureau_id: BureauId;
  budget_id: BudgetId;
  year: number;
  status: BudgetStatus;
  state: Budget;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    budget: BudgetTable;
  }
}
