import { add, setState, setWord, start, stateWord, word, xor3 } from './lanes';

// FIPS 180-4 §5.3.3
const startValue: usize = memory.data<u32>(
  [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
  16,
);

// FIPS 180-4 §4.2.2
// biome-ignore format: eight a line, as in the standard
const constants: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
], 16);

export function startSha256(): void {
  start(startValue);
}

/** One block of 64 bytes in each lane: words 0 to 15 into the state (FIPS 180-4 §6.2.2). */
export function blockSha256(): void {
  let a = stateWord(0);
  let b = stateWord(1);
  let c = stateWord(2);
  let d = stateWord(3);
  let e = stateWord(4);
  let f = stateWord(5);
  let g = stateWord(6);
  let h = stateWord(7);
  let x: v128;
  // Eight rounds, after which every variable is back in its place; the names turn instead of the values.
  for (let t: usize = 0; t < 64; t += 8) {
    x = first(e, f, g, h, t);
    d = add(d, x);
    h = add(x, second(a, b, c));
    x = first(d, e, f, g, t + 1);
    c = add(c, x);
    g = add(x, second(h, a, b));
    x = first(c, d, e, f, t + 2);
    b = add(b, x);
    f = add(x, second(g, h, a));
    x = first(b, c, d, e, t + 3);
    a = add(a, x);
    e = add(x, second(f, g, h));
    x = first(a, b, c, d, t + 4);
    h = add(h, x);
    d = add(x, second(e, f, g));
    x = first(h, a, b, c, t + 5);
    g = add(g, x);
    c = add(x, second(d, e, f));
    x = first(g, h, a, b, t + 6);
    f = add(f, x);
    b = add(x, second(c, d, e));
    x = first(f, g, h, a, t + 7);
    e = add(e, x);
    a = add(x, second(b, c, d));
    // Sixteen rounds ahead of their use, so that the two computations run side by side.
    if (t < 48) for (let ahead = t + 16; ahead < t + 24; ahead++) extend(ahead);
  }
  setState(0, add(stateWord(0), a));
  setState(1, add(stateWord(1), b));
  setState(2, add(stateWord(2), c));
  setState(3, add(stateWord(3), d));
  setState(4, add(stateWord(4), e));
  setState(5, add(stateWord(5), f));
  setState(6, add(stateWord(6), g));
  setState(7, add(stateWord(7), h));
}

/** W of round t. */
function extend(t: usize): void {
  const x = word(t - 15);
  const y = word(t - 2);
  const s0 = xor3(right(x, 7), right(x, 18), i32x4.shr_u(x, 3));
  const s1 = xor3(right(y, 17), right(y, 19), i32x4.shr_u(y, 10));
  setWord(t, add(add(word(t - 16), s0), add(word(t - 7), s1)));
}

/** T1 of round t. */
function first(e: v128, f: v128, g: v128, h: v128, t: usize): v128 {
  const sum = xor3(right(e, 6), right(e, 11), right(e, 25));
  const scheduled = add(word(t), v128.load32_splat(constants + (t << 2)));
  // What waits for the round before is added last.
  return add(add(add(h, scheduled), v128.bitselect(f, g, e)), sum);
}

/** T2: the majority of a, b and c is c where a and b differ, else what they agree on. */
function second(a: v128, b: v128, c: v128): v128 {
  return add(xor3(right(a, 2), right(a, 13), right(a, 22)), v128.bitselect(c, a, v128.xor(a, b)));
}

function right(x: v128, by: i32): v128 {
  return v128.or(i32x4.shr_u(x, by), i32x4.shl(x, 32 - by));
}
