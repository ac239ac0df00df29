import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { base64Bytes, base64Of } from './base64.ts';
import { checkpointText, readCheckpoint, signatureStanding } from './checkpoint.ts';
import { logKey, readLogKey, writeLogKey } from './key.ts';
import { readNote, writeNote } from './note.ts';

const secret = new Uint8Array(32).fill(1);
const key = logKey('log.example.cn', ed25519.getPublicKey(secret));
const head = { size: 3, root: new Uint8Array(32).fill(9) };
const text = checkpointText(key.name, head);
const line = { name: key.name, keyId: key.id, signature: ed25519.sign(utf8(text), secret) };
const note = writeNote({ text, signatures: [line] });

const standing = (written: string, keys = [key]) => {
  const checkpoint = readCheckpoint(written);
  return checkpoint === undefined ? 'unreadable' : signatureStanding(checkpoint, keys);
};

describe('signed notes (C2SP)', () => {
  test('the published example reads, and its verifier key has the id written in it', () => {
    // golang.org/x/mod/sumdb/note: the key and note of its documentation.
    const published = readLogKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    expect(hexOf(published?.id ?? new Uint8Array())).toBe('c74f20a3');
    const said =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const example = `${said}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    const [signature] = readNote(example)?.signatures ?? [];
    expect(readNote(example)?.text).toBe(said);
    const held = ed25519.verify(
      signature?.signature ?? new Uint8Array(),
      utf8(said),
      published?.publicKey ?? new Uint8Array(32),
      { zip215: false },
    );
    expect(held).toBe(true);
  });

  test.each([
    ['no empty line', note.replace('\n\n', '\n')],
    ['no signature', `${text}\n`],
    ['a line that is no signature', `${note}hello\n`],
    ['a hyphen for the dash', note.replace('\u2014', '-')],
    ['a control character', note.replace('\n', '\r\n')],
    ['no line feed at the end', note.slice(0, -1)],
    ['nothing', ''],
  ])('%s is no checkpoint', (_what, written) => {
    expect(standing(written)).toBe('unreadable');
  });

  test('a size with a leading zero or a root of another length is no checkpoint', () => {
    for (const body of [text.replace('\n3\n', '\n03\n'), `${key.name}\n3\n${base64Of(new Uint8Array(31))}\n`]) {
      expect(standing(writeNote({ text: body, signatures: [line] }))).toBe('unreadable');
    }
  });
});

describe('who signed a checkpoint', () => {
  test('the key that the reader knows', () => {
    expect(standing(note)).toBe('signed');
    expect(readLogKey(writeLogKey(key))).toEqual(key);
  });

  test('node’s own Ed25519 makes the same signature', () => {
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret]);
    const own = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    expect(Uint8Array.from(sign(null, Buffer.from(text), own))).toEqual(line.signature);
    expect(createPublicKey(own).export({ format: 'jwk' }).x).toBe(Buffer.from(key.publicKey).toString('base64url'));
  });

  test('nobody known, when the name or the id is another', () => {
    expect(standing(note, [])).toBe('unknown');
    expect(standing(note, [logKey('other.example.cn', key.publicKey)])).toBe('unknown');
  });

  test('a witness beside the log does not speak for it', () => {
    const witness = logKey('witness.example.cn', ed25519.getPublicKey(new Uint8Array(32).fill(2)));
    const beside = { name: witness.name, keyId: witness.id, signature: new Uint8Array(64) };
    expect(standing(writeNote({ text, signatures: [line, beside] }), [key, witness])).toBe('signed');
    expect(standing(writeNote({ text, signatures: [beside] }), [key, witness])).toBe('unknown');
  });

  test('any other bit of text or signature is a forgery', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.nat(7), (at, bit) => {
        const signature = Uint8Array.from(line.signature);
        signature[at] = (signature[at] ?? 0) ^ (1 << bit);
        expect(standing(writeNote({ text, signatures: [{ ...line, signature }] }))).toBe('forged');
      }),
    );
    expect(standing(note.replace('\n3\n', '\n4\n'))).toBe('forged');
    expect(standing(writeNote({ text, signatures: [{ ...line, signature: new Uint8Array(12) }] }))).toBe('forged');
  });
});

test('a verifier key of another algorithm, with a wrong id or a wrong length is none', () => {
  const written = writeLogKey(key);
  const [name = '', id = '', encoded = ''] = written.split('+');
  for (const wrong of [
    `${name}+00000000+${encoded}`,
    `${name}+${id}+${base64Of(Uint8Array.of(2, ...key.publicKey))}`,
    `${name}+${id}+${base64Of(Uint8Array.of(1, ...key.publicKey.subarray(1)))}`,
    `na me+${id}+${encoded}`,
    '',
  ]) {
    expect(readLogKey(wrong)).toBeUndefined();
  }
});

test('base64 goes there and back, and to the platform’s own', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64Bytes(base64Of(bytes))).toEqual(bytes);
    }),
  );
});
