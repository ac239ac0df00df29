import { createHash } from 'node:crypto';
import {
  type SectionId,
  type SectionReport,
  type SectionReportId,
  standsInBase,
  subjectStatuses,
} from '@mingchou/domain';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../db/tx.ts';
import type { SectionReportTable } from './tables.ts';

/** One section's part of the 名录库 as it stands now; `null` gathers what no section answers for. */
export interface SectionPart {
  readonly sectionId: SectionId | null;
  readonly total: number;
  readonly priority: number;
  readonly digest: string;
}

/** The whole base, part by part. */
export async function loadParts(db: Db): Promise<readonly SectionPart[]> {
  const rows = await db.db
    .selectFrom('subject')
    .select(['section_id', 'code', 'sector', 'priority', 'status'])
    .where('bureau_id', '=', db.bureauId)
    .where('status', 'in', subjectStatuses.filter(standsInBase))
    .execute();
  const bySection = Map.groupBy(rows, ({ section_id }) => section_id);
  return [...bySection].map(([sectionId, part]) => ({
    sectionId,
    total: part.length,
    priority: part.filter(({ priority }) => priority === 'priority').length,
    digest: digestOf(part.map(({ code, sector, priority, status }) => [code, sector, priority, status].join(','))),
  }));
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('hex');
}

/** A section without an object has an empty part. */
export function partOf(parts: readonly SectionPart[], sectionId: SectionId): SectionPart {
  return (
    parts.find((part) => part.sectionId === sectionId) ?? { sectionId, total: 0, priority: 0, digest: digestOf([]) }
  );
}

/** The last report of each section. */
export async function lastReports(db: Db): Promise<ReadonlyMap<SectionId, SectionReport>> {
  const rows = await db.db
    .selectFrom('section_report')
    .selectAll()
    .distinctOn('section_id')
    .where('bureau_id', '=', db.bureauId)
    .orderBy('section_id')
    .orderBy('reported_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.section_id, reportOf(row)]));
}

export async function loadReportForUpdate(tx: Tx, id: SectionReportId): Promise<SectionReport | undefined> {
  const row = await tx.db
    .selectFrom('section_report')
    .selectAll()
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && reportOf(row);
}

/** `false` when another one of the section was faster. */
export async function insertReport(tx: Tx, report: SectionReport): Promise<boolean> {
  const { id, sectionId, total, priority, digest, reported, version } = report;
  const inserted = await tx.db
    .insertInto('section_report')
    .values({
      bureau_id: tx.bureauId,
      id,
      section_id: sectionId,
      ...{ total, priority, digest, version },
      reported_at: reported.at,
      reported_by: reported.by,
      reported_by_name: reported.name,
      answer: 'waiting',
      answered_at: null,
      answered_by_name: null,
      answer_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function saveAnswer(tx: Tx, { id, answer, version }: SectionReport): Promise<void> {
  if (answer.kind === 'waiting') throw new Error('a report cannot go back to waiting');
  await tx.db
    .updateTable('section_report')
    .set({
      answer: answer.kind,
      answered_at: answer.at,
      answered_by_name: answer.name,
      answer_reason: answer.kind === 'returned' ? answer.reason : null,
      version,
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .execute();
}

function reportOf(row: Selectable<SectionReportTable>): SectionReport {
  return {
    id: row.id,
    sectionId: row.section_id,
    total: row.total,
    priority: row.priority,
    digest: row.digest,
    reported: { at: row.reported_at, by: row.reported_by, name: row.reported_by_name },
    answer: answerOf(row),
    version: row.version,
  };
}

function answerOf(row: Selectable<SectionReportTable>): SectionReport['answer'] {
  const { answer, answered_at: at, answered_by_name: name, answer_reason: reason } = row;
  if (answer === 'waiting') return { kind: 'waiting' };
  // The table's own checks hold that these are there.
  if (at === null || name === null) throw new Error('a report is answered by nobody');
  return answer === 'confirmed' ? { kind: answer, at, name } : { kind: answer, at, name, reason: reason ?? '' };
}
