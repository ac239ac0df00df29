import type { BureauId, DrawId, Instant, PlanRowId, Task, TaskId, TaskStatus } from '@mingchou/domain';

export interface TaskTable {
  bureau_id: BureauId;
  task_id: TaskId;
  plan_row_id: PlanRowId;
  year: number;
  row_no: number;
  name: string;
  status: TaskStatus;
  draw_id: DrawId | null;
  state: Task;
  version: number;
  opened_at: Instant;
  changed_by: string;
  changed_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    task: TaskTable;
  }
}
