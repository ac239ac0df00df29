import { ed25519 } from '@noble/curves/ed25519.js';
import type { TreeHead } from '../merkle/consistency.ts';
import { base64Bytes, base64Of } from './base64.ts';
import type { LogKey } from './key.ts';
import type { SignedNote } from './note.ts';
import { readNote, signedBytes } from './note.ts';
import { holdsSm2 } from './sm2.ts';

/** What a log says of itself: its name, how many entries it has and the root over them, signed. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
  readonly note: SignedNote;
}

/** The text that a checkpoint's signature is made over. */
export function checkpointText(origin: string, { size, root }: TreeHead): string {
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

export function readCheckpoint(text: string): Checkpoint | undefined {
  const note = readNote(text);
  const [origin = '', size = '', root = ''] = (note?.text ?? '').split('\n');
  const bytes = base64Bytes(root);
  if (note === undefined || origin === '' || !/^(?:0|[1-9][0-9]{0,14})$/.test(size) || bytes?.length !== 32) {
    return undefined;
  }
  return { origin, size: Number(size), root: bytes, note };
}

/**
 * `signed` when one of the keys has signed, `forged` when a line under a known key's name and id does not hold,
 * `unknown` when no known key is named.
 */
export function signatureStanding(checkpoint: Checkpoint, keys: readonly LogKey[]): 'signed' | 'forged' | 'unknown' {
  const { note, origin } = checkpoint;
  let standing: 'signed' | 'unknown' = 'unknown';
  for (const { name, keyId, signature } of note.signatures) {
    const key = keys.find((one) => one.name === name && one.id.every((byte, at) => byte === keyId[at]));
    // A log's own name stands in the first line; a witness who signs beside it does not speak for the log.
    if (key === undefined || key.name !== origin || key.algorithm === 'cosignature') continue;
    if (!holds(key, signature, signedBytes(note))) return 'forged';
    standing = 'signed';
  }
  return standing;
}

function holds(key: LogKey, signature: Uint8Array, message: Uint8Array): boolean {
  if (key.algorithm === 'sm2') return holdsSm2(key.publicKey, signature, message);
  if (signature.length !== 64) return false;
  try {
    // Strict as RFC 8032 has it: whoever checks with another library must come to the same answer.
    return ed25519.verify(signature, message, key.publicKey, { zip215: false });
  } catch {
    return false;
  }
}
