import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import {
  cosignatureLine,
  cosignedBytes,
  type LogKey,
  logKey,
  type NoteSignature,
  type SignedNote,
} from '@mingchou/verifier';
import { makeKeyFile, readKeyFile } from '../../public-log/key-file.ts';

/** A witness's hand on his own PC. */
export interface WitnessHand {
  readonly key: LogKey;
  /** His line under a checkpoint, at this time in seconds since 1970. */
  readonly cosign: (note: SignedNote, time: number) => NoteSignature;
}

/** Reads the witness's key, made at the first time. Its name is derived from it, so that nobody can take it over. */
export function openWitnessKey(file: string): WitnessHand {
  makeKeyFile(file, () => generateKeyPairSync('ed25519').privateKey);
  const pem = readKeyFile(file);
  if (pem === undefined) throw new Error(`${file} vanished`);
  const privateKey = createPrivateKey(pem);
  const raw = Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
  const key = logKey(
    `mingchou-witness-${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`,
    raw,
    'cosignature',
  );
  return {
    key,
    cosign: (note, time) =>
      cosignatureLine(key, time, Uint8Array.from(sign(null, cosignedBytes(note, time), privateKey))),
  };
}
