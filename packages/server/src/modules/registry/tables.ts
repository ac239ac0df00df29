import type {
  BureauId,
  CalendarDate,
  CodeKind,
  ConflictId,
  ConflictKind,
  CreditGrade,
  Employment,
  ExpertConflictId,
  ExpertId,
  FieldChange,
  InspectorId,
  InspectorStatus,
  Instant,
  Leave,
  OccurrenceKind,
  OutsideVisitId,
  PersonId,
  PriorityGround,
  RequestKind,
  ReferenceListName,
  SectionId,
  SectionReport,
  SectionReportId,
  StandardisationLevel,
  SubjectId,
  SubjectKind,
  SubjectPriority,
  SubjectRequest,
  SubjectRequestId,
  SubjectStatusKind,
} from '@mingchou/domain';
import type { ColumnType, RawBuilder } from 'kysely';

export interface SubjectTable {
  bureau_id: BureauId;
  id: SubjectId;
  code_kind: CodeKind;
  code: string;
  code_kept_reason: string | null;
  name: string;
  name_pinyin: string;
  name_initials: string;
  address: string;
  region: string | null;
  sector: string;
  priority: SubjectPriority;
  credit_grade: CreditGrade | null;
  standardisation: StandardisationLevel | null;
  section_id: SectionId | null;
  status: SubjectStatusKind;
  status_since: CalendarDate | null;
  status_reason: string | null;
  kind: SubjectKind;
  former_names: string[];
  /** Degrees as PostgreSQL writes a numeric: text. */
  longitude: string | null;
  latitude: string | null;
  industry: string | null;
  grounds: PriorityGround[];
  grade_source: string | null;
  grade_on: CalendarDate | null;
  version: number;
}

export interface OutsideVisitTable {
  bureau_id: BureauId;
  id: OutsideVisitId;
  subject_id: SubjectId;
  visited_on: CalendarDate;
  department: string;
  evidence: string;
  registered_at: Instant;
  registered_by: PersonId;
  registered_by_name: string;
  withdrawn_at: Instant | null;
  withdrawn_by_name: string | null;
  withdrawn_reason: string | null;
}

export interface OccurrenceTable {
  bureau_id: BureauId;
  id: string;
  subject_id: SubjectId;
  kind: OccurrenceKind;
  happened_on: CalendarDate;
  evidence: string;
  registered_at: Instant;
  registered_by: PersonId;
  registered_by_name: string;
  set_aside_at: Instant | null;
  set_aside_by_name: string | null;
  set_aside_reason: string | null;
  version: number;
}

export interface SectionReportTable {
  bureau_id: BureauId;
  id: SectionReportId;
  section_id: SectionId;
  total: number;
  priority: number;
  digest: string;
  reported_at: Instant;
  reported_by: PersonId;
  reported_by_name: string;
  answer: SectionReport['answer']['kind'];
  answered_at: Instant | null;
  answered_by_name: string | null;
  answer_reason: string | null;
  version: number;
}

/** What was typed, in the shape of the command's input; which of the personal fields were typed is told beside it. */
export type RequestedInput = Readonly<Record<string, unknown>> & {
  readonly contactName?: string | null | undefined;
  readonly contactPhone?: string | null | undefined;
};

export interface SubjectRequestTable {
  bureau_id: BureauId;
  id: SubjectRequestId;
  kind: RequestKind;
  subject_id: SubjectId;
  name: string;
  subject_version: number;
  reason: string | null;
  input: ColumnType<KeptInput, RawBuilder<KeptInput>, never>;
  changes: ColumnType<readonly FieldChange[], string, never>;
  asked_at: Instant;
  asked_by: PersonId;
  asked_by_name: string;
  answer: SubjectRequest['answer']['kind'];
  answered_at: Instant | null;
  answered_by_name: string | null;
  answer_reason: string | null;
  version: number;
}

interface KeptInput {
  readonly plain: object;
  readonly typed: readonly string[];
}

export interface ExpertTable {
  bureau_id: BureauId;
  id: ExpertId;
  name: string;
  name_pinyin: string;
  name_initials: string;
  organisation: string;
  field: string;
  title: string | null;
  sectors: string[];
  appointed_until: CalendarDate;
  withdrawn_since: CalendarDate | null;
  withdrawn_reason: string | null;
  version: number;
}

export interface ExpertConflictTable {
  bureau_id: BureauId;
  id: ExpertConflictId;
  expert_id: ExpertId;
  subject_id: SubjectId;
  kind: ConflictKind;
  reason: string;
  declared_at: Instant;
  declared_by_name: string;
  withdrawn_at: Instant | null;
  withdrawn_by_name: string | null;
  withdrawn_reason: string | null;
  version: number;
}

export interface ReferenceCodeTable {
  bureau_id: BureauId;
  list: ReferenceListName;
  code: string;
  name: string;
  valid_from: CalendarDate | null;
  valid_to: CalendarDate | null;
  successor: string | null;
  source: string;
  version: number;
}

export interface InspectorTable {
  bureau_id: BureauId;
  id: InspectorId;
  name: string;
  name_pinyin: string;
  name_initials: string;
  certificate_no: string;
  issuer: string;
  expires_on: CalendarDate;
  employment: Employment;
  section_id: SectionId | null;
  qualifications: string[];
  cap: number;
  leaves: ColumnType<readonly Leave[], RawBuilder<readonly Leave[]>, RawBuilder<readonly Leave[]>>;
  status: InspectorStatus['kind'];
  status_since: CalendarDate | null;
  status_reason: string | null;
  version: number;
}

export type Contact = Readonly<Record<string, string | null>>;

export interface RegistryContactTable {
  bureau_id: BureauId;
  record_id: string;
  /** In clear only until the first start with keys; `sealed` holds them since. */
  contact: ColumnType<Contact | null, null | undefined, null>;
  sealed: Buffer | null;
}

export interface ConflictTable {
  bureau_id: BureauId;
  id: ConflictId;
  inspector_id: InspectorId;
  subject_id: SubjectId;
  kind: ConflictKind;
  reason: string;
  declared_at: Instant;
  declared_by: PersonId;
  declared_by_name: string;
  withdrawn_at: Instant | null;
  withdrawn_by: PersonId | null;
  withdrawn_by_name: string | null;
  withdrawn_reason: string | null;
  version: number;
}

export type RecordKind = 'subject' | 'inspector' | 'expert';

export interface RegistryChangeTable {
  bureau_id: BureauId;
  record_id: string;
  version: number;
  kind: RecordKind;
  at: Instant;
  by_id: PersonId;
  by_name: string;
  reason: string | null;
  changes: ColumnType<readonly FieldChange[], string, never>;
  state: ColumnType<unknown, string, never>;
  approved_by_name: string | null;
  removed: ColumnType<boolean, boolean | undefined, never>;
}

/** What an import did to one record. */
export interface ImportRowTable {
  bureau_id: BureauId;
  import_id: string;
  record_id: string;
  was: 'new' | 'changed';
  version: number;
  sealed_before: Buffer | null;
}

/** By which table of readings the bureau's names were written in pinyin. */
export interface NameReadingTable {
  bureau_id: BureauId;
  mark: string;
  read_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    subject: SubjectTable;
    occurrence: OccurrenceTable;
    outside_visit: OutsideVisitTable;
    expert: ExpertTable;
    expert_conflict: ExpertConflictTable;
    section_report: SectionReportTable;
    subject_request: SubjectRequestTable;
    reference_code: ReferenceCodeTable;
    inspector: InspectorTable;
    registry_contact: RegistryContactTable;
    conflict_of_interest: ConflictTable;
    registry_change: RegistryChangeTable;
    import_row: ImportRowTable;
    name_reading: NameReadingTable;
  }
}
