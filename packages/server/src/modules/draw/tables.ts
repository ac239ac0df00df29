import type {
  BureauId,
  CalendarDate,
  Draw,
  DrawFilter,
  DrawFilterId,
  DrawId,
  DrawStatus,
  ExclusionReason,
  InspectorId,
  Instant,
  PersonId,
  RoundId,
  SubjectId,
  TaskId,
} from '@mingchou/domain';

interface OfDraw {
  bureau_id: BureauId;
  draw_id: DrawId;
}

export interface DrawTable extends OfDraw {
  task_id: TaskId;
  draw_no: number;
  year: number;
  round_id: RoundId | null;
  task_name: string;
  objects: string;
  status: DrawStatus;
  commitment: string | null;
  state: Draw;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

export interface DrawRosterTable extends OfDraw {
  position: number;
  subject_id: SubjectId;
  code: string;
  name: string;
  sector: string;
  stratum: string;
  quota_group: string;
  exclusion_reason: ExclusionReason | null;
  exclusion_evidence: string | null;
}

export interface DrawInspectorTable extends OfDraw {
  code: string;
  inspector_id: InspectorId;
  name: string;
  qualifications: string[];
  certificate_until: CalendarDate | null;
  cap: number;
}

export interface DrawConflictTable extends OfDraw {
  subject_code: string;
  inspector_code: string;
}

export interface DrawObjectTable extends OfDraw {
  kind: 'selected' | 'reserve';
  place: number;
  subject_id: SubjectId;
  code: string;
  ticket: string;
  /** Null for a reserve. */
  visit: string | null;
}

export interface DrawSeatTable extends OfDraw {
  place: number;
  visit: string;
  seat: number;
  inspector_code: string | null;
}

export interface DrawFileTable extends OfDraw {
  name: string;
  revision: number;
  hash: string;
  size: number;
  audience: 'public' | 'auditors';
}

export interface DrawWitnessLinkTable extends OfDraw {
  witness: string;
  token_hash: string;
  issued_at: Instant;
}

export interface DrawFilterTable {
  bureau_id: BureauId;
  filter_id: DrawFilterId;
  name: string;
  filter: DrawFilter;
  saved_by: PersonId;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    draw: DrawTable;
    draw_roster: DrawRosterTable;
    draw_inspector: DrawInspectorTable;
    draw_conflict: DrawConflictTable;
    draw_object: DrawObjectTable;
    draw_seat: DrawSeatTable;
    draw_file: DrawFileTable;
    draw_filter: DrawFilterTable;
    draw_witness_link: DrawWitnessLinkTable;
  }
}
