import type { Hex } from './hex.ts';
import { hexOf } from './hex.ts';
import { sha256Block, sha256Start } from './sha256.ts';
import { sm3Block, sm3Start } from './sm3.ts';
import { utf8 } from './utf8.ts';

/** The hash function of a draw: SHA-256 (FIPS 180-4) or SM3 (GB/T 32905). */
export type Suite = 'sha256' | 'sm3';

const functions = {
  sha256: { start: sha256Start, block: sha256Block },
  sm3: { start: sm3Start, block: sm3Block },
};

// One digest ends before the next begins, so they share what would otherwise be garbage a million times.
const sharedState = new Int32Array(8);
const sharedTail = new Uint8Array(128);

/** H of the parts joined. Text counts as its UTF-8. */
export function digest(suite: Suite, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const { start, block } = functions[suite];
  const state = sharedState;
  const tail = sharedTail;
  state.set(start);
  let filled = 0;
  let length = 0;
  for (const part of parts) {
    const bytes = typeof part === 'string' ? utf8(part) : part;
    length += bytes.length;
    let at = 0;
    if (filled > 0) {
      at = Math.min(64 - filled, bytes.length);
      tail.set(bytes.subarray(0, at), filled);
      filled += at;
      if (filled < 64) continue;
      block(state, tail, 0);
      filled = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) block(state, bytes, at);
    tail.set(bytes.subarray(at), 0);
    filled = bytes.length - at;
  }
  pad(tail, filled, length);
  block(state, tail, 0);
  if (filled > 55) block(state, tail, 64);
  return bytesOfState(state);
}

/** H of the parts joined, as 64 lower-case hex characters. */
export function digestHex(suite: Suite, ...parts: readonly (Uint8Array | string)[]): Hex {
  return hexOf(digest(suite, ...parts));
}

/**
 * H(`prefix` ‖ text) in hex for many short texts: a ticket is one block, so the prefix is laid out once.
 * Both must be ASCII.
 */
export function prefixed(suite: Suite, prefix: string): (text: string) => Hex {
  const { start, block } = functions[suite];
  const state = new Int32Array(8);
  const bytes = new Uint8Array(128);
  for (let at = 0; at < prefix.length; at++) bytes[at] = prefix.charCodeAt(at);
  return (text) => {
    const length = prefix.length + text.length;
    if (length > 55) return digestHex(suite, prefix, text);
    for (let at = 0; at < text.length; at++) bytes[prefix.length + at] = text.charCodeAt(at);
    pad(bytes, length, length);
    state.set(start);
    block(state, bytes, 0);
    return hexOf(bytesOfState(state));
  };
}

function pad(tail: Uint8Array, filled: number, length: number): void {
  const end = filled > 55 ? 128 : 64;
  tail.fill(0, filled, end);
  tail[filled] = 0x80;
  writeWord(tail, end - 8, Math.floor(length / 0x20000000));
  writeWord(tail, end - 4, length * 8);
}

function bytesOfState(state: Int32Array): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let at = 0; at < 8; at++) writeWord(bytes, 4 * at, state[at] ?? 0);
  return bytes;
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}
