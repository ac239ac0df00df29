import { expect, test } from 'vitest';
import { vector } from '../../test/vector.ts';
import { canonicalBytes } from '../canonical/json.ts';
import { commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { FileName } from '../commitment/file.ts';
import { fileOf, resultHash, trusted } from '../draw/draw.ts';
import { bytesOfHex, hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { inclusionPath, leafHash, treeHash } from '../merkle/merkle.ts';
import { checkpointText } from './checkpoint.ts';
import { writeNote } from './note.ts';
import { verifyResultEntry } from './result-entry.ts';

const salt = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** The vector's result as the second of three entries in a log that nobody known has signed. */
function logged(files: ReadonlyMap<FileName, Uint8Array>, change: { salt?: string; hashed?: string } = {}): Uint8Array {
  const commit = fileOf(files, 'commit.json');
  const { suite } = trusted(readCommitment(commit));
  const h = resultHash(suite, files, bytesOfHex(change.hashed ?? ''));
  const entry = { kind: 'result', c: commitmentHash(suite, commit), h, at: '2022-04-06T02:06:41Z' };
  const leaves = [utf8('a'), canonicalBytes(entry), utf8('b')].map((bytes) => leafHash('sha256', bytes));
  const path = (inclusionPath('sha256', leaves, 1) ?? []).map(hexOf);
  const text = checkpointText('made-up.log', { size: 3, root: treeHash('sha256', leaves) });
  const checkpoint = writeNote({
    text,
    signatures: [{ name: 'made-up.log', keyId: new Uint8Array(4), signature: new Uint8Array(64) }],
  });
  const proof = { entry, index: 1, size: 3, path, checkpoint };
  return canonicalBytes(change.salt === undefined ? proof : { ...proof, salt: change.salt });
}

/** The same draw as if it had been sealed; C changes with it. */
function sealed(): Map<FileName, Uint8Array> {
  const files = new Map(vector('batches-salted'));
  const text = Buffer.from(fileOf(files, 'commit.json')).toString().replace('"mode":"open"', '"mode":"sealed"');
  return files.set('commit.json', utf8(text));
}

const codeOf = (files: ReadonlyMap<FileName, Uint8Array>, proof: Uint8Array) => verifyResultEntry(files, proof).code;

test('the result entry of an open draw is the hash of its files, and carries no salt', () => {
  const files = vector('plain-sha256');
  expect(codeOf(files, logged(files))).toBe('log-key-unknown');
  expect(codeOf(files, logged(files, { salt }))).toBe('salt-unexpected');
  expect(codeOf(files, logged(files, { hashed: salt }))).toBe('hash-differs');
});

test('that of a sealed draw is hashed with the salt that was published at the unsealing, and with no other', () => {
  const files = sealed();
  expect(codeOf(files, logged(files, { salt, hashed: salt }))).toBe('log-key-unknown');
  expect(codeOf(files, logged(files, { hashed: salt }))).toBe('salt-missing');
  expect(codeOf(files, logged(files, { salt: salt.replace('0f', 'ff'), hashed: salt }))).toBe('hash-differs');
});

test('a public bundle, which has no teams, leaves it open instead of passing', () => {
  const files = new Map(vector('plain-sha256'));
  const proof = logged(files);
  files.delete('assignment.csv');
  expect(verifyResultEntry(files, proof)).toMatchObject({ status: 'not-checked', code: 'files-withheld' });
});

test('another draw’s entry, another place, another result, nonsense: all are found', () => {
  const files = vector('plain-sha256');
  const proof = logged(files);
  const text = Buffer.from(proof).toString();
  expect(codeOf(vector('plain-sm3'), proof)).toBe('another-draw');
  expect(codeOf(files, utf8(text.replace('"index":1', '"index":0')))).toBe('not-in-the-log');
  const swapped = new Map(files).set('selected.csv', utf8('x'));
  expect(codeOf(swapped, proof)).toBe('hash-differs');
  for (const nonsense of ['', '{}', text.replace('{', '{ '), text.replace('result', 'commitment')]) {
    expect(codeOf(files, utf8(nonsense))).toBe('malformed');
  }
});
