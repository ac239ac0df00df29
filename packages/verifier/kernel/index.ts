import { keepState, restoreEnded, setWord, setWords, storeDigests, storeHeads, word } from './lanes';
import { blockSha256, startSha256 } from './sha256';
import { blockSm3, startSm3 } from './sm3';

// What the host calls. Addresses are bytes in the one memory; `suite` is 0 for SHA-256 and 1 for SM3. A list of texts
// is two lists of 32-bit numbers: where each text begins and how many bytes it has. Inputs must not lie in the first
// 32 bytes nor the last 64 of the memory, and outputs need room for three more results than asked for: the last four
// lanes are always written.

// Loaded so that its first k bytes are 255: keeps the first k bytes of a vector.
const keeps: usize = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0,
]);
// Loaded so that byte k is the bit that ends every message.
const ends: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/** Where the host may write. */
export function freeMemory(): usize {
  return (__heap_base + 63) & ~63;
}

/** The first 64 bits of H(key ‖ ":" ‖ text) for each text of at most 22 bytes; `key` is 32 bytes. Always one block. */
export function ticketHeads(suite: i32, key: usize, starts: usize, lengths: usize, count: i32, out: usize): void {
  for (let at = 0; at < count; at += 4, out += 32) {
    begin(suite);
    // The extension of the block before lies elsewhere, but the words of the key were never overwritten.
    if (at === 0) setKey(key);
    const a = nth(at, count);
    const b = nth(at + 1, count);
    const c = nth(at + 2, count);
    const d = nth(at + 3, count);
    setWords(
      8,
      colon(starts + a, lengths + a),
      colon(starts + b, lengths + b),
      colon(starts + c, lengths + c),
      colon(starts + d, lengths + d),
    );
    setWords(
      12,
      rest(starts + a, lengths + a),
      rest(starts + b, lengths + b),
      rest(starts + c, lengths + c),
      rest(starts + d, lengths + d),
    );
    hashBlock(suite);
    storeHeads(out);
  }
}

function setKey(key: usize): void {
  const upper = v128.load(key);
  const lower = v128.load(key + 16);
  setWords(0, upper, upper, upper, upper);
  setWords(4, lower, lower, lower, lower);
}

/** Bytes 32 to 47 of a ticket's block: the colon and the text's first fifteen bytes. */
function colon(start: usize, length: usize): v128 {
  return i8x16.replace_lane(window(load<u32>(start) - 1, load<i32>(length) + 1), 0, 0x3a);
}

/** Bytes 48 to 63: the rest of the text, its end and the length of the whole in bits. */
function rest(start: usize, length: usize): v128 {
  const bytes = load<i32>(length);
  return i32x4.replace_lane(window(load<u32>(start) + 15, bytes - 15), 3, bswap<i32>((33 + bytes) << 3));
}

/** H(0x00 ‖ salt ‖ text) for each text; salts are 16 bytes each, one after another, or none when `salts` is 0. */
export function leaves(suite: i32, salts: usize, starts: usize, lengths: usize, count: i32, out: usize): void {
  const head: i32 = salts === 0 ? 1 : 17;
  for (let at = 0; at < count; at += 4, out += 128) {
    const a = nth(at, count);
    const b = nth(at + 1, count);
    const c = nth(at + 2, count);
    const d = nth(at + 3, count);
    const sizes = i32x4(load<i32>(lengths + a), load<i32>(lengths + b), load<i32>(lengths + c), load<i32>(lengths + d));
    // Blocks of a message: its bytes, one that ends it and eight for its length.
    const blocks = i32x4.add(i32x4.shr_s(i32x4.add(sizes, i32x4.splat(head + 8)), 6), i32x4.splat(1));
    begin(suite);
    for (let block = 0; ; block++) {
      const running = i32x4.gt_s(blocks, i32x4.splat(block));
      if (!v128.any_true(running)) break;
      for (let part = 4 * block; part < 4 * block + 4; part++) {
        setWords(
          <usize>(4 * (part & 3)),
          leafPart(part, salts, a, starts, lengths),
          leafPart(part, salts, b, starts, lengths),
          leafPart(part, salts, c, starts, lengths),
          leafPart(part, salts, d, starts, lengths),
        );
      }
      keepState();
      hashBlock(suite);
      restoreEnded(running);
    }
    storeDigests(out);
  }
}

/** Sixteen bytes of a leaf's message from byte 16·part on; `entry` is four times the number of the text. */
function leafPart(part: i32, salts: usize, entry: usize, starts: usize, lengths: usize): v128 {
  const salt = salts + (entry << 2);
  const head: i32 = salts === 0 ? 1 : 17;
  const size = head + load<i32>(lengths + entry);
  if (part === 0 && salts !== 0) return i8x16.replace_lane(v128.load(salt - 1), 0, 0);
  let bytes = window(load<u32>(starts + entry) - head + 16 * part, size - 16 * part);
  if (part === 0) bytes = i8x16.replace_lane(bytes, 0, 0);
  if (part === 1 && salts !== 0) bytes = i8x16.replace_lane(bytes, 0, load<i8>(salt + 15));
  const isLast = part === (((size + 8) >> 6) << 2) + 3;
  return isLast ? i32x4.replace_lane(bytes, 3, bswap<i32>(size << 3)) : bytes;
}

/**
 * The Merkle tree hash of `count` ≥ 1 digests, written over the first of them: pairs from the left, an odd last one
 * goes up as it is (RFC 6962 §2.1).
 */
export function fold(suite: i32, digests: usize, count: i32): void {
  while (count > 1) {
    const pairs = count >> 1;
    const odd = digests + ((<usize>(count - 1)) << 5);
    const upper = v128.load(odd);
    const lower = v128.load(odd + 16);
    for (let at = 0; at < pairs; at += 4) nodes(suite, digests + ((<usize>at) << 6), digests + ((<usize>at) << 5));
    if ((count & 1) !== 0) {
      v128.store(digests + ((<usize>pairs) << 5), upper);
      v128.store(digests + ((<usize>pairs) << 5) + 16, lower);
    }
    count = pairs + (count & 1);
  }
}

/** H(0x01 ‖ left ‖ right) of four pairs of digests, one after another: 65 bytes, two blocks. */
function nodes(suite: i32, pairs: usize, out: usize): void {
  begin(suite);
  setWords(
    0,
    i8x16.replace_lane(v128.load(pairs - 1), 0, 1),
    i8x16.replace_lane(v128.load(pairs + 63), 0, 1),
    i8x16.replace_lane(v128.load(pairs + 127), 0, 1),
    i8x16.replace_lane(v128.load(pairs + 191), 0, 1),
  );
  for (let part: usize = 1; part < 4; part++) {
    const at = pairs - 1 + (part << 4);
    setWords(part << 2, v128.load(at), v128.load(at + 64), v128.load(at + 128), v128.load(at + 192));
  }
  const lastBytes = i32x4(load<u8>(pairs + 63), load<u8>(pairs + 127), load<u8>(pairs + 191), load<u8>(pairs + 255));
  hashBlock(suite);
  setWord(0, v128.or(i32x4.shl(lastBytes, 24), i32x4.splat(0x00800000)));
  for (let t: usize = 1; t < 15; t++) setWord(t, i32x4.splat(0));
  setWord(15, i32x4.splat(65 * 8));
  hashBlock(suite);
  storeDigests(out);
}

/** A long text's hash: `beginText`, then its padded blocks in as many calls as there is room for, then `endText`. */
export function beginText(suite: i32): void {
  begin(suite);
}

/** All four lanes do the same: a fourth of the speed, still several times that of JavaScript. */
export function absorb(suite: i32, from: usize, blocks: i32): void {
  for (const end = from + ((<usize>blocks) << 6); from < end; from += 64) {
    for (let part: usize = 0; part < 4; part++) {
      const bytes = v128.load(from + (part << 4));
      setWords(part << 2, bytes, bytes, bytes, bytes);
    }
    hashBlock(suite);
  }
}

export function endText(out: usize): void {
  storeDigests(out);
}

/** Sixteen bytes at `from` of which the message has `left` more: after its end one bit, then nothing. */
function window(from: usize, left: i32): v128 {
  const kept: usize = <usize>(16 - max(-1, min(16, left)));
  return v128.or(v128.and(v128.load(from), v128.load(keeps + kept)), v128.load(ends + kept));
}

/** Four times the number of a text; lanes past the end repeat the last. */
function nth(at: i32, count: i32): usize {
  return (<usize>min(at, count - 1)) << 2;
}

function begin(suite: i32): void {
  if (suite === 0) startSha256();
  else startSm3();
}

function hashBlock(suite: i32): void {
  if (suite === 0) blockSha256();
  else blockSm3();
}
