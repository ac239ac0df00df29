import { digest } from '../hash/digest.ts';
import { hexOf } from '../hash/hex.ts';
import { base64Bytes, base64Of } from './base64.ts';

/** The public key of a log, Ed25519, under the name that its notes carry. */
export interface LogKey {
  readonly name: string;
  /** First four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key). */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

const ed25519 = 1;

export function logKey(name: string, publicKey: Uint8Array): LogKey {
  const id = digest('sha256', `${name}\n`, Uint8Array.of(ed25519), publicKey).subarray(0, 4);
  return { name, id, publicKey };
}

/** Reads `name+id+key` (C2SP verifier key), or `undefined` for another algorithm, a wrong id or another spelling. */
export function readLogKey(text: string): LogKey | undefined {
  const [, name, id, encoded] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([0-9A-Za-z+/=]{1,100})$/u.exec(text) ?? [];
  const bytes = encoded === undefined ? undefined : base64Bytes(encoded);
  if (name === undefined || bytes?.length !== 33 || bytes[0] !== ed25519) return undefined;
  const key = logKey(name, bytes.subarray(1));
  return hexOf(key.id) === id ? key : undefined;
}

export function writeLogKey({ name, id, publicKey }: LogKey): string {
  return `${name}+${hexOf(id)}+${base64Of(Uint8Array.of(ed25519, ...publicKey))}`;
}
