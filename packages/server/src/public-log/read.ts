import { consistencyRanges, hexOf, inclusionRanges } from '@mingchou/verifier';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { hashesOf } from './tree.ts';
import './tables.ts';

/** The latest state of the log that it has signed. */
export async function latestCheckpoint(db: Kysely<Tables>): Promise<{ readonly size: number; readonly note: string }> {
  return db
    .selectFrom('portal_log_checkpoint')
    .select(['size', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Verifier keys, the one that signs now first. */
export async function verifierKeys(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('portal_log_key').select('verifier_key').orderBy('generation', 'desc').execute();
  return rows.map((row) => row.verifier_key);
}

/** Verifier keys of SM2, the one that signs now first. */
export async function besideKeys(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('portal_log_beside_key')
    .select('verifier_key')
    .orderBy('generation', 'desc')
    .execute();
  return rows.map((row) => row.verifier_key);
}

/** Entries `from` up to but without `to`, as canonical JSON texts. */
export async function entriesBetween(db: Kysely<Tables>, from: number, to: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('portal_log_entry')
    .select('entry')
    .where('log_index', '>=', from)
    .where('log_index', '<', to)
    .orderBy('log_index')
    .execute();
  return rows.map((row) => row.entry);
}

export async function inclusionProof(
  db: Kysely<Tables>,
  index: number,
  size: number,
): Promise<readonly string[] | undefined> {
  const ranges = inclusionRanges(index, size);
  return ranges === undefined ? undefined : (await hashesOf(db, ranges)).map(hexOf);
}

export async function consistencyProof(
  db: Kysely<Tables>,
  from: number,
  to: number,
): Promise<readonly string[] | undefined> {
  // Every log begins with the empty one; there is nothing to prove it by.
  if (from === 0) return [];
  const ranges = consistencyRanges(from, to);
  return ranges === undefined ? undefined : (await hashesOf(db, ranges)).map(hexOf);
}
