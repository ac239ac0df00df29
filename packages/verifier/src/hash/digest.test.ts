import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Suite } from './digest.ts';
import { digest, digestHex, prefixed } from './digest.ts';
import { bytesOfHex, hexOf } from './hex.ts';
import { textOf, utf8 } from './utf8.ts';

const suites: readonly Suite[] = ['sha256', 'sm3'];

describe('published examples', () => {
  test('SHA-256 of FIPS 180-4', () => {
    expect(digestHex('sha256', '')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digestHex('sha256', 'abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(digestHex('sha256', 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  test('SHA-256 of 896 bits and of a million letters, FIPS 180-4 as NIST works it out', () => {
    const letters =
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu';
    expect(digestHex('sha256', letters)).toBe('cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1');
    expect(digestHex('sha256', 'a'.repeat(1_000_000))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  test.each([
    ['d3', '28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1'],
    ['11af', '5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98'],
    ['b4190e', 'dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2'],
    ['74ba2521', 'b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e'],
    ['c299209682', 'f0887fe961c9cd3beab957e8222494abb969b1ce4c6557976df8b0f6d20e9166'],
  ])('SHA-256 of the short message %s of the NIST validation program', (message, hash) => {
    expect(digestHex('sha256', Uint8Array.from(Buffer.from(message, 'hex')))).toBe(hash);
  });

  test('SM3 of GB/T 32905 annex A', () => {
    expect(digestHex('sm3', 'abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(digestHex('sm3', 'abcd'.repeat(16))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });
});

describe.each(suites)('%s', (suite) => {
  const reference = (bytes: Uint8Array) => createHash(suite).update(bytes).digest('hex');

  test('agrees with OpenSSL at every length around the block borders', () => {
    for (let length = 0; length < 260; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) & 255);
      expect(digestHex(suite, bytes)).toBe(reference(bytes));
    }
  });

  test('does not see where the parts are joined', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 5 }), (parts) => {
        expect(hexOf(digest(suite, ...parts))).toBe(reference(Buffer.concat(parts)));
      }),
    );
  });

  test('a prefix laid out once gives the same tickets', () => {
    const ticket = prefixed(suite, 'K'.repeat(32));
    for (const id of ['', 'A', '91140428XX00000001', 'x'.repeat(23), 'x'.repeat(24), 'y', 'x'.repeat(100), 'z']) {
      expect(ticket(id)).toBe(reference(Buffer.from('K'.repeat(32) + id)));
    }
  });
});

describe('text', () => {
  test('UTF-8 there and back, as the platform does it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(utf8(text)).equals(Buffer.from(text, 'utf8'))).toBe(true);
        expect(textOf(utf8(text))).toBe(text);
      }),
    );
  });

  test('bytes that are no UTF-8 are refused, a byte-order mark is kept', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xf8, 0xff), {
          maxLength: 6,
        }),
        (list) => {
          const bytes = Uint8Array.from(list);
          let expected: string | undefined;
          try {
            expected = strict.decode(bytes);
          } catch {
            expected = undefined;
          }
          expect(textOf(bytes)).toBe(expected);
        },
      ),
      { numRuns: 3000 },
    );
    expect(textOf(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe('\ufeff');
  });

  test('a lone surrogate has no bytes', () => {
    expect(() => utf8('a\ud800')).toThrow('lone surrogate');
    expect(() => utf8('\udc00\ud800')).toThrow('lone surrogate');
  });

  test('hex there and back; upper case, odd length and other letters are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesOfHex(hexOf(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['A0', 'abc', '0g', ' 0']) expect(bytesOfHex(text)).toBeUndefined();
  });
});
