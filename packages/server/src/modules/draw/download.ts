import type { Actor, DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { ok, refuse } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { readFile } from '../../files/index.ts';
import { listDrawFiles, listRevisions } from './files.ts';

interface DownloadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** One file of a draw. Conflicts and who goes where are for those who audit the draw, not for those who run it. */
export async function readDrawFile(
  db: Db,
  actor: Actor,
  {
    drawId,
    name,
    revision,
  }: { readonly drawId: DrawId; readonly name: string; readonly revision?: number | undefined },
): Promise<Result<DownloadedFile, DrawRefusal>> {
  const file = (await listDrawFiles(db, drawId)).find((one) => one.name === name);
  if (file === undefined) return refuse({ code: 'file-not-found' });
  if (file.audience === 'auditors' && !actor.roles.includes('auditor')) return refuse({ code: 'file-for-auditors' });
  const hash = revision === undefined ? file.hash : (await listRevisions(db, drawId, name))[revision - 1]?.hash;
  if (hash === undefined) return refuse({ code: 'file-not-found' });
  const stored = await readFile(db, hash);
  if (stored === undefined) throw new Error(`${name} of draw ${drawId} is missing`);
  return ok({ name, mediaType: stored.mediaType, base64: stored.bytes.toString('base64') });
}
