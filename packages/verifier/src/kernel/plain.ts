import type { Suite } from '../hash/digest.ts';
import { digest } from '../hash/digest.ts';
import type { Kernel } from './kernel.ts';
import { bytesOfText } from './texts.ts';

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);
const none = new Uint8Array();

/** For machines without SIMD in WebAssembly, and the measure that the other kernel is held against. */
export const plainKernel: Kernel = {
  name: 'plain',
  ticketHeads: (suite, key, ids, { from, to }) => {
    const heads = new Uint32Array(2 * Math.max(0, to - from));
    const prefix = `${key}:`;
    for (let at = from; at < to; at++) {
      const ticket = digest(suite, prefix, bytesOfText(ids, at));
      heads[2 * (at - from)] = numberAt(ticket, 0);
      heads[2 * (at - from) + 1] = numberAt(ticket, 4);
    }
    return heads;
  },
  rootOfTexts: (suite, texts, { from, to }, salts) => {
    const digests = new Uint8Array(32 * (to - from));
    for (let at = from; at < to; at++) {
      const salt = salts?.subarray(16 * at, 16 * at + 16) ?? none;
      digests.set(digest(suite, leafMark, salt, bytesOfText(texts, at)), 32 * (at - from));
    }
    return foldPlainly(suite, digests);
  },
  rootOfDigests: (suite, digests) => foldPlainly(suite, digests.slice()),
  hashOf: digest,
};

/** Pairs from the left, in place; an odd last digest goes up as it is. */
function foldPlainly(suite: Suite, digests: Uint8Array): Uint8Array {
  for (let count = digests.length / 32; count > 1; count = Math.ceil(count / 2)) {
    for (let at = 0; at < count; at += 2) {
      const pair = digests.slice(32 * at, 32 * Math.min(at + 2, count));
      digests.set(pair.length === 64 ? digest(suite, nodeMark, pair) : pair, 16 * at);
    }
  }
  return digests.slice(0, 32);
}

function numberAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
