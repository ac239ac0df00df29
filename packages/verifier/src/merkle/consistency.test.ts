import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf } from '../hash/hex.ts';
import { provesConsistency } from './consistency.ts';
import { inclusionPath, leafHash, treeHash } from './merkle.ts';
import type { LeafRange } from './ranges.ts';
import { consistencyRanges, foldSubtrees, inclusionRanges, subtreesOf } from './ranges.ts';

const leaves = Array.from({ length: 64 }, (_, at) => leafHash('sha256', `entry ${at}`));

const headOf = (size: number, of: readonly Uint8Array[] = leaves) => ({
  size,
  root: treeHash('sha256', of.slice(0, size)),
});

/** The hash of a range by its complete subtrees, as a log that stores these computes it. */
const byParts = (range: LeafRange, of: readonly Uint8Array[] = leaves) =>
  foldSubtrees(
    'sha256',
    subtreesOf(range).map(({ level, index }) =>
      treeHash('sha256', of.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    ),
  );

const pathOf = (earlier: number, size: number, of: readonly Uint8Array[] = leaves) =>
  (consistencyRanges(earlier, size) ?? []).map((range) => byParts(range, of));

describe('consistency of two states of a log (RFC 6962 §2.1.2)', () => {
  test('the reference tree of eight leaves has the proofs that certificate-transparency logs test with', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const hashes = inputs.map((hex) => leafHash('sha256', Uint8Array.from(Buffer.from(hex, 'hex'))));
    const proof = (from: number, to: number) => pathOf(from, to, hashes).map(hexOf);
    expect(proof(1, 1)).toEqual([]);
    expect(proof(1, 8)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(proof(6, 8)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(proof(2, 5)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  test('every pair of sizes up to 64 proves, and no path proves another earlier size, root or a changed leaf', () => {
    for (let size = 1; size <= 64; size++) {
      for (let earlier = 1; earlier <= size; earlier++) {
        const path = pathOf(earlier, size);
        expect(provesConsistency('sha256', headOf(earlier), headOf(size), path)).toBe(true);
        if (earlier === size) continue;
        const wrongSize = { ...headOf(earlier), size: earlier === 1 ? 2 : earlier - 1 };
        expect(provesConsistency('sha256', wrongSize, headOf(size), path)).toBe(false);
        expect(provesConsistency('sha256', headOf(earlier), headOf(size), path.slice(1))).toBe(false);
        expect(provesConsistency('sha256', headOf(earlier), headOf(size), [...path, ...path.slice(0, 1)])).toBe(false);
      }
    }
  });

  test('a fork is never consistent: whichever earlier leaf differs, the honest path of the other branch fails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 64 }), fc.nat(63), fc.nat(63), (size, first, second) => {
        const earlier = 1 + (first % (size - 1));
        const changed = second % earlier;
        const fork = leaves.map((leaf, at) => (at === changed ? leafHash('sha256', 'another') : leaf));
        const path = pathOf(earlier, size, fork);
        expect(provesConsistency('sha256', headOf(earlier), headOf(size, fork), path)).toBe(false);
        expect(provesConsistency('sha256', headOf(earlier, fork), headOf(size, fork), path)).toBe(true);
      }),
    );
  });

  test('a cut tail is not consistent: a log only grows', () => {
    expect(provesConsistency('sha256', headOf(7), headOf(5), pathOf(5, 7))).toBe(false);
    expect(provesConsistency('sha256', headOf(7), { ...headOf(5), size: 7 }, [])).toBe(false);
  });

  test('every tree begins with the empty one, which needs no path', () => {
    expect(provesConsistency('sha256', headOf(0), headOf(5), [])).toBe(true);
    expect(provesConsistency('sha256', headOf(0), headOf(5), [headOf(5).root])).toBe(false);
  });
});

test('the ranges of an inclusion proof have the hashes of the path, for every leaf of every tree up to 64', () => {
  for (let size = 1; size <= 64; size++) {
    for (let index = 0; index < size; index++) {
      const path = inclusionPath('sha256', leaves.slice(0, size), index);
      expect((inclusionRanges(index, size) ?? []).map((range) => byParts(range))).toEqual(path);
    }
  }
});

test('sizes and places that do not exist have no ranges', () => {
  for (const [index, size] of [
    [3, 3],
    [-1, 3],
    [0.5, 3],
    [0, 0],
  ] as const) {
    expect(inclusionRanges(index, size)).toBeUndefined();
  }
  for (const [earlier, size] of [
    [0, 3],
    [4, 3],
    [1.5, 3],
  ] as const) {
    expect(consistencyRanges(earlier, size)).toBeUndefined();
  }
});
