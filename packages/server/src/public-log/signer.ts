import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LogKey, logKey } from '@mingchou/verifier';
import { newId } from '../id.ts';

/** The installation's hand under its checkpoints. The private key stays inside. */
export interface LogSigner {
  readonly key: LogKey;
  /** Ed25519 over the bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** Where the private key lies: beside the data, for its owner alone, never in the database. */
export function signerFile(folder: string): string {
  return path.join(folder, 'log-key.pem');
}

/** Reads the key, or `undefined` when there is none. A key that others may read is refused. */
export function readSigner(folder: string): LogSigner | undefined {
  const file = signerFile(folder);
  if (!existsSync(file)) return undefined;
  // Windows has no such bits; there the folder's rights decide.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`公开日志的签名密钥 ${file} 别人也能读，没有启动。请先运行 chmod 600 ${file}`);
  }
  return signerOf(createPrivateKey(readFileSync(file)));
}

/** Makes the key; where another process was faster, that process's key is the one. */
export function makeSigner(folder: string): LogSigner {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = signerFile(folder);
  const draft = `${file}.${newId<string>()}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link appears whole or not at all, and never over another key.
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
  const signer = readSigner(folder);
  if (signer === undefined) throw new Error(`${file} vanished`);
  return signer;
}

function signerOf(privateKey: KeyObject): LogSigner {
  const raw = Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
  // Made from the key, so that the log keeps its name when the house moves to another address.
  const name = `mingchou-log-${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`;
  return { key: logKey(name, raw), sign: (bytes) => Uint8Array.from(sign(null, bytes, privateKey)) };
}
