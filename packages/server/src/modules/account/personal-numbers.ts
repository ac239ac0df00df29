import type { PersonId } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import { openFields, sealFields } from '../../secrets/index.ts';
import './tables.ts';

/** What of a person is nobody's business but the bureau's. */
export interface PersonalNumbers {
  readonly phone: string | null;
  readonly identityNumber: string | null;
}

/** The ciphertext for the person's row; nothing to seal gives nothing. */
export async function sealNumbers(tx: Tx, id: PersonId, numbers: PersonalNumbers): Promise<Buffer | null> {
  if (numbers.phone === null && numbers.identityNumber === null) return null;
  const sealed = await sealFields(tx, 'person', [{ id, fields: { ...numbers } }]);
  return sealed.get(id) ?? null;
}

/** The numbers of these people; those who gave none, or whose data were erased, have none. */
export async function openNumbers(
  db: Db,
  rows: readonly { readonly person_id: PersonId; readonly sealed: Buffer | null }[],
): Promise<(id: PersonId) => PersonalNumbers> {
  const opened = await openFields(
    db,
    'person',
    rows.map((row) => ({ id: row.person_id, sealed: row.sealed })),
  );
  return (id) => {
    const fields = opened.get(id);
    return { phone: fields?.['phone'] ?? null, identityNumber: fields?.['identityNumber'] ?? null };
  };
}

/** Seals what an earlier version of the program left in clear. */
export async function sealClearNumbers(tx: Tx): Promise<void> {
  const rows = await tx.db
    .selectFrom('person')
    .select(['person_id', 'phone', 'identity_number'])
    .where('bureau_id', '=', tx.bureauId)
    .where((where) => where.or([where('phone', 'is not', null), where('identity_number', 'is not', null)]))
    .forUpdate()
    .execute();
  for (const { person_id: id, phone, identity_number: identityNumber } of rows) {
    const sealed = await sealNumbers(tx, id, { phone, identityNumber });
    await tx.db
      .updateTable('person')
      .set({ sealed, phone: null, identity_number: null })
      .where('bureau_id', '=', tx.bureauId)
      .where('person_id', '=', id)
      .execute();
  }
}
