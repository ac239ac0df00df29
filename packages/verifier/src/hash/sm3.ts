/** Start value of SM3 (GB/T 32905-2016 §4.1). */
export const sm3Start: readonly number[] = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
];

const W = new Int32Array(68);
// T_j rotated left by j, so that a round needs no rotation by a variable.
const T = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));

/** One 64-byte block into the state of eight words (GB/T 32905-2016 §5.3). */
export function sm3Block(state: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let j = 0, at = offset; j < 16; j++, at += 4) {
    W[j] = (byte(bytes, at) << 24) | (byte(bytes, at + 1) << 16) | (byte(bytes, at + 2) << 8) | byte(bytes, at + 3);
  }
  for (let j = 16; j < 68; j++) {
    const x = w(j - 16) ^ w(j - 9) ^ rotate(w(j - 3), 15);
    W[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w(j - 13), 7) ^ w(j - 6);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + (T[j] ?? 0)) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (w(j) ^ w(j + 4))) | 0;
    const tt2 = (gg + h + ss1 + w(j)) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  mix(state, 0, a);
  mix(state, 1, b);
  mix(state, 2, c);
  mix(state, 3, d);
  mix(state, 4, e);
  mix(state, 5, f);
  mix(state, 6, g);
  mix(state, 7, h);
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}
function w(j: number): number {
  return W[j] ?? 0;
}
function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
function mix(state: Int32Array, at: number, value: number): void {
  state[at] = (state[at] ?? 0) ^ value;
}
