import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { utf8 } from '../hash/utf8.ts';
import { checkpointText, readCheckpoint, signatureStanding } from './checkpoint.ts';
import { cosignatureLine, cosignaturesOf, cosignedBytes } from './cosignature.ts';
import { logKey, readLogKey, writeLogKey } from './key.ts';
import { writeNote } from './note.ts';
import { signSm2, sm2PublicKey } from './sm2.ts';

const [secret, another, witnessSecret] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const key = logKey('log.example.cn', ed25519.getPublicKey(secret));
const sm2 = logKey('log.example.cn', sm2PublicKey(another), 'sm2');
const witness = logKey('witness.example.cn', ed25519.getPublicKey(witnessSecret), 'cosignature');
const text = checkpointText(key.name, { size: 3, root: new Uint8Array(32).fill(9) });
const line = { name: key.name, keyId: key.id, signature: ed25519.sign(utf8(text), secret) };
const sm2Line = { name: sm2.name, keyId: sm2.id, signature: signSm2(another, secret, utf8(text)) ?? new Uint8Array() };
const time = 1_649_210_760;
const cosigned = cosignatureLine(witness, time, ed25519.sign(cosignedBytes({ text }, time), witnessSecret));

function checkpointWith(...signatures: Parameters<typeof writeNote>[0]['signatures']) {
  const checkpoint = readCheckpoint(writeNote({ text, signatures }));
  if (checkpoint === undefined) throw new Error('unreadable');
  return checkpoint;
}

test('keys of the three algorithms are written apart and read back', () => {
  for (const one of [key, sm2, witness]) expect(readLogKey(writeLogKey(one))).toEqual(one);
  expect(new Set([key, sm2, witness].map(({ id }) => String(id))).size).toBe(3);
});

test('SM2 beside Ed25519: either key is enough, both are checked, and who knows neither is not misled', () => {
  const both = checkpointWith(line, sm2Line);
  expect(signatureStanding(both, [key])).toBe('signed');
  expect(signatureStanding(both, [sm2])).toBe('signed');
  expect(signatureStanding(both, [key, sm2])).toBe('signed');
  expect(signatureStanding(checkpointWith(line), [sm2])).toBe('unknown');
  const wrong = checkpointWith(line, { ...sm2Line, signature: sm2Line.signature.map((byte) => byte ^ 1) });
  expect(signatureStanding(wrong, [key])).toBe('signed');
  expect(signatureStanding(wrong, [key, sm2])).toBe('forged');
});

test('a cosignature is the witness’s, with his time, and never the log’s', () => {
  const checkpoint = checkpointWith(line, cosigned);
  expect(cosignaturesOf(checkpoint, [witness])).toMatchObject([{ time, witness: { name: 'witness.example.cn' } }]);
  expect(cosignaturesOf(checkpoint, [])).toEqual([]);
  expect(signatureStanding(checkpoint, [key, witness])).toBe('signed');
  const posing = logKey(key.name, witness.publicKey, 'cosignature');
  expect(signatureStanding(checkpointWith({ ...cosigned, name: key.name, keyId: posing.id }), [posing])).toBe(
    'unknown',
  );
});

test('a cosignature of another state, another time or cut short is a forgery', () => {
  const later = cosignatureLine(witness, time + 1, cosigned.signature.subarray(8));
  const other = ed25519.sign(cosignedBytes({ text: text.replace('\n3\n', '\n4\n') }, time), witnessSecret);
  for (const wrong of [
    later,
    cosignatureLine(witness, time, other),
    { ...cosigned, signature: cosigned.signature.subarray(1) },
    cosignatureLine(witness, 0, ed25519.sign(cosignedBytes({ text }, 0), witnessSecret)),
  ]) {
    expect(cosignaturesOf(checkpointWith(line, wrong), [witness])).toBe('forged');
  }
});
