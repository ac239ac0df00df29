import type { KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '../id.ts';

/** The PEM of a private key, or `undefined` when there is none. One that others may read is refused. */
export function readKeyFile(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  // Windows has no such bits; there the folder's rights decide.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`公开日志的签名密钥 ${file} 别人也能读，没有启动。请先运行 chmod 600 ${file}`);
  }
  return readFileSync(file);
}

/** Writes a new private key for its owner alone, unless the file is there. */
export function makeKeyFile(file: string, generate: () => KeyObject): void {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${newId<string>()}`;
  const pem = generate().export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(draft, pem, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link appears whole or not at all, and never over another key.
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
