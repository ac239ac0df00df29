import type { Inspector, InspectorId, InspectorStatus } from '@mingchou/domain';
import type { Insertable, Selectable, Updateable } from 'kysely';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { allContacts, contactOf, saveContacts } from './contact-store.ts';
import { pinyinOf } from './pinyin.ts';
import type { Contact, InspectorTable } from './tables.ts';

export async function loadInspectorForUpdate(tx: Tx, id: InspectorId): Promise<Inspector | undefined> {
  const row = await tx.db
    .selectFrom('inspector')
    .selectAll()
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && inspectorOf(row, await contactOf(tx, id));
}

export async function loadInspectors(db: Db): Promise<readonly Inspector[]> {
  const contacts = await allContacts(db);
  const rows = await db.db.selectFrom('inspector').selectAll().where('bureau_id', '=', db.bureauId).execute();
  return rows.map((row) => inspectorOf(row, contacts.get(row.id) ?? {}));
}

export async function certificateHolder(db: Db, certificateNo: string, except?: InspectorId) {
  const row = await db.db
    .selectFrom('inspector')
    .select(['id', 'name'])
    .where('bureau_id', '=', db.bureauId)
    .where('certificate_no', '=', certificateNo)
    .executeTakeFirst();
  return row === undefined || row.id === except ? null : row;
}

/** Inserts what is new; fewer than asked when somebody else inserted one of the certificates a moment before. */
export async function insertInspectors(tx: Tx, inspectors: readonly Inspector[]): Promise<number> {
  let inserted = 0;
  for (let from = 0; from < inspectors.length; from += 1_000) {
    const rows = await tx.db
      .insertInto('inspector')
      .values(inspectors.slice(from, from + 1_000).map((inspector) => rowOf(tx, inspector)))
      .onConflict((conflict) => conflict.columns(['bureau_id', 'certificate_no']).doNothing())
      .returning('id')
      .execute();
    inserted += rows.length;
  }
  await saveContacts(tx, inspectors.map(contactRow));
  return inserted;
}

/** Saves the next version; `false` when the row is no longer at the version before it. */
export async function updateInspector(tx: Tx, inspector: Inspector): Promise<boolean> {
  const { bureau_id, id, ...columns } = rowOf(tx, inspector);
  const updated = await tx.db
    .updateTable('inspector')
    .set(columns)
    .where('bureau_id', '=', bureau_id)
    .where('id', '=', id)
    .where('version', '=', inspector.version - 1)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n) return false;
  await saveContacts(tx, [contactRow(inspector)]);
  return true;
}

function contactRow({ id, contact }: Inspector) {
  return { id, contact: { phone: contact.phone, identityNumber: contact.identityNumber } };
}

function rowOf(tx: Tx, inspector: Inspector): Insertable<InspectorTable> & Updateable<InspectorTable> {
  const { status } = inspector;
  return {
    bureau_id: tx.bureauId,
    id: inspector.id,
    name: inspector.name,
    ...pinyinOf(inspector.name),
    certificate_no: inspector.certificateNo,
    issuer: inspector.issuer,
    expires_on: inspector.expiresOn,
    employment: inspector.employment,
    section_id: inspector.sectionId,
    qualifications: [...inspector.qualifications],
    cap: inspector.cap,
    leaves: toJson(inspector.leaves),
    status: status.kind,
    status_since: status.kind === 'off-duty' ? status.since : null,
    status_reason: status.kind === 'off-duty' ? status.reason : null,
    version: inspector.version,
  };
}

export function inspectorOf(row: Selectable<InspectorTable>, contact: Contact): Inspector {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    certificateNo: row.certificate_no,
    issuer: row.issuer,
    expiresOn: row.expires_on,
    employment: row.employment,
    sectionId: row.section_id,
    qualifications: row.qualifications,
    cap: row.cap,
    // A row as of a day before the calendar was kept has none.
    leaves: row.leaves ?? [],
    contact: { phone: contact['phone'] ?? null, identityNumber: contact['identityNumber'] ?? null },
    status: dutyOf(row),
  };
}

function dutyOf(row: Pick<InspectorTable, 'status' | 'status_since' | 'status_reason'>): InspectorStatus {
  if (row.status === 'on-duty') return { kind: 'on-duty' };
  if (row.status_since === null || row.status_reason === null) {
    throw new Error('an inspector is off duty without date or reason');
  }
  return { kind: 'off-duty', since: row.status_since, reason: row.status_reason };
}
