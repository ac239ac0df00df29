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
  withdrawOutsideVisit as decideWithdraw,
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
  const known = await standingVisits(tx, input.subjectId);
  const facts = { subjectFound: subject !== undefined, today: dateOf(tx.now), known };
  const decision = decideRegister({ ...input, id: newId<OutsideVisitId>() }, facts);
  if (!decision.ok) return decision;
  const { visit } = decision.value;
  await insertVisits(tx, actor, [visit]);
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: visit.id, version: 1, event: decision.value });
  return ok({ id: visit.id });
}

/** Writes visits in lots; nobody else writes the same while the objects are locked or the import holds its mark. */
export async function insertVisits(tx: Tx, actor: Actor, visits: readonly OutsideVisit[]): Promise<void> {
  for (let at = 0; at < visits.length; at += 1_000) {
    const rows = visits.slice(at, at + 1_000).map(({ id, subjectId, on, department, evidence }) => ({
      ...{ bureau_id: tx.bureauId, id, subject_id: subjectId, visited_on: on, department, evidence },
      ...{ registered_at: tx.now, registered_by: actor.personId, registered_by_name: actor.name },
      ...{ withdrawn_at: null, withdrawn_by_name: null, withdrawn_reason: null },
    }));
    await tx.db.insertInto('outside_visit').values(rows).execute();
  }
}

export async function withdrawOutsideVisit(
  tx: Tx,
  actor: Actor,
  { id, reason }: { readonly id: OutsideVisitId; readonly reason: string },
): Promise<Result<{ id: OutsideVisitId }, RegistryRefusal>> {
  const row = await tx.db
    .selectFrom('outside_visit')
    .select(['subject_id', 'withdrawn_at'])
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const found = row && { visit: { id, subjectId: row.subject_id }, withdrawn: row.withdrawn_at !== null };
  const decision = decideWithdraw(found, reason);
  if (!decision.ok) return decision;
  await tx.db
    .updateTable('outside_visit')
    .set({ withdrawn_at: tx.now, withdrawn_by_name: actor.name, withdrawn_reason: decision.value.reason })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .execute();
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: id, version: 2, event: decision.value });
  return ok({ id });
}

/** The visits of other departments to one object, the latest first, withdrawn ones too. */
export async function outsideVisitsOf(db: Db, subjectId: SubjectId): Promise<OutsideVisitView[]> {
  const rows = await db.db
    .selectFrom('outside_visit')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('subject_id', '=', subjectId)
    .orderBy('visited_on', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, on: row.visited_on, department: row.department, evidence: row.evidence },
    registeredBy: row.registered_by_name,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: row.withdrawn_by_name ?? '', reason: row.withdrawn_reason ?? '' },
  }));
}

/** What stands, of one object or of all. */
export async function standingVisits(db: Db, subjectId?: SubjectId): Promise<readonly OutsideVisit[]> {
  let rows = db.db
    .selectFrom('outside_visit')
    .select(['id', 'subject_id', 'visited_on', 'department', 'evidence'])
    .where('bureau_id', '=', db.bureauId)
    .where('withdrawn_at', 'is', null);
  if (subjectId !== undefined) rows = rows.where('subject_id', '=', subjectId);
  return (await rows.execute()).map((row) => ({
    ...{ id: row.id, subjectId: row.subject_id, on: row.visited_on },
    ...{ department: row.department, evidence: row.evidence },
  }));
}

/** On which days of the year other departments visited each object. */
export async function outsideVisitDays(db: Db, year: number): Promise<ReadonlyMap<SubjectId, readonly CalendarDate[]>> {
  const rows = await db.db
    .selectFrom('outside_visit')
    .select(['subject_id', 'visited_on'])
    .where('bureau_id', '=', db.bureauId)
    .where('withdrawn_at', 'is', null)
    .where('visited_on', '>=', `${year}-01-01` as CalendarDate)
    .where('visited_on', '<=', `${year}-12-31` as CalendarDate)
    .orderBy('visited_on')
    .execute();
  const days = new Map<SubjectId, CalendarDate[]>();
  for (const { subject_id: id, visited_on: on } of rows) days.set(id, [...(days.get(id) ?? []), on]);
  return days;
}
