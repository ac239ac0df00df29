import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { type LogKey, logKey, signSm2, sm2PublicKey } from '@mingchou/verifier';
import path from 'node:path';
import { makeKeyFile, readKeyFile } from './key-file.ts';

/** One private key of the log, which stays inside. */
export interface LogHand {
  readonly key: LogKey;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** The installation's hands under its checkpoints: Ed25519, and SM2 beside it. */
export interface LogSigner extends LogHand {
  readonly beside: LogHand;
}

/** Where the private key lies: beside the data, for its owner alone, never in the database. */
export function signerFile(folder: string): string {
  return path.join(folder, 'log-key.pem');
}

export function besideFile(folder: string): string {
  return path.join(folder, 'log-key-sm2.pem');
}

/** Reads the keys there are. A key that others may read is refused. */
export function readHands(folder: string): {
  readonly main: LogHand | undefined;
  readonly beside: LogHand | undefined;
} {
  const pem = readKeyFile(signerFile(folder));
  const main = pem === undefined ? undefined : handOf(createPrivateKey(pem));
  const second = main === undefined ? undefined : readKeyFile(besideFile(folder));
  return { main, beside: main === undefined || second === undefined ? undefined : sm2Hand(main.key.name, second) };
}

/** Both keys, or `undefined` while one is missing. */
export function readSigner(folder: string): LogSigner | undefined {
  const { main, beside } = readHands(folder);
  return main === undefined || beside === undefined ? undefined : { ...main, beside };
}

/** Makes the keys that are missing; where another process was faster, that process's keys are the ones. */
export function makeSigner(folder: string): LogSigner {
  const generated = [
    [signerFile(folder), () => generateKeyPairSync('ed25519').privateKey],
    [besideFile(folder), () => generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey],
  ] as const;
  for (const [file, generate] of generated) makeKeyFile(file, generate);
  const signer = readSigner(folder);
  if (signer === undefined) throw new Error(`${folder} lost its keys`);
  return signer;
}

function handOf(privateKey: KeyObject): LogHand {
  const raw = Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
  // Made from the key, so that the log keeps its name when the house moves to another address.
  const name = `mingchou-log-${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`;
  return { key: logKey(name, raw), sign: (bytes) => Uint8Array.from(sign(null, bytes, privateKey)) };
}

function sm2Hand(name: string, pem: Buffer): LogHand {
  const secret = sm2Scalar(pem);
  return {
    // The log's own name: a checkpoint speaks for its first line only.
    key: logKey(name, sm2PublicKey(secret), 'sm2'),
    sign: (bytes) => {
      for (;;) {
        const signature = signSm2(secret, Uint8Array.from(randomBytes(32)), bytes);
        if (signature !== undefined) return signature;
      }
    },
  };
}

// version 1, then the scalar as 32 octets (RFC 5915 within RFC 5208).
const beforeScalar = Buffer.from('0201010420', 'hex');

/** Node reads and writes SM2 keys but does not hand out the number: it is taken from the DER. */
function sm2Scalar(pem: Buffer): Uint8Array {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  const at = der.indexOf(beforeScalar);
  if (at < 0) throw new Error('log-key-sm2.pem is no SM2 key');
  return Uint8Array.from(der.subarray(at + beforeScalar.length, at + beforeScalar.length + 32));
}
