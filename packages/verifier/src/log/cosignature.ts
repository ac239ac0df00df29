import { ed25519 } from '@noble/curves/ed25519.js';
import { hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { LogKey } from './key.ts';
import type { NoteSignature, SignedNote } from './note.ts';

/** A witness's word: this state continues every state of the log that I have seen before. */
export interface Cosignature {
  readonly witness: LogKey;
  /** Seconds since 1970, as the witness's own clock had it. */
  readonly time: number;
  readonly line: NoteSignature;
}

/** What a witness signs (C2SP tlog-cosignature): the time, in seconds since 1970, and the checkpoint's text. */
export function cosignedBytes({ text }: Pick<SignedNote, 'text'>, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

/** The line of a witness: his time in eight bytes and his Ed25519 signature. */
export function cosignatureLine(witness: LogKey, time: number, signature: Uint8Array): NoteSignature {
  const seconds = new Uint8Array(8);
  new DataView(seconds.buffer).setBigUint64(0, BigInt(time));
  return { name: witness.name, keyId: witness.id, signature: Uint8Array.from([...seconds, ...signature]) };
}

/**
 * The cosignatures of these witnesses on the checkpoint. Lines of others are passed over; a line under a witness's name
 * and id that does not hold makes the whole note `forged`.
 */
export function cosignaturesOf(
  { note }: Pick<Checkpoint, 'note'>,
  witnesses: readonly LogKey[],
): readonly Cosignature[] | 'forged' {
  const found: Cosignature[] = [];
  for (const line of note.signatures) {
    const witness = witnesses.find(
      ({ name, algorithm, id }) => algorithm === 'cosignature' && name === line.name && hexOf(id) === hexOf(line.keyId),
    );
    if (witness === undefined) continue;
    const time = timeOf(line.signature);
    if (time === undefined || !holds(witness, line.signature.subarray(8), cosignedBytes(note, time))) return 'forged';
    found.push({ witness, time, line });
  }
  return found;
}

function timeOf(signature: Uint8Array): number | undefined {
  if (signature.length !== 72) return undefined;
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return seconds > 0n && seconds < 1n << 50n ? Number(seconds) : undefined;
}

function holds(witness: LogKey, signature: Uint8Array, message: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, witness.publicKey, { zip215: false });
  } catch {
    return false;
  }
}
