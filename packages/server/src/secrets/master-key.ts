import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { asRole, type DatabaseUrl } from '../db/address.ts';
import { keyLength } from './cipher.ts';

/** The installation's key, above all bureaus' keys. It lies in a file of its own and never in the database. */
export type MasterKey = KeyObject;

const pattern = /^[0-9a-f]{64}\n?$/;
const advice =
  '请从备份取回原来的主密钥文件放到这里，或用 MINGCHOU_MASTER_KEY_FILE 指定它的位置。新的主密钥打不开已有的个人信息';

/**
 * The master key of this database, from its file. Only a database that never had one gets a new file; a missing file or
 * one of another installation throws a Chinese message, because a new key would leave the old data closed for ever.
 */
export async function openMasterKey(url: DatabaseUrl, place: string): Promise<MasterKey> {
  const client = new pg.Client({ connectionString: asRole(url, 'mingchou_app') });
  await client.connect();
  try {
    const known = await proofIn(client);
    const key = readKey(place) ?? (known === undefined ? makeKey(place) : undefined);
    if (key === undefined) throw new Error(`没有找到主密钥文件 ${place}，没有启动。${advice}`);
    if (known === undefined) {
      await client.query('insert into master_key (proof) values ($1) on conflict do nothing', [proofOf(key)]);
    }
    // Read again: another server may have come first, with a file of its own.
    const proof = known ?? (await proofIn(client));
    if (proof?.equals(proofOf(key)) !== true) {
      throw new Error(`主密钥文件 ${place} 不是这个数据库的，没有启动。${advice}`);
    }
    return key;
  } finally {
    await client.end();
  }
}

async function proofIn(client: pg.Client): Promise<Buffer | undefined> {
  return (await client.query<{ proof: Buffer }>('select proof from master_key')).rows[0]?.proof;
}

/** Tells two keys apart and gives neither away. */
function proofOf(key: MasterKey): Buffer {
  return createHmac('sha256', key).update('mingchou/master-key/1').digest();
}

function readKey(place: string): MasterKey | undefined {
  let text: string;
  try {
    text = readFileSync(place, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Error(`主密钥文件 ${place} 读不了，没有启动。请检查它的权限，运行本程序的用户要能读它`, { cause });
  }
  if (!pattern.test(text)) {
    throw new Error(`主密钥文件 ${place} 的内容不是主密钥（应为 64 位十六进制字符），没有启动。${advice}`);
  }
  return createSecretKey(Buffer.from(text.trim(), 'hex'));
}

function makeKey(place: string): MasterKey | undefined {
  const half = `${place}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(half, `${randomBytes(keyLength).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    // A link never replaces what is there: of two servers that start together both use the file of the first.
    linkSync(half, place);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) {
      throw new Error(`主密钥文件 ${place} 写不了，没有启动。请检查文件夹是否存在、能否写入`, { cause });
    }
  } finally {
    rmSync(half, { force: true });
  }
  return readKey(place);
}
