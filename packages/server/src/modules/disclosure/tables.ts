import type { PublicDeadline } from '@mingchou/contract';
import type { BureauId, CalendarDate, DisclosureStep, InspectionId, InspectorId, Instant } from '@mingchou/domain';
import type { DisclosureRecord } from './record.ts';

export interface DisclosureTable {
  bureau_id: BureauId;
  inspection_id: InspectionId;
  draw_no: number;
  subject_name: string;
  team: InspectorId[];
  status: 'waiting' | 'disclosed';
  step: DisclosureStep;
  last_on: CalendarDate;
  /** The first day on which some channel would be late; the queue is ordered by it. */
  strictest_on: CalendarDate;
  record: DisclosureRecord;
  deadline: PublicDeadline;
  disclosed_at: Instant | null;
  disclosed_by: string | null;
  days_used: number | null;
  late: boolean | null;
  version: number;
}

declare module '../../db/tables.ts' {
  interface Tables {
    disclosure: DisclosureTable;
  }
}
