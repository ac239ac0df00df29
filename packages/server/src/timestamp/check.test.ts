import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAuthorities } from './authority.ts';
import { checkTimestamp, type StampAsked } from './check.ts';
import { der, derInteger, derOid, oidOf, readDer } from './der.ts';
import { otherAuthority, recordedAuthority, recordedNonce, recordedQuery, recordedReply } from './recorded-stamp.ts';
import { timestampRequest } from './request.ts';

const reply = Uint8Array.from(Buffer.from(recordedReply, 'base64'));
const asked: StampAsked = {
  hash: createHash('sha256').update('hello').digest(),
  nonce: Buffer.from(recordedNonce, 'hex'),
  authorities: readAuthorities(recordedAuthority),
};

test('the request is the bytes that openssl ts makes for the same hash and nonce', () => {
  expect(Buffer.from(timestampRequest(asked.hash, asked.nonce)).toString('hex')).toBe(recordedQuery);
});

test('the recorded stamp holds, and says when and who', () => {
  expect(checkTimestamp(reply, asked)).toEqual({ time: new Date('2026-11-22T18:33:40Z'), authority: 'CN=Made-up TSA' });
});

test('a stamp for something else, for another request or from nobody we trust does not', () => {
  const hash = createHash('sha256').update('hallo').digest();
  expect(checkTimestamp(reply, { ...asked, hash })).toBe('another-imprint');
  expect(checkTimestamp(reply, { ...asked, nonce: Buffer.from('01', 'hex') })).toBe('another-nonce');
  expect(checkTimestamp(reply, { ...asked, authorities: [] })).toBe('chain-broken');
  expect(checkTimestamp(reply, { ...asked, authorities: readAuthorities(otherAuthority) })).toBe('chain-broken');
});

test('a refusal of the authority is one, and anything else is malformed', () => {
  const refusal = der(0x30, der(0x30, derInteger(Uint8Array.of(2))));
  expect(checkTimestamp(refusal, asked)).toBe('refused');
  for (const bytes of [new Uint8Array(), Uint8Array.of(0x30), reply.subarray(1), reply.subarray(0, -1)]) {
    expect(checkTimestamp(bytes, asked)).toBe('malformed');
  }
});

test('no changed byte of what is signed, of the certificate or of the signature is taken', () => {
  // Outside lie the status, lengths and the algorithms written twice; the stamp itself begins with its version.
  const from = Buffer.from(reply).indexOf(Buffer.from('305f020101', 'hex'));
  expect(from).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.integer({ min: from, max: from + 96 }), fc.nat(7), (at, bit) => {
      const changed = reply.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte));
      expect(typeof checkTimestamp(changed, asked)).toBe('string');
    }),
  );
  fc.assert(
    fc.property(fc.nat(reply.length - 1), fc.nat(255), (at, byte) => {
      const outcome = checkTimestamp(
        reply.map((before, place) => (place === at ? byte : before)),
        asked,
      );
      // Whatever is still taken says the same as before.
      if (typeof outcome !== 'string') expect(outcome.time).toEqual(new Date('2026-11-22T18:33:40Z'));
    }),
    { numRuns: 200 },
  );
});

test('object identifiers and whole numbers are written as DER has them', () => {
  for (const oid of ['1.2.840.113549.1.7.2', '2.16.840.1.101.3.4.2.1', '2.999.3', '0.9.2342']) {
    expect(readDer(derOid(oid)).map(oidOf)).toEqual([oid]);
  }
  expect([...derInteger(Uint8Array.of(0, 0, 0x80))]).toEqual([2, 2, 0, 0x80]);
  expect([...derInteger(Uint8Array.of(0))]).toEqual([2, 1, 0]);
  expect(der(0x04, new Uint8Array(300)).subarray(0, 4)).toEqual(Uint8Array.of(4, 0x82, 1, 44));
});
