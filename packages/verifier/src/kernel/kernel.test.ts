import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Suite } from '../hash/digest.ts';
import { hexOf } from '../hash/hex.ts';
import { kernel } from './fastest.ts';
import type { Kernel } from './kernel.ts';
import { plainKernel } from './plain.ts';
import { simdKernel } from './simd.ts';
import { countOf, linesOf, textsOf } from './texts.ts';

const suites: readonly Suite[] = ['sha256', 'sm3'];
const key = '00112233445566778899aabbccddeeff';
const everyLength = Array.from({ length: 23 }, (_, length) => 'Z9.-_A'.repeat(4).slice(0, length));

/** By an implementation that is not ours. */
function foreign(suite: Suite, ...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash(suite);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function headsAsHex(heads: Uint32Array): string[] {
  const words = Array.from(heads, (word) => word.toString(16).padStart(8, '0'));
  return words.flatMap((word, at) => (at % 2 === 0 ? [word + (words[at + 1] ?? '')] : []));
}

test('this machine hashes four texts at a time', () => {
  expect(kernel().name).toBe('simd');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('without WebAssembly, without SIMD or where the page forbids to compile, the plain kernel is left', () => {
  // Called with `new`, as a page's policy lets it end.
  const forbids = vi.fn(function compile() {
    throw new Error('violates the content security policy');
  });
  for (const engine of [
    undefined,
    { ...WebAssembly, validate: () => false },
    { validate: () => true, Module: forbids, Instance: WebAssembly.Instance },
  ]) {
    vi.stubGlobal('WebAssembly', engine);
    expect(simdKernel()).toBeUndefined();
  }
});

for (const chosen of [kernel(), plainKernel] as readonly Kernel[]) {
  test(`${chosen.name}: a ticket's first 64 bits for ids of every length, both suites (mc-draw/1 §6)`, () => {
    for (const suite of suites) {
      const heads = chosen.ticketHeads(suite, key, textsOf(everyLength), { from: 0, to: everyLength.length });
      expect(headsAsHex(heads)).toEqual(everyLength.map((id) => foreign(suite, `${key}:${id}`).slice(0, 16)));
    }
  });

  test(`${chosen.name}: a leaf is the hash of 0, salt and line (mc-draw/1 §4), across the edges of blocks`, () => {
    const salt = Uint8Array.from({ length: 16 }, (_, at) => 255 - at);
    for (const suite of suites) {
      for (const length of [0, 1, 37, 38, 39, 53, 54, 55, 62, 63, 101, 102, 118, 119, 500]) {
        const texts = textsOf(['x'.repeat(length)]);
        const range = { from: 0, to: 1 };
        const line = 'x'.repeat(length);
        expect(hexOf(chosen.rootOfTexts(suite, texts, range))).toBe(foreign(suite, '\0', line));
        expect(hexOf(chosen.rootOfTexts(suite, texts, range, salt))).toBe(foreign(suite, '\0', salt, line));
      }
    }
  });
}

// FIPS 180-4 (the examples of NIST's page) and GB/T 32905-2016 appendix A.
const published: readonly (readonly [Suite, string, string])[] = [
  ['sha256', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'sha256',
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['sha256', 'a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ['sm3', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['sm3', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
];

for (const chosen of [kernel(), plainKernel] as readonly Kernel[]) {
  test(`${chosen.name}: the published examples of both standards`, () => {
    for (const [suite, text, hash] of published) {
      expect(hexOf(chosen.hashOf(suite, new TextEncoder().encode(text)))).toBe(hash);
    }
  });
}

test('a file is hashed the same in one part and in many, at every edge of a block and beyond the memory', () => {
  const bytes = Uint8Array.from({ length: 1_100_000 }, (_, at) => (at * 31) % 251);
  for (const suite of suites) {
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 524_287, 524_288, 524_289, 1_100_000]) {
      const cut = Math.floor(length / 3);
      const parts = [bytes.subarray(0, cut), bytes.subarray(cut, length)];
      expect(hexOf(kernel().hashOf(suite, ...parts)), `${length}`).toBe(foreign(suite, ...parts));
    }
  }
});

const anySuite = fc.constantFrom(...suites);
const anyIds = fc.array(fc.stringMatching(/^[0-9A-Z][0-9A-Z._-]{0,21}$/), { maxLength: 40 });

test('both kernels give the same tickets of any part of any ids', () => {
  fc.assert(
    fc.property(anySuite, anyIds, fc.nat(), fc.nat(), (suite, ids, one, other) => {
      const texts = textsOf(ids);
      const [from = 0, to = 0] = [one % (ids.length + 1), other % (ids.length + 1)].sort((a, b) => a - b);
      expect(kernel().ticketHeads(suite, key, texts, { from, to })).toEqual(
        plainKernel.ticketHeads(suite, key, texts, { from, to }),
      );
    }),
    { numRuns: 60 },
  );
});

test('both kernels give the same root of any lines, with salts and without', () => {
  const anyLines = fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 70 });
  fc.assert(
    fc.property(anySuite, anyLines, fc.boolean(), (suite, lines, salted) => {
      const file = Uint8Array.from(lines.flatMap((line) => [...line.map((byte) => (byte === 10 ? 11 : byte)), 10]));
      const salts = salted ? Uint8Array.from({ length: 16 * lines.length }, (_, at) => at % 256) : undefined;
      const range = { from: 0, to: lines.length };
      const [one, other] = [kernel(), plainKernel].map((each) => each.rootOfTexts(suite, linesOf(file), range, salts));
      expect(one).toEqual(other);
    }),
    { numRuns: 60 },
  );
});

test('a tree larger than one call is folded from its parts', () => {
  const count = 2 * 4096 + 5;
  const ids = { bytes: Uint8Array.from({ length: 3 * count }, (_, at) => 48 + ((at * 7) % 10)), width: 3 };
  const whole = kernel().rootOfTexts('sm3', ids, { from: 0, to: countOf(ids) });
  expect(whole).toEqual(plainKernel.rootOfTexts('sm3', ids, { from: 0, to: count }));
  const parts = [0, 4096, 8192].map((from) =>
    kernel().rootOfTexts('sm3', ids, { from, to: Math.min(from + 4096, count) }),
  );
  expect(kernel().rootOfDigests('sm3', Uint8Array.from(parts.flatMap((part) => [...part])))).toEqual(whole);
});

test('a line longer than the kernel has room for is hashed all the same', () => {
  const long = textsOf(['a', 'b'.repeat(600_000), 'c', 'd'.repeat(300_000), 'e'.repeat(300_000)]);
  const range = { from: 0, to: 5 };
  expect(kernel().rootOfTexts('sha256', long, range)).toEqual(plainKernel.rootOfTexts('sha256', long, range));
});
