import type { Suite } from '../hash/digest.ts';
import { nodeHash } from './merkle.ts';

/** A tree as a checkpoint names it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * True when the path proves that the later tree begins with the earlier one, leaf by leaf (RFC 9162 §2.1.4.2).
 * Every tree begins with the empty one, and equal trees with each other; both need an empty path.
 */
export function provesConsistency(
  suite: Suite,
  earlier: TreeHead,
  later: TreeHead,
  path: readonly Uint8Array[],
): boolean {
  if (!isSize(earlier.size) || !isSize(later.size) || earlier.size > later.size) return false;
  if (earlier.size === later.size) return path.length === 0 && sameBytes(earlier.root, later.root);
  if (earlier.size === 0) return path.length === 0;
  const nodes = isPowerOfTwo(earlier.size) ? [earlier.root, ...path] : path;
  let at = earlier.size - 1;
  let last = later.size - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  const [first, ...rest] = nodes;
  if (first === undefined) return false;
  let [before, now] = [first, first];
  for (const node of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(suite, node, before);
      now = nodeHash(suite, node, now);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      now = nodeHash(suite, now, node);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(before, earlier.root) && sameBytes(now, later.root);
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

function isPowerOfTwo(size: number): boolean {
  let power = 1;
  while (power < size) power *= 2;
  return power === size;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
