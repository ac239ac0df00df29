import type {
  BureauId,
  CalendarDate,
  Checklist,
  DrawId,
  Inspection,
  InspectionId,
  InspectionStatus,
  InspectorId,
  Instant,
  SubjectId,
  TaskId,
  VisitId,
} from '@mingchou/domain';

export interface VisitTable {
  bureau_id: BureauId;
  visit_id: VisitId;
  task_id: TaskId;
  draw_id: DrawId;
  draw_no: number;
  draw_kind: 'committed' | 'external';
  year: number;
  plan_row_no: number;
  /** Place among the drawn, from 1. */
  place: number;
  task_name: string;
  objects: string;
  due_on: CalendarDate;
  dispatched_at: Instant;
  checklist: Checklist;
}

export interface InspectionTable {
  bureau_id: BureauId;
  inspection_id: InspectionId;
  visit_id: VisitId;
  subject_id: SubjectId;
  subject_code: string;
  subject_name: string;
  status: InspectionStatus;
  team: InspectorId[];
  begun_on: CalendarDate | null;
  ended_on: CalendarDate | null;
  category: string | null;
  state: Inspection;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    visit: VisitTable;
    inspection: InspectionTable;
  }
}
