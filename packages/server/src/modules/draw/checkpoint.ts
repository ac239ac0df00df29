import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Tx } from '../../db/tx.ts';
import './tables.ts';

/** Name of the bureau's log in its checkpoints: no spaces, no plus (C2SP signed note). */
function originOf(bureauCode: string): string {
  return `mingchou/${bureauCode}`;
}

/** Signs the state of the log: origin, size and root, an empty line, one Ed25519 signature. Called under the log's lock. */
export async function signCheckpoint(tx: Tx, bureauCode: string, size: number, root: Uint8Array): Promise<string> {
  const key = (await findKey(tx)) ?? (await makeKey(tx, originOf(bureauCode)));
  const body = `${key.origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
  const privateKey = createPrivateKey({ key: Buffer.from(key.private_key, 'base64'), format: 'der', type: 'pkcs8' });
  const signature = sign(null, Buffer.from(body), privateKey);
  const line = Buffer.concat([keyId(key.origin, Buffer.from(key.public_key, 'base64')), signature]).toString('base64');
  return `${body}\n\u2014 ${key.origin} ${line}\n`;
}

const ed25519 = 1;

/** First four bytes of H(name ‖ LF ‖ algorithm ‖ key), by which a reader finds the key. */
function keyId(origin: string, publicKey: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(`${origin}\n`), Buffer.from([ed25519]), publicKey]);
  return createHash('sha256').update(named).digest().subarray(0, 4);
}

interface LogKey {
  readonly origin: string;
  /** Raw 32 bytes in base64. */
  readonly public_key: string;
  /** PKCS #8 in base64. */
  readonly private_key: string;
}

function findKey(tx: Tx): Promise<LogKey | undefined> {
  return tx.db
    .selectFrom('public_log_key')
    .select(['origin', 'public_key', 'private_key'])
    .where('bureau_id', '=', tx.bureauId)
    .executeTakeFirst();
}

async function makeKey(tx: Tx, origin: string): Promise<LogKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const key: LogKey = {
    origin,
    public_key: raw.toString('base64'),
    private_key: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
  await tx.db
    .insertInto('public_log_key')
    .values({ bureau_id: tx.bureauId, made_at: tx.now, ...key })
    .execute();
  return key;
}
