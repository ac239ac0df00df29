import { canonicalJson } from '@mingchou/domain';
import { bytesOfHex, hexOf, inclusionPath, leafHash, treeHash } from '@mingchou/verifier';
import type { Db, Tx } from '../../db/tx.ts';
import { signCheckpoint } from './checkpoint.ts';
import { lockNumbering } from './store.ts';
import './tables.ts';

/** Entries of the bureau's public log (mc-draw/1 §4). No personal data: an approver stands as his role. */
export type LogEntry =
  | {
      readonly kind: 'commitment';
      readonly bureau: string;
      readonly drawNo: number;
      readonly c: string;
      readonly at: string;
    }
  | { readonly kind: 'result'; readonly c: string; readonly h: string; readonly at: string }
  | { readonly kind: 'amendment'; readonly c: string; readonly h: string; readonly at: string }
  | {
      readonly kind: 'void';
      readonly c: string;
      readonly reasonCode: string;
      readonly approver: string;
      readonly at: string;
    };

// Always SHA-256, whatever the suite of the draw.
const suite = 'sha256';

/** Appends and returns the index, from 0. Writers of one bureau wait for each other, so that the log has no gaps. */
export async function appendPublicLog(tx: Tx, entry: LogEntry): Promise<number> {
  await lockNumbering(tx);
  const { size } = await tx.db
    .selectFrom('public_log')
    .select((e) => e.fn.countAll<number>().as('size'))
    .where('bureau_id', '=', tx.bureauId)
    .executeTakeFirstOrThrow();
  const text = canonicalJson(entry);
  const leaf = hexOf(leafHash(suite, text));
  await tx.db
    .insertInto('public_log')
    .values({ bureau_id: tx.bureauId, log_index: size, entry: text, leaf_hash: leaf, at: tx.now })
    .execute();
  return size;
}

/** log.json: the entry's place under a signed checkpoint of the log as it stands now. Call it in the transaction that appended. */
export async function proveEntry(tx: Tx, bureauCode: string, entry: LogEntry, index: number): Promise<Uint8Array> {
  const leaves = await leavesOf(tx);
  const path = inclusionPath(suite, leaves, index);
  if (path === undefined) throw new Error(`the public log has no entry ${index}`);
  const size = leaves.length;
  const checkpoint = await signCheckpoint(tx, bureauCode, size, treeHash(suite, leaves));
  return new TextEncoder().encode(canonicalJson({ entry, index, size, path: path.map(hexOf), checkpoint }));
}

async function leavesOf(db: Db): Promise<Uint8Array[]> {
  const rows = await db.db
    .selectFrom('public_log')
    .select('leaf_hash')
    .where('bureau_id', '=', db.bureauId)
    .orderBy('log_index')
    .execute();
  return rows.map((row) => {
    const leaf = bytesOfHex(row.leaf_hash);
    if (leaf === undefined) throw new Error('a leaf of the public log is no hash');
    return leaf;
  });
}
