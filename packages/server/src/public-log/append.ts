import { canonicalJson } from '@mingchou/domain';
import { checkpointText, inclusionRanges, hexOf, utf8, writeNote } from '@mingchou/verifier';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Tx } from '../db/tx.ts';
import type { LogEntry } from './entry.ts';
import type { LogSigner } from './signer.ts';
import { countLeaves, growTree, hashesOf } from './tree.ts';
import './tables.ts';

/** Where a batch stands: its first index, from 0, and the checkpoint that covers it. */
export interface Logged {
  readonly index: number;
  readonly size: number;
  readonly checkpoint: string;
}

/**
 * Appends the entries and signs the log as it then stands, within the command's transaction: no commit, no entry.
 * All bureaus wait for each other from here to the commit, so that the log has no gaps.
 */
export async function appendPublicLog(tx: Tx, entries: readonly LogEntry[]): Promise<Logged> {
  await lockLog(tx.db);
  const index = await countLeaves(tx.db);
  const rows = entries.map((entry, at) => ({ log_index: index + at, entry: canonicalJson(entry) }));
  if (rows.length > 0) await tx.db.insertInto('portal_log_entry').values(rows).execute();
  return { index, ...(await signLog(tx.db, tx.around.logSigner)) };
}

/** log.json: the first entry's place under the checkpoint of its batch; with the salt of a sealed result beside it. */
export async function proveEntry(
  tx: Tx,
  entry: LogEntry,
  { index, size, checkpoint }: Logged,
  salt?: string,
): Promise<Uint8Array> {
  const path = await hashesOf(tx.db, inclusionRanges(index, size) ?? []);
  const proof = { entry, index, size, path: path.map(hexOf), checkpoint };
  return utf8(canonicalJson(salt === undefined ? proof : { ...proof, salt }));
}

export async function lockLog(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('public log', 0))`.execute(db);
}

/** Takes into the tree what is not in it yet and signs the whole. Under the lock. */
export async function signLog(
  db: Kysely<Tables>,
  signer: LogSigner,
): Promise<{ readonly size: number; readonly checkpoint: string }> {
  const leaves = await countLeaves(db);
  const waiting = await db
    .selectFrom('portal_log_entry')
    .select('entry')
    .where('log_index', '>=', leaves)
    .orderBy('log_index')
    .execute();
  const head = await growTree(
    db,
    leaves,
    waiting.map(({ entry }) => entry),
  );
  const text = checkpointText(signer.key.name, head);
  const signatures = [signer, signer.beside].map(({ key, sign }) => {
    return { name: key.name, keyId: key.id, signature: sign(utf8(text)) };
  });
  const note = writeNote({ text, signatures });
  await db
    .insertInto('portal_log_checkpoint')
    .values({ size: head.size, note })
    // A state is signed once: after a change of keys the next batch is the first under the new one.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { size: head.size, checkpoint: note };
}
