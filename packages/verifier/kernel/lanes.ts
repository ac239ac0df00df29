// AssemblyScript (docs/decisions: the kernel). Four messages are hashed at a time: one vector holds the same word of
// all four, so that every instruction works for four lanes.

/** Words of the block being hashed and their extension, one vector each: 64 for SHA-256, 68 for SM3. */
export const words: usize = memory.data(68 * 16, 16);
/** The eight words of the state, one vector each. */
export const state: usize = memory.data(8 * 16, 16);
/** The state before a block, for the lanes whose message has already ended. */
const before: usize = memory.data(8 * 16, 16);

export function word(t: usize): v128 {
  return v128.load(words + (t << 4));
}

export function setWord(t: usize, value: v128): void {
  v128.store(words + (t << 4), value);
}

export function stateWord(at: usize): v128 {
  return v128.load(state + (at << 4));
}

export function setState(at: usize, value: v128): void {
  v128.store(state + (at << 4), value);
}

/** Sets all lanes to the start value of a hash function. */
export function start(values: usize): void {
  for (let at: usize = 0; at < 8; at++) setState(at, v128.load32_splat(values + (at << 2)));
}

export function keepState(): void {
  for (let at: usize = 0; at < 128; at += 16) v128.store(before + at, v128.load(state + at));
}

/** Takes the state that was kept back into the lanes that are 0 in `running`. */
export function restoreEnded(running: v128): void {
  for (let at: usize = 0; at < 128; at += 16) {
    v128.store(state + at, v128.bitselect(v128.load(state + at), v128.load(before + at), running));
  }
}

export function add(x: v128, y: v128): v128 {
  return i32x4.add(x, y);
}

export function xor3(x: v128, y: v128, z: v128): v128 {
  return v128.xor(v128.xor(x, y), z);
}

/** Both hash functions read words with their greatest byte first; the machine reads them the other way round. */
export function turned(v: v128): v128 {
  return i8x16.shuffle(v, v, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/** Sixteen bytes of each lane's message become words `t` to `t + 3`. */
export function setWords(t: usize, a: v128, b: v128, c: v128, d: v128): void {
  const abLow = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cdLow = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  setWord(t, turned(v128.shuffle<i64>(abLow, cdLow, 0, 2)));
  setWord(t + 1, turned(v128.shuffle<i64>(abLow, cdLow, 1, 3)));
  setWord(t + 2, turned(v128.shuffle<i64>(abHigh, cdHigh, 0, 2)));
  setWord(t + 3, turned(v128.shuffle<i64>(abHigh, cdHigh, 1, 3)));
}

/** The digests of the four lanes, 32 bytes each, one after another. */
export function storeDigests(out: usize): void {
  storeHalves(out, 0);
  storeHalves(out + 16, 4);
}

function storeHalves(out: usize, at: usize): void {
  const a = turned(stateWord(at));
  const b = turned(stateWord(at + 1));
  const c = turned(stateWord(at + 2));
  const d = turned(stateWord(at + 3));
  const abLow = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cdLow = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i64>(abLow, cdLow, 0, 2));
  v128.store(out + 32, v128.shuffle<i64>(abLow, cdLow, 1, 3));
  v128.store(out + 64, v128.shuffle<i64>(abHigh, cdHigh, 0, 2));
  v128.store(out + 96, v128.shuffle<i64>(abHigh, cdHigh, 1, 3));
}

/** The first 64 bits of the four digests: the upper half of the first word pair, then the lower, as 32-bit numbers. */
export function storeHeads(out: usize): void {
  const upper = stateWord(0);
  const lower = stateWord(1);
  v128.store(out, v128.shuffle<i32>(upper, lower, 0, 4, 1, 5));
  v128.store(out + 16, v128.shuffle<i32>(upper, lower, 2, 6, 3, 7));
}
