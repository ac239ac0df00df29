import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Suite } from '../hash/digest.ts';
import { digest } from '../hash/digest.ts';
import { hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { inclusionPath, leafHash, nodeHash, rootOfPath, treeHash } from './merkle.ts';

const leaves = (count: number, suite: Suite = 'sha256') =>
  Array.from({ length: count }, (_, at) => leafHash(suite, `leaf ${at}`));

/** RFC 6962 §2.1 as written: split at the greatest power of two below the size. */
function byDefinition(suite: Suite, hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return digest(suite);
  if (hashes.length === 1) return only;
  let split = 1;
  while (2 * split < hashes.length) split *= 2;
  return nodeHash(suite, byDefinition(suite, hashes.slice(0, split)), byDefinition(suite, hashes.slice(split)));
}

describe('RFC 6962 trees', () => {
  test('the known roots of the empty tree and of one empty leaf', () => {
    expect(hexOf(treeHash('sha256', []))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hexOf(treeHash('sha256', [leafHash('sha256', '')]))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  test('the reference tree of eight leaves that certificate-transparency logs test with', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const hashes = inputs.map((hex) => leafHash('sha256', Uint8Array.from(Buffer.from(hex, 'hex'))));
    expect(hexOf(treeHash('sha256', hashes))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(hexOf(treeHash('sha256', hashes.slice(0, 7)))).toBe(
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    );
  });

  test.each(['sha256', 'sm3'] as const)('%s: the definition and every path lead to the same root', (suite) => {
    for (let size = 0; size < 40; size++) {
      const hashes = leaves(size, suite);
      const root = treeHash(suite, hashes);
      expect(root).toEqual(byDefinition(suite, hashes));
      for (const [index, leaf] of hashes.entries()) {
        const path = inclusionPath(suite, hashes, index) ?? [];
        expect(rootOfPath(suite, leaf, index, size, path)).toEqual(root);
        expect(rootOfPath(suite, leaf, index, size, [...path, leaf])).toBeUndefined();
        if (path.length > 0) expect(rootOfPath(suite, leaf, index, size, path.slice(1))).not.toEqual(root);
      }
    }
  });

  test('a path proves nothing for another place, another leaf or another size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(59), fc.nat(59), (size, first, second) => {
        const [index, other] = [first % size, second % size];
        fc.pre(index !== other);
        const hashes = leaves(size);
        const path = inclusionPath('sha256', hashes, index) ?? [];
        const root = treeHash('sha256', hashes);
        const leaf = hashes[index] ?? utf8('');
        expect(rootOfPath('sha256', leaf, other, size, path)).not.toEqual(root);
        expect(rootOfPath('sha256', hashes[other] ?? utf8(''), index, size, path)).not.toEqual(root);
      }),
    );
  });

  test('places outside the tree have no path and lead nowhere', () => {
    for (const index of [-1, 3, 1.5, Number.NaN]) {
      expect(inclusionPath('sha256', leaves(3), index)).toBeUndefined();
      expect(rootOfPath('sha256', utf8(''), index, 3, [])).toBeUndefined();
    }
  });
});
