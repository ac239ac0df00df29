import { z } from 'zod';
import type { Db, Tx } from '../db/tx.ts';
import { seal, unseal } from './cipher.ts';
import { keysToSeal, recordKeys } from './record-key.ts';
import type { SecretKind } from './tables.ts';

/** Personal fields of one record, by name. */
export type PersonalFields = Readonly<Record<string, string | null>>;

const fieldsSchema = z.record(z.string(), z.string().nullable());

/** The ciphertext of each record's fields, under the key of that record alone. */
export async function sealFields(
  tx: Tx,
  kind: SecretKind,
  records: readonly { readonly id: string; readonly fields: PersonalFields }[],
): Promise<ReadonlyMap<string, Buffer>> {
  const ids = records.map(({ id }) => id);
  const keys = await keysToSeal(tx, kind, ids);
  const sealed = new Map<string, Buffer>();
  for (const { id, fields } of records) {
    const key = keys.get(id);
    if (key !== undefined) sealed.set(id, seal(key, Buffer.from(JSON.stringify(fields)), placeOf(tx, kind, id)));
  }
  return sealed;
}

/** The fields of the records that can be opened; one whose key was destroyed is not among them. */
export async function openFields(
  db: Db,
  kind: SecretKind,
  records: readonly { readonly id: string; readonly sealed: Buffer | null }[],
): Promise<ReadonlyMap<string, PersonalFields>> {
  const filled = records.flatMap(({ id, sealed }) => (sealed === null ? [] : [{ id, sealed }]));
  const keys = await recordKeys(
    db,
    kind,
    filled.map(({ id }) => id),
  );
  const opened = new Map<string, PersonalFields>();
  for (const { id, sealed } of filled) {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`${kind} ${id} is sealed and has no key`);
    if (key === 'destroyed') continue;
    opened.set(id, fieldsSchema.parse(JSON.parse(unseal(key, sealed, placeOf(db, kind, id)).toString())));
  }
  return opened;
}

/** The bytes of a file, sealed under a key of its own. */
export async function sealBytes(tx: Tx, hash: string, bytes: Uint8Array): Promise<Buffer> {
  const key = (await keysToSeal(tx, 'file', [hash])).get(hash);
  if (key === undefined) throw new Error(`file ${hash} has no key`);
  return seal(key, bytes, placeOf(tx, 'file', hash));
}

/** The bytes of a sealed file; nothing when its key was destroyed. */
export async function openBytes(db: Db, hash: string, sealed: Buffer): Promise<Buffer | undefined> {
  const key = (await recordKeys(db, 'file', [hash])).get(hash);
  if (key === undefined) throw new Error(`file ${hash} is sealed and has no key`);
  return key === 'destroyed' ? undefined : unseal(key, sealed, placeOf(db, 'file', hash));
}

function placeOf(db: Db, kind: SecretKind, id: string): string {
  return `mingchou/record/${db.bureauId}/${kind}/${id}`;
}
