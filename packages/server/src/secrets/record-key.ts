import type { KeyObject } from 'node:crypto';
import { appendAudit, type AuditActor } from '../audit/append.ts';
import type { Db, Tx } from '../db/tx.ts';
import { bureauKeys, currentBureauKey, recordPlace } from './bureau-key.ts';
import { newKey, unwrapKey, wrapKey } from './cipher.ts';
import type { SecretKind } from './tables.ts';

/** A record's key, or that it was destroyed and what it sealed is gone. */
export type RecordKey = KeyObject | 'destroyed';

// Parameters of one statement are limited to 65 535.
const batch = 5_000;

/** The keys these records have. */
export async function recordKeys(
  db: Db,
  kind: SecretKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordKey>> {
  const keys = new Map<string, RecordKey>();
  if (ids.length === 0) return keys;
  const above = await bureauKeys(db);
  for (let from = 0; from < ids.length; from += batch) {
    for (const { record_id: id, generation, wrapped } of await rowsOf(db, kind, ids.slice(from, from + batch))) {
      const by = above.get(generation);
      if (by === undefined) throw new Error(`the key of ${kind} ${id} has no key above it`);
      keys.set(id, wrapped === null ? 'destroyed' : unwrapKey(by, wrapped, recordPlace(db, kind, id)));
    }
  }
  return keys;
}

/** The keys to seal these records with: each record's own, a new one where it has none or lost it. */
export async function keysToSeal(
  tx: Tx,
  kind: SecretKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeyObject>> {
  const present = await recordKeys(tx, kind, ids);
  const missing = ids.filter((id) => typeof (present.get(id) ?? 'destroyed') === 'string');
  await insertKeys(tx, kind, missing);
  // Read again: two commands may seal the same bytes at once, and both must use the key that was kept.
  const added = missing.length === 0 ? new Map<string, RecordKey>() : await recordKeys(tx, kind, missing);
  return new Map(
    ids.map((id) => {
      const key = added.get(id) ?? present.get(id);
      if (key === undefined || key === 'destroyed') throw new Error(`no key could be made for ${kind} ${id}`);
      return [id, key];
    }),
  );
}

/** Whether the record's personal data were erased for good. */
export async function isDestroyed(db: Db, kind: SecretKind, id: string): Promise<boolean> {
  const [row] = await rowsOf(db, kind, [id]);
  return row !== undefined && row.wrapped === null;
}

/**
 * Erases personal data at the end of their retention: without its key the ciphertext says nothing any more. What the audit
 * chain hashed never held the data, so it stays whole. False when the record has no key, or lost it before.
 */
export async function destroyRecordKey(tx: Tx, actor: AuditActor, kind: SecretKind, id: string): Promise<boolean> {
  const done = await tx.db
    .updateTable('record_key')
    .set({ wrapped: null, destroyed_at: tx.now })
    .where('bureau_id', '=', tx.bureauId)
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .where('wrapped', 'is not', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  const event = { type: 'personal-data-erased', kind, id };
  // A file has a hash and no id; its erasure is told of the bureau.
  const aggregateId = kind === 'file' ? tx.bureauId : id;
  const noun = kind === 'person' ? 'account' : kind === 'contact' ? 'registry' : 'exchange';
  await appendAudit(tx, actor, { noun, aggregateId, version: 1, event });
  return true;
}

function rowsOf(db: Db, kind: SecretKind, ids: readonly string[]) {
  return db.db
    .selectFrom('record_key')
    .select(['record_id', 'generation', 'wrapped'])
    .where('bureau_id', '=', db.bureauId)
    .where('kind', '=', kind)
    .where('record_id', 'in', ids)
    .execute();
}

async function insertKeys(tx: Tx, kind: SecretKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { generation, key } = await currentBureauKey(tx);
  for (let from = 0; from < ids.length; from += batch) {
    await tx.db
      .insertInto('record_key')
      .values(
        ids.slice(from, from + batch).map((id) => ({
          ...{ bureau_id: tx.bureauId, kind, record_id: id, generation },
          wrapped: wrapKey(key, newKey(), recordPlace(tx, kind, id)),
          destroyed_at: null,
        })),
      )
      // Data given again after an erasure get a new key; a key in use is never replaced.
      .onConflict((conflict) =>
        conflict
          .columns(['bureau_id', 'kind', 'record_id'])
          .doUpdateSet((set) => ({
            generation: set.ref('excluded.generation'),
            wrapped: set.ref('excluded.wrapped'),
            destroyed_at: null,
          }))
          .where('record_key.wrapped', 'is', null),
      )
      .execute();
  }
}
