import { digest, type Suite } from '../hash/digest.ts';
import type { Kernel, Range } from './kernel.ts';
import { type Machine, openMachine } from './machine.ts';
import { bytesOfText, lengthOf, startOf, type Texts } from './texts.ts';

/** Texts hashed in one call: a power of two, so that their leaves make a whole subtree, and few enough to stay in the cache. */
const most = 4096;
const textBytes = 512 * 1024;
// A vector may reach a little beyond a text on either side.
const margin = 64;
const suites = { sha256: 0, sm3: 1 } as const;
const leafMark = Uint8Array.of(0);

/** Where in the machine's memory what stands. */
interface Places {
  readonly key: number;
  readonly starts: number;
  readonly lengths: number;
  readonly salts: number;
  readonly texts: number;
  readonly digests: number;
}

/** The kernel of four lanes, or `undefined` where it cannot run. */
export function simdKernel(): Kernel | undefined {
  const machine = openMachine();
  if (machine === undefined) return undefined;
  const key = machine.freeMemory();
  const starts = key + margin;
  const lengths = starts + 4 * most;
  const salts = lengths + 4 * most + margin;
  const texts = salts + 16 * most + margin;
  const digests = texts + textBytes + margin;
  // Four lanes are always written, so three digests more may be.
  if (digests + 32 * (most + 3) + margin > machine.memory.buffer.byteLength) return undefined;
  const bench = { machine, places: { key, starts, lengths, salts, texts, digests } };
  return {
    name: 'simd',
    ticketHeads: (suite, ticketKey, ids, range) => ticketHeads(bench, suite, ticketKey, ids, range),
    rootOfTexts: (suite, leaves, range, saltBytes) => rootOfTexts(bench, suite, leaves, range, saltBytes),
    rootOfDigests: (suite, list) => rootOfDigests(bench, suite, list),
    hashOf: (suite, ...parts) => hashOf(bench, suite, parts),
  };
}

interface Bench {
  readonly machine: Machine;
  readonly places: Places;
}

function ticketHeads(bench: Bench, suite: Suite, key: string, ids: Texts, { from, to }: Range): Uint32Array {
  const { machine, places } = bench;
  const heads = new Uint32Array(2 * Math.max(0, to - from));
  const memory = new Uint8Array(machine.memory.buffer);
  for (let at = 0; at < 32; at++) memory[places.key + at] = key.charCodeAt(at);
  for (let at = from; at < to; ) {
    const count = layOut(bench, ids, { from: at, to: Math.min(to, at + most) });
    if (count === 0) throw new Error('an id is longer than the kernel has room for');
    machine.ticketHeads(suites[suite], places.key, places.starts, places.lengths, count, places.digests);
    heads.set(new Uint32Array(machine.memory.buffer, places.digests, 2 * count), 2 * (at - from));
    at += count;
  }
  return heads;
}

function rootOfTexts(bench: Bench, suite: Suite, texts: Texts, { from, to }: Range, salts?: Uint8Array): Uint8Array {
  const roots = new Uint8Array(32 * Math.ceil((to - from) / most));
  for (let at = from, place = 0; at < to; at += most, place += 32) {
    const end = Math.min(to, at + most);
    for (let done = at; done < end; )
      done += hashLeaves(bench, suite, texts, { from: done, to: end }, done - at, salts);
    roots.set(folded(bench, suite, end - at), place);
  }
  return rootOfDigests(bench, suite, roots);
}

function rootOfDigests(bench: Bench, suite: Suite, digests: Uint8Array): Uint8Array {
  let level = digests;
  do {
    const roots = new Uint8Array(32 * Math.ceil(level.length / (32 * most)));
    for (let at = 0, place = 0; at < level.length; at += 32 * most, place += 32) {
      const some = level.subarray(at, at + 32 * most);
      new Uint8Array(bench.machine.memory.buffer).set(some, bench.places.digests);
      roots.set(folded(bench, suite, some.length / 32), place);
    }
    level = roots;
  } while (level.length > 32);
  return level;
}

/** The tree hash of the first `count` digests in the machine's memory. */
function folded({ machine, places }: Bench, suite: Suite, count: number): Uint8Array {
  machine.fold(suites[suite], places.digests, count);
  return new Uint8Array(machine.memory.buffer, places.digests, 32);
}

/** Leaves of as many texts as there is room for, put at number `place` of the digests; says how many. */
function hashLeaves(
  bench: Bench,
  suite: Suite,
  texts: Texts,
  range: Range,
  place: number,
  salts: Uint8Array | undefined,
): number {
  const { machine, places } = bench;
  const memory = new Uint8Array(machine.memory.buffer);
  const count = layOut(bench, texts, range);
  const out = places.digests + 32 * place;
  if (count === 0) {
    const salt = salts?.subarray(16 * range.from, 16 * range.from + 16) ?? '';
    memory.set(digest(suite, leafMark, salt, bytesOfText(texts, range.from)), out);
    return 1;
  }
  if (salts !== undefined) memory.set(salts.subarray(16 * range.from, 16 * (range.from + count)), places.salts);
  const saltsAt = salts === undefined ? 0 : places.salts;
  machine.leaves(suites[suite], saltsAt, places.starts, places.lengths, count, out);
  return count;
}

function hashOf({ machine, places }: Bench, suite: Suite, parts: readonly Uint8Array[]): Uint8Array {
  const memory = new Uint8Array(machine.memory.buffer, places.texts, textBytes);
  let filled = 0;
  let length = 0;
  machine.beginText(suites[suite]);
  const absorb = () => {
    const blocks = Math.floor(filled / 64);
    machine.absorb(suites[suite], places.texts, blocks);
    memory.copyWithin(0, 64 * blocks, filled);
    filled -= 64 * blocks;
  };
  for (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const piece = part.subarray(at, at + textBytes - filled);
      memory.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled === textBytes) absorb();
    }
    length += part.length;
  }
  absorb();
  const end = filled > 55 ? 128 : 64;
  memory.fill(0, filled, end);
  memory[filled] = 0x80;
  const view = new DataView(machine.memory.buffer, places.texts);
  view.setUint32(end - 8, Math.floor(length / 0x20000000));
  view.setUint32(end - 4, length * 8);
  filled = end;
  absorb();
  machine.endText(places.digests);
  return new Uint8Array(machine.memory.buffer).slice(places.digests, places.digests + 32);
}

/** Copies as many texts of the range as there is room for into the machine's memory, and says how many. */
function layOut({ machine, places }: Bench, texts: Texts, { from, to }: Range): number {
  const { buffer } = machine.memory;
  const first = startOf(texts, from);
  let count = 0;
  let end = first;
  const starts = new Uint32Array(buffer, places.starts, most);
  const lengths = new Uint32Array(buffer, places.lengths, most);
  for (let at = from; at < to; at++) {
    const start = startOf(texts, at);
    const length = lengthOf(texts, at);
    if (start + length - first > textBytes) break;
    starts[count] = places.texts + start - first;
    lengths[count] = length;
    end = start + length;
    count++;
  }
  new Uint8Array(buffer).set(texts.bytes.subarray(first, end), places.texts);
  return count;
}
