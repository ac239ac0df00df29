import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfHex, hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { holdsSm2, signSm2, sm2PublicKey } from './sm2.ts';

const bytes = (hex: string) => bytesOfHex(hex.replace(/ /g, '').toLowerCase()) ?? new Uint8Array();

// GB/T 32918.5—2017 annex A.2: the signature of 「message digest」 on the recommended curve.
const d = bytes('3945208F 7B2144B1 3F36E38A C6D39F95 88939369 2860B51A 42FB81EF 4DF7C5B8');
const k = bytes('59276E27 D506861A 16680F3A D9C02DCC EF3CC1FA 3CDBE4CE 6D54B80D EAC1BC21');
const key = bytes(
  '04 09F9DF31 1E5421A1 50DD7D16 1E4BC5C6 72179FAD 1833FC07 6BB08FF3 56F35020 CCEA490C E26775A5 2DC6EA71 8CC1AA60 0AED05FB F35E084A 6632F607 2DA9AD13',
);
const rs = bytes(
  'F5A03B06 48D2C463 0EEAC513 E1BB81A1 5944DA38 27D5B741 43AC7EAC EEE720B3 B1B6AA29 DF212FD8 763182BC 0D421CA1 BB9038FD 1F7F42D4 840B69C4 85BBC1AA',
);
const message = utf8('message digest');

test('the example of GB/T 32918.5 is made and holds', () => {
  expect(hexOf(sm2PublicKey(d))).toBe(hexOf(key));
  expect(hexOf(signSm2(d, k, message) ?? new Uint8Array())).toBe(hexOf(rs));
  expect(holdsSm2(key, rs, message)).toBe(true);
});

test('any other bit of message, key or signature does not hold', () => {
  fc.assert(
    fc.property(fc.constantFrom('key', 'signature', 'message'), fc.nat(63), fc.nat(7), (what, at, bit) => {
      const changed = (given: Uint8Array) =>
        given.map((byte, place) => (place === at % given.length ? byte ^ (1 << bit) : byte));
      const held = holdsSm2(
        what === 'key' ? changed(key) : key,
        what === 'signature' ? changed(rs) : rs,
        what === 'message' ? changed(message) : message,
      );
      expect(held).toBe(false);
    }),
    { numRuns: 30 },
  );
});

test('what is made with any key and nonce holds, and a nonce outside the group is refused', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 31, maxLength: 31 }),
      (own, nonce) => {
        const secret = Uint8Array.of(1, ...own.subarray(1));
        const made = signSm2(secret, Uint8Array.of(1, ...nonce), message);
        expect(holdsSm2(sm2PublicKey(secret), made ?? new Uint8Array(), message)).toBe(true);
      },
    ),
    { numRuns: 5 },
  );
  expect(signSm2(d, new Uint8Array(32), message)).toBeUndefined();
  expect(signSm2(d, new Uint8Array(32).fill(255), message)).toBeUndefined();
});

test('a signature or key of another length, r or s of nought, and a point off the curve do not hold', () => {
  expect(holdsSm2(key, rs.subarray(1), message)).toBe(false);
  expect(holdsSm2(key.subarray(1), rs, message)).toBe(false);
  expect(holdsSm2(key, new Uint8Array(64), message)).toBe(false);
  expect(holdsSm2(Uint8Array.of(4, ...new Uint8Array(64).fill(1)), rs, message)).toBe(false);
});
