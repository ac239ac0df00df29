import type { Suite } from '../hash/digest.ts';
import { digest } from '../hash/digest.ts';
import { kernel } from '../kernel/fastest.ts';

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** RFC 6962 §2.1 leaf: H(0x00 ‖ parts). */
export function leafHash(suite: Suite, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  return digest(suite, leafMark, ...parts);
}

export function nodeHash(suite: Suite, left: Uint8Array, right: Uint8Array): Uint8Array {
  return digest(suite, nodeMark, left, right);
}

/** RFC 6962 §2.1 tree hash of leaf hashes; of no leaves the hash of nothing. */
export function treeHash(suite: Suite, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return digest(suite);
  // Pairing from the left and carrying an odd last node upwards gives the same tree as splitting at the greatest power of two.
  const digests = new Uint8Array(32 * leaves.length);
  for (let at = 0; at < leaves.length; at++) digests.set(leaves[at] ?? [], 32 * at);
  return kernel().rootOfDigests(suite, digests);
}

/** RFC 6962 §2.1.1 path of the leaf at `index`, from the leaf upwards; `undefined` if there is no such leaf. */
export function inclusionPath(
  suite: Suite,
  leaves: readonly Uint8Array[],
  index: number,
): readonly Uint8Array[] | undefined {
  if (leaves[index] === undefined) return undefined;
  const path: Uint8Array[] = [];
  let at = index;
  for (let level = leaves; level.length > 1; level = parents(suite, level), at >>= 1) {
    const sibling = level[at ^ 1];
    if (sibling !== undefined) path.push(sibling);
  }
  return path;
}

/** The root that a leaf and its path lead to (RFC 9162 §2.1.3.2), or `undefined` when the path has the wrong length. */
export function rootOfPath(
  suite: Suite,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return undefined;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(suite, sibling, hash);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(suite, hash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : undefined;
}

function parents(suite: Suite, level: readonly Uint8Array[]): readonly Uint8Array[] {
  const next: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const left = level[at];
    const right = level[at + 1];
    if (left !== undefined) next.push(right === undefined ? left : nodeHash(suite, left, right));
  }
  return next;
}
