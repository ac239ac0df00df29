import type { Actor, DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { actOf, type AuditorsFileTaken, ok, refuse } from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { readFile } from '../../files/index.ts';
import { type DrawFile, listDrawFiles, listRevisions } from './files.ts';
import { loadDraw } from './store.ts';

interface DownloadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

interface Wanted {
  readonly drawId: DrawId;
  readonly name: string;
  /** From 1; left out, the latest. */
  readonly revision?: number | undefined;
}

/** One public file of a draw. Salts, conflicts and who goes where are for those who audit it, and taking them is noted. */
export async function readDrawFile(
  db: Db,
  _actor: Actor,
  wanted: Wanted,
): Promise<Result<DownloadedFile, DrawRefusal>> {
  const file = await fileNamed(db, wanted);
  if (file === undefined) return refuse({ code: 'file-not-found' });
  return file.audience === 'auditors' ? refuse({ code: 'file-for-auditors' }) : ok(await bytesOf(db, file));
}

/** 取走审计文件: the auditors' bundle, or one file of it; the audit log says who took what. */
export async function runTakeAuditorsFile(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
): Promise<Result<DownloadedFile, DrawRefusal>> {
  const { drawId, name } = wanted;
  const stored = await loadDraw(tx, drawId);
  if (stored === undefined) return refuse({ code: 'draw-not-found' });
  const file = await fileNamed(tx, wanted);
  if (file === undefined) return refuse({ code: 'file-not-found' });
  const { hash } = file;
  const event: AuditorsFileTaken = { type: 'auditors-file-taken', drawId, name, hash, act: actOf(actor, tx.now) };
  await appendAudit(tx, actor, { noun: 'draw', aggregateId: drawId, version: stored.version, event });
  return ok(await bytesOf(tx, file));
}

async function fileNamed(db: Db, { drawId, name, revision }: Wanted): Promise<DrawFile | undefined> {
  const latest = (await listDrawFiles(db, drawId)).find((one) => one.name === name);
  if (latest === undefined || revision === undefined) return latest;
  // An earlier one is for whom the latest is for: what was under seal is public with the unsealing.
  const earlier = (await listRevisions(db, drawId, name))[revision - 1];
  return earlier === undefined ? undefined : { ...latest, hash: earlier.hash };
}

async function bytesOf(db: Db, { name, hash }: DrawFile): Promise<DownloadedFile> {
  const stored = await readFile(db, hash);
  if (stored === undefined) throw new Error(`${name} (${hash}) is missing`);
  return { name, mediaType: stored.mediaType, base64: stored.bytes.toString('base64') };
}
