import type { BureauId, Instant, Plan, PlanId, PlanRowId, PlanStatus } from '@mingchou/domain';

export interface PlanTable {
  bureau_id: BureauId;
  plan_id: PlanId;
  year: number;
  /** 0: the year's plan itself; 1 and on: its amendments. */
  amendment_no: number;
  title: string;
  status: PlanStatus;
  state: Plan;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

export interface PlanRowTable {
  bureau_id: BureauId;
  plan_row_id: PlanRowId;
  plan_id: PlanId;
}

declare module '../../db/tables.ts' {
  interface Tables {
    plan: PlanTable;
    plan_row: PlanRowTable;
  }
}
