import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile as readBytes, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Db, Tx } from '../db/tx.ts';
import { openBytes, sealBytes } from '../secrets/index.ts';
import './tables.ts';

export interface FileLabel {
  readonly name: string;
  readonly mediaType: string;
}

export interface NewFile extends FileLabel {
  /** The bytes hold personal data: on the disk they stand sealed, with a key of the file's own. */
  readonly personal?: boolean;
}

export interface StoredFile extends FileLabel {
  readonly hash: string;
  readonly bytes: Buffer;
}

/**
 * Stores bytes under the bureau and their SHA-256. They are on the disk, synced, before the transaction commits;
 * if it rolls back an unreferenced file stays behind, which harms nobody.
 */
export async function saveFile(tx: Tx, bytes: Uint8Array, label: NewFile): Promise<{ readonly hash: string }> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  // The same bytes are one file: once personal, always personal.
  const personal = label.personal === true || (await rowOf(tx, hash))?.personal === true;
  await writeSynced(placeOf(tx, hash), personal ? await sealBytes(tx, hash, bytes) : bytes);
  await tx.db
    .insertInto('stored_file')
    .values({
      bureau_id: tx.bureauId,
      hash,
      name: label.name,
      media_type: label.mediaType,
      size: bytes.byteLength,
      stored_at: tx.now,
      personal,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'hash']).doUpdateSet({ personal }))
    .execute();
  return { hash };
}

/**
 * The file of this bureau with that hash; nothing when it has none, or its key was destroyed. Bytes that no longer match
 * their name throw.
 */
export async function readFile(db: Db, hash: string): Promise<StoredFile | undefined> {
  const row = await rowOf(db, hash);
  if (row === undefined) return undefined;
  const kept = await readBytes(placeOf(db, row.hash));
  const bytes = row.personal ? await openBytes(db, row.hash, kept) : kept;
  if (bytes === undefined) return undefined;
  if (createHash('sha256').update(bytes).digest('hex') !== row.hash) {
    throw new Error(`file ${row.hash} of bureau ${db.bureauId} was changed on the disk`);
  }
  return { hash: row.hash, name: row.name, mediaType: row.media_type, bytes };
}

function rowOf(db: Db, hash: string) {
  return db.db
    .selectFrom('stored_file')
    .select(['name', 'media_type', 'hash', 'personal'])
    .where('bureau_id', '=', db.bureauId)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

function placeOf(db: Db, hash: string): string {
  return path.join(db.around.filesFolder, db.bureauId, hash.slice(0, 2), hash);
}

async function writeSynced(place: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = `${place}.${randomBytes(6).toString('hex')}`;
  try {
    await syncing(half, 'wx', (file) => file.writeFile(bytes));
    await rename(half, place);
    // The name must survive a power cut as well as the bytes.
    await syncing(folder, 'r', async () => undefined);
  } finally {
    await rm(half, { force: true });
  }
}

async function syncing(
  at: string,
  flags: string,
  write: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const file = await open(at, flags, 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
