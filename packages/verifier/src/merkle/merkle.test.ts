import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Suite } from '../hash/digest.ts';
import { digest } from '../hash/digest.ts';
import { hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { inclusionPath, leafHash, nodeHash, rootOfPath, treeHash } from './merkle.ts';

const leaves = (count: number, suite: Suite = 'sha256') =>
  Array.from({ length: count }, (_, at) => leafHash(suite, `leaf ${at}`));

/** The leaves that the implementations of certificate transparency test with. */
const reference = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];

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
    const hashes = reference.map((hex) => leafHash('sha256', Uint8Array.from(Buffer.from(hex, 'hex'))));
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    expect(hashes.map((_, at) => hexOf(treeHash('sha256', hashes.slice(0, at + 1))))).toEqual(roots);
  });

  test('and the paths that they test with, of the first, the sixth and the third leaf', () => {
    const hashes = reference.map((hex) => leafHash('sha256', Uint8Array.from(Buffer.from(hex, 'hex'))));
    const path = (index: number, size: number) =>
      (inclusionPath('sha256', hashes.slice(0, size), index) ?? []).map(hexOf);
    expect(path(0, 8)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(path(5, 8)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(path(2, 3)).toEqual(['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']);
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
