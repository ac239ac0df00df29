import type { Suite } from '../hash/digest.ts';
import type { Texts } from './texts.ts';

/** Some of many texts: from number `from` up to but without `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Hashing of many texts at once. Every kernel gives the same results; they differ in speed. */
export interface Kernel {
  readonly name: 'simd' | 'plain';
  /**
   * The first 64 bits of T(id) = H(key ‖ ":" ‖ id) (mc-draw/1 §6) of each id of the range, as two 32-bit numbers, the
   * upper first. `key` is 32 ASCII characters; an id has at most 22 bytes.
   */
  readonly ticketHeads: (suite: Suite, key: string, ids: Texts, range: Range) => Uint32Array;
  /**
   * The Merkle tree hash (RFC 6962 §2.1) over leaves H(0x00 ‖ salt ‖ text) of the range, at least one; `salts` holds
   * 16 bytes for every text of all, or is left out. A range that begins at a multiple of a power of two no smaller
   * than its length gives a node of the tree over all.
   */
  readonly rootOfTexts: (suite: Suite, texts: Texts, range: Range, salts?: Uint8Array) => Uint8Array;
  /** The same over digests that stand one after another, 32 bytes each, at least one. */
  readonly rootOfDigests: (suite: Suite, digests: Uint8Array) => Uint8Array;
  /** H of the parts joined; for whole files. */
  readonly hashOf: (suite: Suite, ...parts: readonly Uint8Array[]) => Uint8Array;
}
