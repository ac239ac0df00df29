import type { OutsideVisitView, registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  type CalendarDate,
  dateOf,
  ok,
  type OutsideVisit,
  type OutsideVisitId,
  registerOutsideVisit as decideRegister,
  type Result,
  type SubjectId,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { loadSubjectForUpdate } from './subject-store.ts';
import './tables.ts';

type Register = z.output<typeof registryRoutes.registerOutsideVisit.input>;

export async function registerOutsideVisit(
  tx: Tx,
  actor: Actor,
  input: Register,
): Promise<Result<{ id: OutsideVisitId }, RegistryRefusal>> {
  const subject = await loadSubjectForUpdate(tx, input.subjectId);
  const known = await visitsOf(tx, input.subjectId);
  const facts = { subjectFound: subject !== undefined, today: dateOf(tx.now), known };
  const decision = decideRegister({ ...input, id: newId<OutsideVisitId>() }, facts);
  if (!decision.ok) return decision;
  const { visit } = decision.value;
  await tx.db
    .insertInto('outside_visit')
    .values({
      bureau_id: tx.bureauId,
      id: visit.id,
      subject_id: visit.subjectId,
      visited_on: visit.on,
      department: visit.department,
      evidence: visit.evidence,
      registered_at: tx.now,
      registered_by: actor.personId,
      registered_by_name: actor.name,
    })
    .execute();
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: visit.id, version: 1, event: decision.value });
  return ok({ id: visit.id });
}

/** The visits of other departments to one object, the latest first. */
export async function outsideVisitsOf(db: Db, subjectId: SubjectId): Promise<OutsideVisitView[]> {
  const visits = await visitsOf(db, subjectId);
  return visits.map(({ id, on, department, evidence }) => ({ id, on, department, evidence }));
}

/** On which days of the year other departments visited each object. */
export async function outsideVisitDays(db: Db, year: number): Promise<ReadonlyMap<SubjectId, readonly CalendarDate[]>> {
  const rows = await db.db
    .selectFrom('outside_visit')
    .select(['subject_id', 'visited_on'])
    .where('bureau_id', '=', db.bureauId)
    .where('visited_on', '>=', `${year}-01-01` as CalendarDate)
    .where('visited_on', '<=', `${year}-12-31` as CalendarDate)
    .orderBy('visited_on')
    .execute();
  const days = new Map<SubjectId, CalendarDate[]>();
  for (const { subject_id: id, visited_on: on } of rows) days.set(id, [...(days.get(id) ?? []), on]);
  return days;
}

async function visitsOf(db: Db, subjectId: SubjectId): Promise<readonly OutsideVisit[]> {
  const rows = await db.db
    .selectFrom('outside_visit')
    .select(['id', 'subject_id', 'visited_on', 'department', 'evidence'])
    .where('bureau_id', '=', db.bureauId)
    .where('subject_id', '=', subjectId)
    .orderBy('visited_on', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    on: row.visited_on,
    department: row.department,
    evidence: row.evidence,
  }));
}
