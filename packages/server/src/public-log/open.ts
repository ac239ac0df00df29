import { writeLogKey } from '@mingchou/verifier';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { lockLog, signLog } from './append.ts';
import { type LogSigner, makeSigner, readSigner, signerFile } from './signer.ts';

/**
 * The signer of this database's log: from the folder, made at the first start. A key that is lost or another than the
 * last one that signed stops the start, because auditors would take the log for forged.
 */
export async function openPublicLog(app: Kysely<Tables>, folder: string): Promise<LogSigner> {
  return app.transaction().execute(async (db) => {
    await lockLog(db);
    const latest = await latestKey(db);
    const stored = readSigner(folder);
    if (stored === undefined && latest !== undefined) throw new Error(lost(folder));
    const signer = stored ?? makeSigner(folder);
    const verifierKey = writeLogKey(signer.key);
    if (latest === undefined) await addKey(db, 1, verifierKey);
    else if (latest.verifierKey !== verifierKey) throw new Error(another(folder));
    await signLog(db, signer);
    return signer;
  });
}

interface KnownKey {
  readonly generation: number;
  readonly verifierKey: string;
}

export function latestKey(db: Kysely<Tables>): Promise<KnownKey | undefined> {
  return db
    .selectFrom('portal_log_key')
    .select(['generation', 'verifier_key as verifierKey'])
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function addKey(db: Kysely<Tables>, generation: number, verifierKey: string): Promise<void> {
  await db.insertInto('portal_log_key').values({ generation, verifier_key: verifierKey }).execute();
}

function lost(folder: string): string {
  return `找不到公开日志的签名密钥 ${signerFile(folder)}，没有启动。请从备份恢复这个文件；确实丢失的，运行 mingchou new-log-key 换一把，并公告新的公钥`;
}

function another(folder: string): string {
  return `${signerFile(folder)} 不是这个数据库的公开日志用的签名密钥，没有启动。请从备份恢复与数据库同一时期的密钥`;
}

/** A new key after a loss, under which the log goes on; `undefined` while the folder still has one. */
export function replaceLogKey(app: Kysely<Tables>, folder: string): Promise<string | undefined> {
  return app.transaction().execute(async (db) => {
    await lockLog(db);
    if (readSigner(folder) !== undefined) return undefined;
    const latest = await latestKey(db);
    const verifierKey = writeLogKey(makeSigner(folder).key);
    await addKey(db, (latest?.generation ?? 0) + 1, verifierKey);
    return verifierKey;
  });
}
