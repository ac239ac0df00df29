import type { Suite } from '../hash/digest.ts';
import { digest } from '../hash/digest.ts';
import { nodeHash } from './merkle.ts';

/** Leaves `from` up to but without `to`, such as one step of a proof stands for. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** A complete subtree: the leaves from `index`·2^`level` on, 2^`level` of them. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** RFC 6962 §2.1.1: whose hashes prove that the leaf stands in the tree of `size`, from the leaf upwards. */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + greatestPowerBelow(to - from);
    if (index < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
}

/** RFC 6962 §2.1.2: whose hashes prove that the tree of `size` begins with the tree of `earlier` ≥ 1 leaves. */
export function consistencyRanges(earlier: number, size: number): readonly LeafRange[] | undefined {
  if (!Number.isSafeInteger(earlier) || !Number.isSafeInteger(size) || earlier < 1 || earlier > size) return undefined;
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (earlier < to) {
    const middle = from + greatestPowerBelow(to - from);
    if (earlier <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The verifier has the earlier root itself; only a part of it has to be told.
  return from === 0 ? ranges : [{ from, to }, ...ranges];
}

/** The complete subtrees of a range of a proof, from the left: one for every binary digit 1 of its length. */
export function subtreesOf({ from, to }: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let at = from;
  while (at < to) {
    let width = 1;
    let level = 0;
    while (width * 2 <= to - at) {
      width *= 2;
      level += 1;
    }
    subtrees.push({ level, index: at / width });
    at += width;
  }
  return subtrees;
}

/** The hash of a range from the hashes of its complete subtrees, from the left; of none the hash of nothing. */
export function foldSubtrees(suite: Suite, hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) return digest(suite);
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(suite, left, right), last);
}

function greatestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
