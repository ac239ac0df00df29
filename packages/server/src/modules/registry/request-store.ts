import type { SubjectId, SubjectRequest, SubjectRequestId } from '@mingchou/domain';
import type { Selectable } from 'kysely';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { contactOf, saveContacts } from './contact-store.ts';
import type { RequestedInput, SubjectRequestTable } from './tables.ts';

/** `false` when another one asked for the same object a moment before. */
export async function insertRequest(tx: Tx, request: SubjectRequest, input: RequestedInput): Promise<boolean> {
  const { contactName, contactPhone, ...plain } = input;
  const typed = { contactName, contactPhone };
  const inserted = await tx.db
    .insertInto('subject_request')
    .values({
      bureau_id: tx.bureauId,
      id: request.id,
      kind: request.kind,
      subject_id: request.subjectId,
      name: request.name,
      subject_version: request.subjectVersion,
      reason: request.reason,
      // JSON leaves out what was not typed, so null tells that it was emptied.
      input: toJson({ plain, typed: Object.keys(JSON.parse(JSON.stringify(typed)) as object) }),
      changes: JSON.stringify(request.changes),
      asked_at: request.asked.at,
      asked_by: request.asked.by,
      asked_by_name: request.asked.name,
      answer: 'waiting',
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'subject_id']).where('answer', '=', 'waiting').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  const contact = { contactName: contactName ?? null, contactPhone: contactPhone ?? null };
  await saveContacts(tx, [{ id: request.id, contact }]);
  return true;
}

export async function waitingRequest(db: Db, subjectId: SubjectId): Promise<SubjectRequest | null> {
  const row = await db.db
    .selectFrom('subject_request')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('subject_id', '=', subjectId)
    .where('answer', '=', 'waiting')
    .executeTakeFirst();
  return row === undefined ? null : requestOf(row);
}

/** The request under its lock, with what was typed, personal values put back. */
export async function loadRequestForUpdate(
  tx: Tx,
  id: SubjectRequestId,
): Promise<{ readonly request: SubjectRequest; readonly input: RequestedInput } | undefined> {
  const row = await tx.db
    .selectFrom('subject_request')
    .selectAll()
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const contact = await contactOf(tx, id);
  const typed = Object.fromEntries(row.input.typed.map((field) => [field, contact[field] ?? null]));
  return { request: requestOf(row), input: { ...row.input.plain, ...typed } };
}

/** Keeps the answer; the personal values that were typed have done their duty. */
export async function saveRequestAnswer(tx: Tx, request: SubjectRequest): Promise<void> {
  const { answer } = request;
  if (answer.kind === 'waiting') return;
  await tx.db
    .updateTable('subject_request')
    .set({
      answer: answer.kind,
      answered_at: answer.at,
      answered_by_name: answer.name,
      answer_reason: answer.kind === 'declined' ? answer.reason : null,
      version: request.version,
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', request.id)
    .where('version', '=', request.version - 1)
    .execute();
  await saveContacts(tx, [{ id: request.id, contact: { contactName: null, contactPhone: null } }]);
}

export async function listedRequests(db: Db, waiting: boolean, page: { readonly page: number; readonly size: number }) {
  const list = db.db
    .selectFrom('subject_request')
    .where('bureau_id', '=', db.bureauId)
    .where('answer', waiting ? '=' : '!=', 'waiting');
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await list
    .selectAll()
    .orderBy('asked_at', waiting ? 'asc' : 'desc')
    .orderBy('id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { rows: rows.map(requestOf), total };
}

function requestOf(row: Selectable<SubjectRequestTable>): SubjectRequest {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    name: row.name,
    subjectVersion: row.subject_version,
    reason: row.reason,
    changes: row.changes,
    asked: { at: row.asked_at, by: row.asked_by, name: row.asked_by_name },
    answer: answerOf(row),
    version: row.version,
  };
}

function answerOf(row: Selectable<SubjectRequestTable>): SubjectRequest['answer'] {
  const by = { at: row.answered_at ?? row.asked_at, name: row.answered_by_name ?? '' };
  if (row.answer === 'declined') return { kind: 'declined', ...by, reason: row.answer_reason ?? '' };
  return row.answer === 'approved' ? { kind: 'approved', ...by } : { kind: 'waiting' };
}
