import {
  type Subject,
  type SubjectId,
  type SubjectParticulars,
  type SubjectStatus,
  unparticular,
} from '@mingchou/domain';
import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../db/tx.ts';
import { contactOf, contactsOf, saveContacts } from './contact-store.ts';
import { pinyinOf } from './pinyin.ts';
import type { Contact, SubjectTable } from './tables.ts';

export async function loadSubjectForUpdate(tx: Tx, id: SubjectId): Promise<Subject | undefined> {
  const row = await tx.db
    .selectFrom('subject')
    .selectAll()
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && subjectOf(row, await contactOf(tx, id));
}

/** One object of the registry as an import needs it: whole where the file names it, else what it may be mistaken for. */
export type Standing =
  | { readonly version: number; readonly subject: Subject }
  | { readonly version: number; readonly neighbour: Pick<SubjectTable, 'code' | 'name' | 'address'> };

/** The whole registry in the order of the codes, piece by piece: it never lies here at once. */
export async function* standingSubjects(
  db: Db,
  isNamed: (code: string) => boolean,
): AsyncGenerator<readonly Standing[]> {
  for (let last = ''; ; ) {
    const rows = await db.db
      .selectFrom('subject')
      .selectAll()
      .where('bureau_id', '=', db.bureauId)
      .where('code', '>', last)
      .orderBy('code')
      .limit(piece)
      .execute();
    // Personal data are opened only of the objects that the file names.
    const ids = rows.filter(({ code }) => isNamed(code)).map(({ id }) => id);
    const contacts = await contactsOf(db, ids);
    yield rows.map((row): Standing => {
      const { version, code, name, address } = row;
      if (!isNamed(code)) return { version, neighbour: { code, name, address } };
      return { version, subject: subjectOf(row, contacts.get(row.id) ?? {}) };
    });
    last = rows.at(-1)?.code ?? last;
    if (rows.length < piece) return;
  }
}

// A thousand rows are read and entered in some twenty milliseconds; then others have their turn.
const piece = 1_000;

/** Who holds the code in this bureau, if anybody but `except`. */
export async function codeHolder(db: Db, code: string, except?: SubjectId) {
  const row = await db.db
    .selectFrom('subject')
    .select(['id', 'name'])
    .where('bureau_id', '=', db.bureauId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row === undefined || row.id === except ? null : row;
}

/** Inserts what is new; fewer than asked when somebody else inserted one of the codes a moment before. */
export async function insertSubjects(tx: Tx, subjects: readonly Subject[]): Promise<number> {
  let inserted = 0;
  for (let from = 0; from < subjects.length; from += 1_000) {
    const rows = await tx.db
      .insertInto('subject')
      .values(subjects.slice(from, from + 1_000).map((subject) => rowOf(tx, subject)))
      .onConflict((conflict) => conflict.columns(['bureau_id', 'code']).doNothing())
      .returning('id')
      .execute();
    inserted += rows.length;
  }
  await saveContacts(tx, subjects.map(contactRow));
  return inserted;
}

/** Saves the next version; `false` when the row is no longer at the version before it. */
export async function updateSubject(tx: Tx, subject: Subject): Promise<boolean> {
  const { bureau_id, id, ...columns } = rowOf(tx, subject);
  const updated = await tx.db
    .updateTable('subject')
    .set(columns)
    .where('bureau_id', '=', bureau_id)
    .where('id', '=', id)
    .where('version', '=', subject.version - 1)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) return false;
  await saveContacts(tx, [contactRow(subject)]);
  return true;
}

/** Saves the next version of each; `false` when one of them is no longer at the version before it. */
export async function updateSubjects(tx: Tx, subjects: readonly Subject[]): Promise<boolean> {
  if (subjects.length === 0) return true;
  const rows = subjects.map((subject) => rowOf(tx, subject));
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'bureau_id' && column !== 'id');
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`next.${column}`)}`));
  const updated = await sql`
    update subject set ${set}
    from jsonb_populate_recordset(null::subject, ${JSON.stringify(rows)}::jsonb) as next
    where subject.bureau_id = ${tx.bureauId}::uuid and subject.id = next.id and subject.version = next.version - 1
  `.execute(tx.db);
  if (updated.numAffectedRows !== BigInt(subjects.length)) return false;
  await saveContacts(tx, subjects.map(contactRow));
  return true;
}

function contactRow({ id, contact }: Subject) {
  return { id, contact: { contactName: contact.name, contactPhone: contact.phone } };
}

function rowOf(tx: Tx, subject: Subject): SubjectTable {
  const { code, status } = subject;
  return {
    bureau_id: tx.bureauId,
    id: subject.id,
    code_kind: code.kind,
    code: code.text,
    code_kept_reason: code.keptReason,
    name: subject.name,
    ...pinyinOf(subject.name),
    address: subject.address,
    region: subject.region,
    sector: subject.sector,
    priority: subject.priority,
    credit_grade: subject.creditGrade,
    standardisation: subject.standardisation,
    section_id: subject.sectionId,
    status: status.kind,
    status_since: status.since,
    status_reason: status.reason,
    kind: subject.kind,
    former_names: [...subject.formerNames],
    longitude: subject.location === null ? null : String(subject.location.longitude),
    latitude: subject.location === null ? null : String(subject.location.latitude),
    industry: subject.industry,
    grounds: [...subject.grounds],
    grade_source: subject.gradeSource,
    grade_on: subject.gradeOn,
    version: subject.version,
  };
}

export function subjectOf(row: Selectable<SubjectTable>, contact: Contact): Subject {
  return {
    id: row.id,
    version: row.version,
    code: { kind: row.code_kind, text: row.code, keptReason: row.code_kept_reason },
    name: row.name,
    address: row.address,
    region: row.region,
    sector: row.sector,
    priority: row.priority,
    creditGrade: row.credit_grade,
    standardisation: row.standardisation,
    sectionId: row.section_id,
    ...particularsOf(row),
    contact: { name: contact['contactName'] ?? null, phone: contact['contactPhone'] ?? null },
    status: statusOf(row),
  };
}

/** A row as of a day before particulars were kept has none of these columns. */
export function particularsOf(row: Selectable<SubjectTable>): SubjectParticulars {
  const { longitude, latitude } = row;
  return {
    kind: row.kind ?? unparticular.kind,
    formerNames: row.former_names ?? unparticular.formerNames,
    location:
      longitude === null || latitude === null ? null : { longitude: Number(longitude), latitude: Number(latitude) },
    industry: row.industry,
    grounds: row.grounds ?? unparticular.grounds,
    gradeSource: row.grade_source,
    gradeOn: row.grade_on,
  };
}

export function statusOf(row: Pick<SubjectTable, 'status' | 'status_since' | 'status_reason'>): SubjectStatus {
  const { status: kind, status_since: since, status_reason: reason } = row;
  if (kind === 'in-business') return { kind, since, reason };
  // The table's own check holds that both are there.
  if (since === null || reason === null) throw new Error(`a subject is ${kind} without date or reason`);
  return { kind, since, reason };
}
