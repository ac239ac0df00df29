interface Codes {
  /** How many codes there are of each length. */
  readonly counts: readonly number[];
  /** Symbols in the order of their codes. */
  readonly symbols: readonly number[];
}

const longestCode = 15;
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const distanceExtra = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const fixedLengths = codesOf(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)));
const fixedDistances = codesOf(Array.from({ length: 30 }, () => 5));

interface Stream {
  readonly input: Uint8Array;
  readonly output: Uint8Array;
  at: number;
  filled: number;
  bits: number;
  bitCount: number;
}

/** RFC 1951: exactly `size` bytes from exactly these, or `undefined` for anything else. Never writes past `size`. */
export function inflate(input: Uint8Array, size: number): Uint8Array | undefined {
  const stream: Stream = { input, output: new Uint8Array(size), at: 0, filled: 0, bits: 0, bitCount: 0 };
  for (let last = 0; last === 0; ) {
    last = take(stream, 1);
    const kind = take(stream, 2);
    const good =
      kind === 0
        ? stored(stream)
        : kind === 1
          ? block(stream, fixedLengths, fixedDistances)
          : kind === 2 && dynamic(stream);
    if (last < 0 || !good) return undefined;
  }
  return stream.filled === size && stream.at === input.length ? stream.output : undefined;
}

/** The next bits, least first; -1 at the end of the input. */
function take(stream: Stream, count: number): number {
  while (stream.bitCount < count) {
    if (stream.at >= stream.input.length) return -1;
    stream.bits |= (stream.input[stream.at++] ?? 0) << stream.bitCount;
    stream.bitCount += 8;
  }
  const value = stream.bits & ((1 << count) - 1);
  stream.bits >>>= count;
  stream.bitCount -= count;
  return value;
}

function stored(stream: Stream): boolean {
  stream.bits = 0;
  stream.bitCount = 0;
  const length = take(stream, 16);
  const complement = take(stream, 16);
  if (length < 0 || complement < 0 || length !== (~complement & 0xffff)) return false;
  const end = stream.at + length;
  if (end > stream.input.length || stream.filled + length > stream.output.length) return false;
  stream.output.set(stream.input.subarray(stream.at, end), stream.filled);
  stream.at = end;
  stream.filled += length;
  return true;
}

function block(stream: Stream, lengths: Codes, distances: Codes): boolean {
  for (;;) {
    const symbol = decode(stream, lengths);
    if (symbol === 256) return true;
    if (symbol < 0) return false;
    if (symbol < 256) {
      if (stream.filled === stream.output.length) return false;
      stream.output[stream.filled++] = symbol;
    } else if (!copy(stream, symbol - 257, distances)) return false;
  }
}

function copy(stream: Stream, lengthCode: number, distances: Codes): boolean {
  const length = extended(stream, lengthCode, lengthBase, lengthExtra);
  const distance = extended(stream, decode(stream, distances), distanceBase, distanceExtra);
  if (length < 0 || distance < 0 || distance > stream.filled) return false;
  if (stream.filled + length > stream.output.length) return false;
  for (let more = 0; more < length; more++, stream.filled++) {
    stream.output[stream.filled] = stream.output[stream.filled - distance] ?? 0;
  }
  return true;
}

function extended(stream: Stream, code: number, base: readonly number[], extra: readonly number[]): number {
  const least = base[code];
  if (least === undefined) return -1;
  const more = take(stream, extra[code] ?? 0);
  return more < 0 ? -1 : least + more;
}

function dynamic(stream: Stream): boolean {
  const lengthCount = take(stream, 5) + 257;
  const distanceCount = take(stream, 5) + 1;
  const codeCount = take(stream, 4) + 4;
  if (lengthCount < 257 || distanceCount < 1 || codeCount < 4 || lengthCount > 286 || distanceCount > 30) return false;
  const codeLengths: number[] = Array.from({ length: 19 }, () => 0);
  for (const place of codeLengthOrder.slice(0, codeCount)) {
    const length = take(stream, 3);
    if (length < 0) return false;
    codeLengths[place] = length;
  }
  const all = runLengths(stream, codesOf(codeLengths), lengthCount + distanceCount);
  // Without an end-of-block code the block could not end.
  if (all === undefined || (all[256] ?? 0) === 0) return false;
  const lengths = codesOf(all.slice(0, lengthCount));
  const distances = codesOf(all.slice(lengthCount));
  return fits(lengths, false) && fits(distances, true) && block(stream, lengths, distances);
}

function runLengths(stream: Stream, codes: Codes, wanted: number): readonly number[] | undefined {
  if (!fits(codes, false)) return undefined;
  const lengths: number[] = [];
  while (lengths.length < wanted) {
    const symbol = decode(stream, codes);
    if (symbol < 0) return undefined;
    if (symbol < 16) {
      lengths.push(symbol);
      continue;
    }
    const repeated = symbol === 16 ? lengths[lengths.length - 1] : 0;
    const times = symbol === 16 ? take(stream, 2) + 3 : symbol === 17 ? take(stream, 3) + 3 : take(stream, 7) + 11;
    if (repeated === undefined || times < 3 || (symbol === 18 && times < 11)) return undefined;
    for (let more = 0; more < times; more++) lengths.push(repeated);
  }
  return lengths.length === wanted ? lengths : undefined;
}

/** The next symbol of a canonical Huffman code, -1 if there is none. */
function decode(stream: Stream, { counts, symbols }: Codes): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= longestCode; length++) {
    const bit = take(stream, 1);
    if (bit < 0) return -1;
    code |= bit;
    const count = counts[length] ?? 0;
    if (code - count < first) return symbols[index + code - first] ?? -1;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

function codesOf(lengths: readonly number[]): Codes {
  const counts: number[] = Array.from({ length: longestCode + 1 }, () => 0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const used = [...lengths.entries()].filter(([, length]) => length > 0);
  used.sort(([a, lengthA], [b, lengthB]) => lengthA - lengthB || a - b);
  return { counts, symbols: used.map(([symbol]) => symbol) };
}

/** True when no code is the start of another; `loose` also takes a code of one symbol, as RFC 1951 allows for distances. */
function fits({ counts, symbols }: Codes, loose: boolean): boolean {
  let room = 1;
  for (let length = 1; length <= longestCode; length++) {
    room = 2 * room - (counts[length] ?? 0);
    if (room < 0) return false;
  }
  return room === 0 || (loose && symbols.length <= 1);
}
