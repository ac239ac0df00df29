import { add, setState, setWord, start, stateWord, word, xor3 } from './lanes';

// GB/T 32905-2016 §4.1
const startValue: usize = memory.data<u32>(
  [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e],
  16,
);

export function startSm3(): void {
  start(startValue);
}

// T of GB/T 32905-2016 §4.2, rotated left by the number of its round: 79cc4519 in the first sixteen, then 7a879d8a.
// biome-ignore format: eight a line, as in sha256.ts
const constants: usize = memory.data<u32>([
  0x79cc4519, 0xf3988a32, 0xe7311465, 0xce6228cb, 0x9cc45197, 0x3988a32f, 0x7311465e, 0xe6228cbc,
  0xcc451979, 0x988a32f3, 0x311465e7, 0x6228cbce, 0xc451979c, 0x88a32f39, 0x11465e73, 0x228cbce6,
  0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
  0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
  0x7a879d8a, 0xf50f3b14, 0xea1e7629, 0xd43cec53, 0xa879d8a7, 0x50f3b14f, 0xa1e7629e, 0x43cec53d,
  0x879d8a7a, 0x0f3b14f5, 0x1e7629ea, 0x3cec53d4, 0x79d8a7a8, 0xf3b14f50, 0xe7629ea1, 0xcec53d43,
  0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
  0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
], 16);

/** One block of 64 bytes in each lane: words 0 to 15 into the state (GB/T 32905-2016 §5.3). */
export function blockSm3(): void {
  let a = stateWord(0);
  let b = stateWord(1);
  let c = stateWord(2);
  let d = stateWord(3);
  let e = stateWord(4);
  let f = stateWord(5);
  let g = stateWord(6);
  let h = stateWord(7);
  let x: v128;
  let y: v128;
  for (let t: usize = 16; t < 20; t++) extend(t);
  // Four rounds, after which every variable is back in its place; the names turn instead of the values.
  for (let t: usize = 0; t < 16; t += 4) {
    x = sum(a, e, t);
    y = add(add(add(h, word(t)), xor3(e, f, g)), x);
    d = add(add(add(d, mixed(t)), xor3(a, b, c)), v128.xor(x, left(a, 12)));
    b = left(b, 9);
    f = left(f, 19);
    h = spread(y);
    x = sum(d, h, t + 1);
    y = add(add(add(g, word(t + 1)), xor3(h, e, f)), x);
    c = add(add(add(c, mixed(t + 1)), xor3(d, a, b)), v128.xor(x, left(d, 12)));
    a = left(a, 9);
    e = left(e, 19);
    g = spread(y);
    x = sum(c, g, t + 2);
    y = add(add(add(f, word(t + 2)), xor3(g, h, e)), x);
    b = add(add(add(b, mixed(t + 2)), xor3(c, d, a)), v128.xor(x, left(c, 12)));
    d = left(d, 9);
    h = left(h, 19);
    f = spread(y);
    x = sum(b, f, t + 3);
    y = add(add(add(e, word(t + 3)), xor3(f, g, h)), x);
    a = add(add(add(a, mixed(t + 3)), xor3(b, c, d)), v128.xor(x, left(b, 12)));
    c = left(c, 9);
    g = left(g, 19);
    e = spread(y);
    for (let ahead = t + 20; ahead < t + 24; ahead++) extend(ahead);
  }
  for (let t: usize = 16; t < 64; t += 4) {
    x = sum(a, e, t);
    y = add(add(add(h, word(t)), choice(e, f, g)), x);
    d = add(add(add(d, mixed(t)), majority(a, b, c)), v128.xor(x, left(a, 12)));
    b = left(b, 9);
    f = left(f, 19);
    h = spread(y);
    x = sum(d, h, t + 1);
    y = add(add(add(g, word(t + 1)), choice(h, e, f)), x);
    c = add(add(add(c, mixed(t + 1)), majority(d, a, b)), v128.xor(x, left(d, 12)));
    a = left(a, 9);
    e = left(e, 19);
    g = spread(y);
    x = sum(c, g, t + 2);
    y = add(add(add(f, word(t + 2)), choice(g, h, e)), x);
    b = add(add(add(b, mixed(t + 2)), majority(c, d, a)), v128.xor(x, left(c, 12)));
    d = left(d, 9);
    h = left(h, 19);
    f = spread(y);
    x = sum(b, f, t + 3);
    y = add(add(add(e, word(t + 3)), choice(f, g, h)), x);
    a = add(add(add(a, mixed(t + 3)), majority(b, c, d)), v128.xor(x, left(b, 12)));
    c = left(c, 9);
    g = left(g, 19);
    e = spread(y);
    if (t < 48) for (let ahead = t + 20; ahead < t + 24; ahead++) extend(ahead);
  }
  setState(0, v128.xor(stateWord(0), a));
  setState(1, v128.xor(stateWord(1), b));
  setState(2, v128.xor(stateWord(2), c));
  setState(3, v128.xor(stateWord(3), d));
  setState(4, v128.xor(stateWord(4), e));
  setState(5, v128.xor(stateWord(5), f));
  setState(6, v128.xor(stateWord(6), g));
  setState(7, v128.xor(stateWord(7), h));
}

/** W of round t. */
function extend(t: usize): void {
  const x = xor3(word(t - 16), word(t - 9), left(word(t - 3), 15));
  const permuted = xor3(x, left(x, 15), left(x, 23));
  setWord(t, xor3(permuted, left(word(t - 13), 7), word(t - 6)));
}

/** SS1 of round t. */
function sum(a: v128, e: v128, t: usize): v128 {
  const constant = v128.load32_splat(constants + (t << 2));
  return left(add(add(left(a, 12), constant), e), 7);
}

/** W′ of round t. */
function mixed(t: usize): v128 {
  return v128.xor(word(t), word(t + 4));
}

function choice(e: v128, f: v128, g: v128): v128 {
  return v128.bitselect(f, g, e);
}

/** The majority of a, b and c is c where a and b differ, else what they agree on. */
function majority(a: v128, b: v128, c: v128): v128 {
  return v128.bitselect(c, a, v128.xor(a, b));
}

/** P0: 9 and 17 places are 8 apart, as are 15 and 23 in the extension, and 8 places are a mere exchange of bytes. */
function spread(x: v128): v128 {
  return xor3(x, left(x, 9), left(x, 17));
}

function left8(x: v128): v128 {
  return i8x16.shuffle(x, x, 3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14);
}

function left(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by));
}
