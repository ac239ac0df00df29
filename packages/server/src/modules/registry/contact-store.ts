import type { Db, Tx } from '../../db/tx.ts';
import { openFields, sealFields } from '../../secrets/index.ts';
import type { Contact } from './tables.ts';

/** Personal data of one record; empty where none was given, or where it was erased. */
export async function contactOf(db: Db, recordId: string): Promise<Contact> {
  const rows = await contacts(db).where('record_id', '=', recordId).execute();
  return (await openFields(db, 'contact', rows)).get(recordId) ?? {};
}

export async function allContacts(db: Db): Promise<ReadonlyMap<string, Contact>> {
  return openFields(db, 'contact', await contacts(db).execute());
}

/** Of these records; fewer than a statement takes parameters. */
export async function contactsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
  if (ids.length === 0) return new Map();
  return openFields(db, 'contact', await contacts(db).where('record_id', 'in', ids).execute());
}

/** Stores personal data of records, those without any left out. */
export async function saveContacts(
  tx: Tx,
  given: readonly { readonly id: string; readonly contact: Contact }[],
): Promise<void> {
  const filled = given.filter(({ contact }) => Object.values(contact).some((value) => value !== null));
  await writeSealed(tx, filled);
  // A person who asked to be taken off the record must not stand there under an old number.
  const emptied = given.filter(({ contact }) => Object.values(contact).every((value) => value === null));
  if (emptied.length === 0) return;
  await tx.db
    .updateTable('registry_contact')
    .set({ sealed: null })
    .where('bureau_id', '=', tx.bureauId)
    .where(
      'record_id',
      'in',
      emptied.map(({ id }) => id),
    )
    .execute();
}

/** Seals what an earlier version of the program left in clear. */
export async function sealClearContacts(tx: Tx): Promise<void> {
  const rows = await tx.db
    .selectFrom('registry_contact')
    .select(['record_id', 'contact'])
    .where('bureau_id', '=', tx.bureauId)
    .where('contact', 'is not', null)
    .forUpdate()
    .execute();
  await writeSealed(
    tx,
    rows.map((row) => ({ id: row.record_id, contact: row.contact ?? {} })),
  );
}

function contacts(db: Db) {
  return db.db
    .selectFrom('registry_contact')
    .select(['record_id as id', 'sealed'])
    .where('bureau_id', '=', db.bureauId);
}

async function writeSealed(
  tx: Tx,
  given: readonly { readonly id: string; readonly contact: Contact }[],
): Promise<void> {
  const sealed = await sealFields(
    tx,
    'contact',
    given.map(({ id, contact }) => ({ id, fields: contact })),
  );
  const rows = given.map(({ id }) => ({ bureau_id: tx.bureauId, record_id: id, sealed: sealed.get(id) ?? null }));
  for (let from = 0; from < rows.length; from += 5_000) {
    await tx.db
      .insertInto('registry_contact')
      .values(rows.slice(from, from + 5_000))
      .onConflict((conflict) =>
        conflict
          .columns(['bureau_id', 'record_id'])
          .doUpdateSet((set) => ({ sealed: set.ref('excluded.sealed'), contact: null })),
      )
      .execute();
  }
}
