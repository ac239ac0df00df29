import type { DrawId } from '@mingchou/domain';
import { publicFiles } from '@mingchou/domain';
import type { FileName, Files } from '@mingchou/verifier';
import { bundleOf, publicPartOf } from '@mingchou/verifier';
import type { Db, Tx } from '../../db/tx.ts';
import { readFile, saveFile } from '../../files/index.ts';
import './tables.ts';

export const publicBundle = 'bundle-public.zip';
export const auditorsBundle = 'bundle-auditors.zip';
/** What is public from the commitment on: anyone may read the roster before it is drawn from. */
export const frozenBundle = 'bundle-frozen.zip';
/** The result's entry in the public log with its proof and, of a sealed draw, the salt. */
export const resultEntryFile = 'result-entry.json';

export interface DrawFile {
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  readonly audience: 'public' | 'auditors';
  /** From 1; earlier ones stay beside it. */
  readonly revision: number;
}

const alwaysPublic: readonly string[] = ['commit.json', 'log.json'];
const publicWhenOpen: readonly string[] = [...alwaysPublic, 'amendments.jsonl', resultEntryFile, ...publicFiles];

/** Stores files of a draw by content. A later revision of a name stands beside the earlier one, which stays. */
export async function saveDrawFiles(
  tx: Tx,
  drawId: DrawId,
  files: ReadonlyMap<string, Uint8Array>,
  sealed: boolean,
): Promise<void> {
  // mc-draw/1 §4: until the unsealing nothing of a sealed draw is public but commitment and log.
  const open = sealed ? alwaysPublic : publicWhenOpen;
  for (const [name, bytes] of files) {
    const audience = open.includes(name) ? 'public' : 'auditors';
    await saveDrawFile(tx, drawId, { name, bytes, audience });
  }
}

/**
 * Stores the two bundles of everything there is so far; what the public one may not hold is the auditors' part.
 * A sealed draw has no public one yet.
 */
export async function saveBundles(tx: Tx, drawId: DrawId, files: Files, sealed: boolean): Promise<void> {
  const forAuditors = bundleOf(files);
  await saveDrawFile(tx, drawId, { name: auditorsBundle, bytes: forAuditors, audience: 'auditors' });
  if (sealed) return;
  const forAll = bundleOf(publicPartOf(files, true));
  await saveDrawFile(tx, drawId, { name: publicBundle, bytes: forAll, audience: 'public' });
}

/** Makes public what the seal had closed: the files that the commitment names, the bundle, the result's entry. */
export async function openDrawFiles(tx: Tx, drawId: DrawId): Promise<void> {
  const files = await readDrawFiles(tx, drawId);
  const opened = new Map<string, Uint8Array>(publicPartOf(files, true));
  for (const name of alwaysPublic) opened.delete(name);
  const amendments = files.get('amendments.jsonl');
  if (amendments !== undefined) opened.set('amendments.jsonl', amendments);
  const entry = await readDrawFileNamed(tx, drawId, resultEntryFile);
  if (entry !== undefined) opened.set(resultEntryFile, entry);
  await saveDrawFiles(tx, drawId, opened, false);
  if (files.has('selected.csv')) await saveBundles(tx, drawId, files, false);
}

/** Stores what everyone may read before the draw: commitment, its proof, rules, pool, exclusions, names. */
export async function saveFrozenBundle(tx: Tx, drawId: DrawId, files: Files): Promise<void> {
  const bytes = bundleOf(publicPartOf(files));
  await saveDrawFile(tx, drawId, { name: frozenBundle, bytes, audience: 'public' });
}

interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly audience: DrawFile['audience'];
}

async function saveDrawFile(tx: Tx, drawId: DrawId, file: NewFile): Promise<DrawFile> {
  // Salts, conflicts and a sealed result stand on the disk under a key of their own, like personal data.
  const personal = file.audience === 'auditors';
  const { hash } = await saveFile(tx, file.bytes, { name: file.name, mediaType: mediaTypeOf(file.name), personal });
  const { last } = await tx.db
    .selectFrom('draw_file')
    .select((e) => e.fn.max('revision').as('last'))
    .where('bureau_id', '=', tx.bureauId)
    .where('draw_id', '=', drawId)
    .where('name', '=', file.name)
    .executeTakeFirstOrThrow();
  const revision = Number(last ?? 0) + 1;
  const saved: DrawFile = { name: file.name, hash, size: file.bytes.byteLength, audience: file.audience, revision };
  await tx.db
    .insertInto('draw_file')
    .values({ bureau_id: tx.bureauId, draw_id: drawId, ...saved })
    .execute();
  return saved;
}

function mediaTypeOf(name: string): string {
  if (name.endsWith('.json')) return 'application/json';
  if (name.endsWith('.zip')) return 'application/zip';
  return name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/jsonl';
}

/** The latest revision of each file of the draw, by name. */
export async function listDrawFiles(db: Db, drawId: DrawId): Promise<DrawFile[]> {
  const rows = await db.db
    .selectFrom('draw_file')
    .select(['name', 'revision', 'hash', 'size', 'audience'])
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .orderBy('name')
    .orderBy('revision', 'desc')
    .execute();
  const latest = new Map<string, DrawFile>();
  for (const row of rows) if (!latest.has(row.name)) latest.set(row.name, row);
  return [...latest.values()];
}

/** Every revision of one file of the draw, oldest first. */
export function listRevisions(db: Db, drawId: DrawId, name: string): Promise<readonly { readonly hash: string }[]> {
  return db.db
    .selectFrom('draw_file')
    .select('hash')
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .where('name', '=', name)
    .orderBy('revision')
    .execute();
}

const besideTheBundle: readonly string[] = [publicBundle, auditorsBundle, frozenBundle, resultEntryFile];

/** All bundle files of the draw with their bytes. A file that the disk lost or changed throws. */
export async function readDrawFiles(db: Db, drawId: DrawId): Promise<Map<FileName, Uint8Array>> {
  const files = new Map<FileName, Uint8Array>();
  for (const { name, hash } of await listDrawFiles(db, drawId)) {
    if (besideTheBundle.includes(name)) continue;
    const stored = await readFile(db, hash);
    if (stored === undefined) throw new Error(`${name} of draw ${drawId} is missing`);
    // Only names that the verifier's own functions made were stored.
    files.set(name as FileName, stored.bytes);
  }
  return files;
}

/** The latest bytes under one name; nothing when the draw has no such file. */
export async function readDrawFileNamed(db: Db, drawId: DrawId, name: string): Promise<Uint8Array | undefined> {
  const file = (await listDrawFiles(db, drawId)).find((one) => one.name === name);
  if (file === undefined) return undefined;
  const stored = await readFile(db, file.hash);
  if (stored === undefined) throw new Error(`${name} of draw ${drawId} is missing`);
  return stored.bytes;
}
