import type { KeyObject } from 'node:crypto';
import { appendAudit, type AuditActor } from '../audit/append.ts';
import type { Db, Tx } from '../db/tx.ts';
import { newKey, unwrapKey, wrapKey } from './cipher.ts';
import './tables.ts';

export interface BureauKey {
  readonly generation: number;
  readonly key: KeyObject;
}

/** The key in use; a bureau that has none yet gets its first. */
export async function currentBureauKey(tx: Tx): Promise<BureauKey> {
  const current = await newestIn(tx);
  if (current !== undefined) return current;
  await addGeneration(tx, 1);
  const first = await newestIn(tx);
  if (first === undefined) throw new Error(`bureau ${tx.bureauId} has no key`);
  return first;
}

/** All generations, for reading what was sealed under each of them. */
export async function bureauKeys(db: Db): Promise<ReadonlyMap<number, KeyObject>> {
  const rows = await keysOf(db).execute();
  return new Map(rows.map((row) => [row.generation, opened(db, row)]));
}

/**
 * Gives the bureau a new key and wraps the keys of all its records with it; their data are not touched. The old
 * generation stays, for what waits under it (replies kept for a repeated sending).
 */
export async function rotateBureauKey(tx: Tx, actor: AuditActor): Promise<number> {
  const before = await bureauKeys(tx);
  const generation = Math.max(0, ...before.keys()) + 1;
  await addGeneration(tx, generation);
  const next = await currentBureauKey(tx);
  const records = await tx.db
    .selectFrom('record_key')
    .select(['kind', 'record_id', 'generation', 'wrapped'])
    .where('bureau_id', '=', tx.bureauId)
    .where('wrapped', 'is not', null)
    .forUpdate()
    .execute();
  for (const { kind, record_id: id, generation: old, wrapped } of records) {
    const by = before.get(old);
    if (by === undefined || wrapped === null) throw new Error(`the key of ${kind} ${id} has no key above it`);
    const place = recordPlace(tx, kind, id);
    await tx.db
      .updateTable('record_key')
      .set({ generation: next.generation, wrapped: wrapKey(next.key, unwrapKey(by, wrapped, place), place) })
      .where('bureau_id', '=', tx.bureauId)
      .where('kind', '=', kind)
      .where('record_id', '=', id)
      .execute();
  }
  const event = { type: 'bureau-key-rotated', generation: next.generation, records: records.length };
  await appendAudit(tx, actor, { noun: 'account', aggregateId: tx.bureauId, version: next.generation, event });
  return next.generation;
}

/** Where a record's key belongs; wrapped keys of two records cannot be exchanged. */
export function recordPlace(db: Db, kind: string, id: string): string {
  return `mingchou/record-key/${db.bureauId}/${kind}/${id}`;
}

function keysOf(db: Db) {
  return db.db.selectFrom('bureau_key').select(['generation', 'wrapped']).where('bureau_id', '=', db.bureauId);
}

async function newestIn(db: Db): Promise<BureauKey | undefined> {
  const row = await keysOf(db).orderBy('generation', 'desc').limit(1).executeTakeFirst();
  return row && { generation: row.generation, key: opened(db, row) };
}

async function addGeneration(tx: Tx, generation: number): Promise<void> {
  const wrapped = wrapKey(tx.around.masterKey, newKey(), bureauPlace(tx, generation));
  await tx.db
    .insertInto('bureau_key')
    .values({ bureau_id: tx.bureauId, generation, wrapped })
    // Two commands at once may both find a bureau without a key; both then use the one that came first.
    .onConflict((conflict) => conflict.columns(['bureau_id', 'generation']).doNothing())
    .execute();
}

function opened(db: Db, row: { readonly generation: number; readonly wrapped: Buffer }): KeyObject {
  return unwrapKey(db.around.masterKey, row.wrapped, bureauPlace(db, row.generation));
}

function bureauPlace(db: Db, generation: number): string {
  return `mingchou/bureau-key/${db.bureauId}/${generation}`;
}
