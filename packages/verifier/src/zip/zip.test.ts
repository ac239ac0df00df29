import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../hash/utf8.ts';
import { crc32 } from './crc32.ts';
import { inflate } from './inflate.ts';
import { readZip, writeZip } from './zip.ts';

const limits = { allows: (name: string) => /^[a-z]\.txt$/.test(name), bytes: 1_000_000 };
const outcome = (zip: Uint8Array) => {
  const reading = readZip(zip, limits);
  return reading.ok
    ? Object.fromEntries([...reading.entries].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
    : reading.fault;
};
const two = writeZip(
  new Map([
    ['a.txt', utf8('明抽')],
    ['b.txt', utf8('')],
  ]),
);

describe('inflate', () => {
  test.each([0, 1, 6, 9])('gives back what zlib deflated at level %d', (level) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 3000 }),
          fc.array(fc.constantFrom(1, 2, 3), { maxLength: 3000 }).map((list) => Uint8Array.from(list)),
        ),
        (bytes) => {
          const packed = deflateRawSync(bytes, { level });
          expect(inflate(packed, bytes.length)).toEqual(bytes);
          expect(inflate(packed, bytes.length + 1)).toBeUndefined();
          if (bytes.length > 0) expect(inflate(packed, bytes.length - 1)).toBeUndefined();
        },
      ),
    );
  });

  test('a long text with far references', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `${at * 7919},企业${at % 13}\n`).join('');
    const bytes = utf8(text);
    expect(Buffer.from(inflate(deflateRawSync(bytes), bytes.length) ?? []).toString()).toBe(text);
  });

  test('noise ends in undefined or in the declared size, never in an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(500), (noise, size) => {
        const bytes = inflate(noise, size);
        expect(bytes === undefined || bytes.length === size).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('archives', () => {
  test('CRC-32 of the usual check text', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
  });

  test('our own archive is read back, and is the same every time', () => {
    expect(outcome(two)).toEqual({ 'a.txt': '明抽', 'b.txt': '' });
    expect(
      writeZip(
        new Map([
          ['a.txt', utf8('明抽')],
          ['b.txt', utf8('')],
        ]),
      ),
    ).toEqual(two);
  });

  test('archives of other programs are read, stored and deflated', () => {
    const entries = { 'a.txt': utf8('x'.repeat(5000)), 'b.txt': utf8('y') };
    expect(outcome(zipSync(entries, { level: 9 }))).toEqual({ 'a.txt': 'x'.repeat(5000), 'b.txt': 'y' });
    expect(outcome(zipSync(entries, { level: 0 }))).toEqual({ 'a.txt': 'x'.repeat(5000), 'b.txt': 'y' });
  });

  test.each(['../a.txt', '/a.txt', 'd/a.txt', 'd/', 'A.TXT', 'a.txt\u0000', '..\\a.txt'])(
    'the name %j is refused',
    (name) => {
      expect(outcome(zipSync({ [name]: utf8('') }))).toBe('unknown-name');
    },
  );

  test('a name twice is refused', () => {
    const twice = Uint8Array.from(two);
    for (let at = 0; at < twice.length; at++) {
      if (twice[at] === 0x62 && twice[at + 1] === 0x2e) twice[at] = 0x61;
    }
    expect(outcome(twice)).toBe('duplicate-name');
  });

  test('bytes before, between or after entries are refused', () => {
    expect(outcome(Uint8Array.from([0, ...two]))).toBe('not-a-zip');
    expect(outcome(Uint8Array.from([...two, 0]))).toBe('not-a-zip');
    const view = new DataView(two.buffer.slice(0));
    const start = view.getUint32(two.length - 6, true);
    const shifted = Uint8Array.from([...two.subarray(0, start), 0, ...two.subarray(start)]);
    new DataView(shifted.buffer).setUint32(shifted.length - 6, start + 1, true);
    expect(outcome(shifted)).toBe('hidden-bytes');
  });

  test('a declared size beyond the limit, or beyond what the packed bytes can hold, is refused before memory is taken', () => {
    expect(outcome(zipSync({ 'a.txt': new Uint8Array(1_000_001) }))).toBe('too-large');
    const bomb = zipSync({ 'a.txt': new Uint8Array(1000) }, { level: 9 });
    const at = bomb.length - 22 - 46 - 5 + 24;
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at, 900_000, true);
    expect(outcome(bomb)).toBe('too-large');
  });

  test('an encrypted entry and an unknown method are named', () => {
    const flagged = Uint8Array.from(two);
    const central = new DataView(flagged.buffer).getUint32(flagged.length - 6, true);
    flagged[central + 8] = 1;
    expect(outcome(flagged)).toBe('encrypted');
    flagged[central + 8] = 0;
    flagged[central + 10] = 12;
    expect(outcome(flagged)).toBe('unknown-method');
  });

  test('no archive of one changed byte is read as something else', () => {
    const before = JSON.stringify(outcome(two));
    for (let at = 0; at < two.length; at++) {
      for (const change of [1, 0x80, 0xff]) {
        const changed = Uint8Array.from(two);
        changed[at] = (changed[at] ?? 0) ^ change;
        const after = outcome(changed);
        if (typeof after !== 'string') expect(JSON.stringify(after)).toBe(before);
      }
    }
  });

  test('noise is refused, not thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(typeof outcome(noise)).toBe('string');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 60 }), fc.nat(two.length), (noise, place) => {
        const spoiled = Uint8Array.from(two);
        spoiled.set(noise.subarray(0, Math.max(0, two.length - place)), Math.min(place, two.length));
        expect(() => outcome(spoiled)).not.toThrow();
      }),
    );
  });
});
