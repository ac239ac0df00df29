import {
  type CalendarDate,
  type Employment,
  type Ineligibility,
  ineligibilitiesOn,
  type Leave,
  type InspectorId,
  type SectionId,
  type SubjectId,
  type SubjectPriority,
  type SubjectStatusKind,
  type CreditGrade,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { inspectorOf } from './inspector-store.ts';

/** An object as a draw needs it. Every status is given: what may not be drawn is excluded with its reason, not hidden. */
export interface SubjectForDraw {
  readonly id: SubjectId;
  /** Its id in the draw (mc-draw/1 §1). */
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly region: string | null;
  readonly sector: string;
  readonly priority: SubjectPriority;
  readonly creditGrade: CreditGrade | null;
  readonly sectionId: SectionId | null;
  readonly status: SubjectStatusKind;
  readonly statusSince: CalendarDate | null;
  readonly statusReason: string | null;
  readonly version: number;
}

/** The objects of some sectors in the order of their codes. */
export async function subjectsForDraw(
  db: Db,
  { sectors }: { readonly sectors: readonly string[] },
): Promise<readonly SubjectForDraw[]> {
  if (sectors.length === 0) return [];
  const rows = await db.db
    .selectFrom('subject')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('sector', 'in', sectors)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      address: row.address,
      region: row.region,
      sector: row.sector,
      priority: row.priority,
      creditGrade: row.credit_grade,
      sectionId: row.section_id,
      status: row.status,
      statusSince: row.status_since,
      statusReason: row.status_reason,
      version: row.version,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** An inspector as a draw needs him; `whyNot` is empty when nothing speaks against him on the day. */
export interface InspectorForDraw {
  readonly id: InspectorId;
  /** 执法证号: the person's id in the draw. */
  readonly code: string;
  readonly name: string;
  readonly sectionId: SectionId | null;
  readonly employment: Employment;
  readonly certificateExpiresOn: CalendarDate;
  /** Sector codes the person may inspect. */
  readonly qualifications: readonly string[];
  readonly cap: number;
  readonly whyNot: readonly Ineligibility[];
  /** Every leave of the calendar, for a window of days. */
  readonly leaves: readonly Leave[];
}

/** All inspectors in the order of their certificate numbers, judged for one day. */
export async function inspectorsForDraw(db: Db, on: CalendarDate): Promise<readonly InspectorForDraw[]> {
  const rows = await db.db.selectFrom('inspector').selectAll().where('bureau_id', '=', db.bureauId).execute();
  return rows
    .map((row) => ({
      id: row.id,
      code: row.certificate_no,
      name: row.name,
      sectionId: row.section_id,
      employment: row.employment,
      certificateExpiresOn: row.expires_on,
      qualifications: row.qualifications,
      cap: row.cap,
      whyNot: ineligibilitiesOn(inspectorOf(row, {}), on),
      leaves: row.leaves,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

export interface ConflictForDraw {
  readonly subjectId: SubjectId;
  readonly subjectCode: string;
  readonly inspectorId: InspectorId;
  readonly inspectorCode: string;
  readonly reason: string;
}

/** The conflicts of interest that stand now. */
export async function conflictsForDraw(db: Db): Promise<readonly ConflictForDraw[]> {
  const rows = await db.db
    .selectFrom('conflict_of_interest as c')
    .innerJoin('inspector as i', (join) =>
      join.onRef('i.bureau_id', '=', 'c.bureau_id').onRef('i.id', '=', 'c.inspector_id'),
    )
    .innerJoin('subject as s', (join) =>
      join.onRef('s.bureau_id', '=', 'c.bureau_id').onRef('s.id', '=', 'c.subject_id'),
    )
    .where('c.bureau_id', '=', db.bureauId)
    .where('c.withdrawn_at', 'is', null)
    .select(['c.subject_id', 'c.inspector_id', 'c.reason', 's.code', 'i.certificate_no'])
    .execute();
  return rows
    .map((row) => ({
      subjectId: row.subject_id,
      subjectCode: row.code,
      inspectorId: row.inspector_id,
      inspectorCode: row.certificate_no,
      reason: row.reason,
    }))
    .sort((a, b) => (a.subjectCode + a.inspectorCode < b.subjectCode + b.inspectorCode ? -1 : 1));
}
