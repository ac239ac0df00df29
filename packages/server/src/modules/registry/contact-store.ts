import type { Db, Tx } from '../../db/tx.ts';
import type { Contact } from './tables.ts';

/** Personal data of one record; empty where none was given. */
export async function contactOf(db: Db, recordId: string): Promise<Contact> {
  const row = await db.db
    .selectFrom('registry_contact')
    .select('contact')
    .where('bureau_id', '=', db.bureauId)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  return row?.contact ?? {};
}

export async function allContacts(db: Db): Promise<ReadonlyMap<string, Contact>> {
  const rows = await db.db
    .selectFrom('registry_contact')
    .select(['record_id', 'contact'])
    .where('bureau_id', '=', db.bureauId)
    .execute();
  return new Map(rows.map((row) => [row.record_id, row.contact]));
}

/** Stores personal data of records, those without any left out. */
export async function saveContacts(
  tx: Tx,
  contacts: readonly { readonly id: string; readonly contact: Contact }[],
): Promise<void> {
  const rows = contacts
    .filter(({ contact }) => Object.values(contact).some((value) => value !== null))
    .map(({ id, contact }) => ({ bureau_id: tx.bureauId, record_id: id, contact: JSON.stringify(contact) }));
  for (let from = 0; from < rows.length; from += 5_000) {
    await tx.db
      .insertInto('registry_contact')
      .values(rows.slice(from, from + 5_000))
      .onConflict((conflict) =>
        conflict.columns(['bureau_id', 'record_id']).doUpdateSet((set) => ({ contact: set.ref('excluded.contact') })),
      )
      .execute();
  }
  // A person who asked to be taken off the record must not stand there under an old number.
  const emptied = contacts.filter(({ contact }) => Object.values(contact).every((value) => value === null));
  if (emptied.length === 0) return;
  await tx.db
    .updateTable('registry_contact')
    .set({ contact: '{}' })
    .where('bureau_id', '=', tx.bureauId)
    .where(
      'record_id',
      'in',
      emptied.map(({ id }) => id),
    )
    .execute();
}
