import { digest } from '../hash/digest.ts';
import { hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { base64Bytes, base64Of } from './base64.ts';

/** Ed25519 for everyone, SM2 with SM3 beside it, or Ed25519 with a time for witnesses (C2SP tlog-cosignature). */
export type KeyAlgorithm = 'ed25519' | 'sm2' | 'cosignature';

/** The public key of a log or of one of its witnesses, under the name that its notes carry. */
export interface LogKey {
  readonly name: string;
  readonly algorithm: KeyAlgorithm;
  /** First four bytes of SHA-256(name ‖ LF ‖ type ‖ key). */
  readonly id: Uint8Array;
  /** 32 bytes; of SM2 65, 04 ‖ x ‖ y. */
  readonly publicKey: Uint8Array;
}

// C2SP signed-note: 0xff is for algorithms without a number of their own and is followed by a name.
const types: Readonly<Record<KeyAlgorithm, Uint8Array>> = {
  ed25519: Uint8Array.of(1),
  sm2: Uint8Array.of(255, ...utf8('mc-draw/1/SM2')),
  cosignature: Uint8Array.of(4),
};
const lengths: Readonly<Record<KeyAlgorithm, number>> = { ed25519: 32, sm2: 65, cosignature: 32 };

export function logKey(name: string, publicKey: Uint8Array, algorithm: KeyAlgorithm = 'ed25519'): LogKey {
  const id = digest('sha256', `${name}\n`, types[algorithm], publicKey).subarray(0, 4);
  return { name, algorithm, id, publicKey };
}

/** Reads `name+id+key` (C2SP verifier key), or `undefined` for another algorithm, a wrong id or another spelling. */
export function readLogKey(text: string): LogKey | undefined {
  const [, name, id, encoded] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([0-9A-Za-z+/=]{1,200})$/u.exec(text) ?? [];
  const bytes = encoded === undefined ? undefined : base64Bytes(encoded);
  if (name === undefined || bytes === undefined) return undefined;
  for (const algorithm of ['ed25519', 'sm2', 'cosignature'] as const) {
    const type = types[algorithm];
    const fits = bytes.length === type.length + lengths[algorithm] && type.every((byte, at) => byte === bytes[at]);
    if (!fits) continue;
    const key = logKey(name, bytes.subarray(type.length), algorithm);
    return hexOf(key.id) === id ? key : undefined;
  }
  return undefined;
}

export function writeLogKey({ name, algorithm, id, publicKey }: LogKey): string {
  return `${name}+${hexOf(id)}+${base64Of(Uint8Array.of(...types[algorithm], ...publicKey))}`;
}
