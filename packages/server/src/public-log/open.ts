import { hexOf, type LogKey, readLogKey, writeLogKey } from '@mingchou/verifier';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { lockLog, signLog } from './append.ts';
import { besideFile, type LogSigner, makeSigner, readHands, signerFile } from './signer.ts';
import './tables.ts';

type KeyTable = 'portal_log_key' | 'portal_log_beside_key';

/**
 * The signer of this database's log: from the folder, made at the first start. A key that is lost or another than the
 * last one that signed stops the start, because auditors would take the log for forged.
 */
export async function openPublicLog(app: Kysely<Tables>, folder: string): Promise<LogSigner> {
  return app.transaction().execute(async (db) => {
    await lockLog(db);
    const { main, beside } = readHands(folder);
    const known = await latestKey(db, 'portal_log_key');
    const knownBeside = await latestKey(db, 'portal_log_beside_key');
    if (main === undefined && known !== undefined) throw new Error(lost(signerFile(folder)));
    if (beside === undefined && knownBeside !== undefined) throw new Error(lost(besideFile(folder)));
    const signer = makeSigner(folder);
    const before = known?.verifierKey;
    if (before === undefined) await addKey(db, 'portal_log_key', signer.key);
    else if (before !== writeLogKey(signer.key)) throw new Error(another(signerFile(folder)));
    if (knownBeside === undefined) await addKey(db, 'portal_log_beside_key', signer.beside.key);
    else if (!samePublicKey(knownBeside.verifierKey, signer.beside.key)) throw new Error(another(besideFile(folder)));
    await signLog(db, signer);
    return signer;
  });
}

/** The name goes with the Ed25519 key, so a change of that one renames this one. */
function samePublicKey(verifierKey: string, { publicKey }: LogKey): boolean {
  const read = readLogKey(verifierKey);
  return read !== undefined && hexOf(read.publicKey) === hexOf(publicKey);
}

interface KnownKey {
  readonly generation: number;
  readonly verifierKey: string;
}

export function latestKey(db: Kysely<Tables>, table: KeyTable): Promise<KnownKey | undefined> {
  return db
    .selectFrom(table)
    .select(['generation', 'verifier_key as verifierKey'])
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function addKey(db: Kysely<Tables>, table: KeyTable, key: LogKey): Promise<void> {
  const latest = await latestKey(db, table);
  const verifierKey = writeLogKey(key);
  if (latest?.verifierKey === verifierKey) return;
  const generation = (latest?.generation ?? 0) + 1;
  await db.insertInto(table).values({ generation, verifier_key: verifierKey }).execute();
}

function lost(file: string): string {
  return `找不到公开日志的签名密钥 ${file}，没有启动。请从备份恢复这个文件；确实丢失的，运行 mingchou new-log-key 换一把，并公告新的公钥`;
}

function another(file: string): string {
  return `${file} 不是这个数据库的公开日志用的签名密钥，没有启动。请从备份恢复与数据库同一时期的密钥`;
}

/** New keys in the place of lost ones, under which the log goes on; `undefined` while the folder has both. */
export function replaceLogKey(app: Kysely<Tables>, folder: string): Promise<readonly string[] | undefined> {
  return app.transaction().execute(async (db) => {
    await lockLog(db);
    const before = readHands(folder);
    if (before.main !== undefined && before.beside !== undefined) return undefined;
    const signer = makeSigner(folder);
    await addKey(db, 'portal_log_key', signer.key);
    await addKey(db, 'portal_log_beside_key', signer.beside.key);
    return [signer.key, signer.beside.key].map(writeLogKey);
  });
}
