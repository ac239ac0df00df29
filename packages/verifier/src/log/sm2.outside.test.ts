import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { foreignGroup } from '../../../../scripts/foreign.ts';
import { bytesOfHex } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { holdsSm2, signSm2, sm2PublicKey } from './sm2.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-sm2-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);
const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: ['ignore', 'pipe', 'pipe'] });
const signer = ['-sm3', '-sigopt', 'distid:1234567812345678'];
const bytes = (hex: string) => bytesOfHex(hex) ?? new Uint8Array();

// id-ecPublicKey on the SM2 curve, before the point.
const keyHead = bytes('3059301306072a8648ce3d020106082a811ccf5501822d034200');
const message = utf8('mingchou-log-0123456789abcdef\n3\nCgsM\n');

/** SEQUENCE of two INTEGERs, as openssl has a signature. */
function derOf(signature: Uint8Array): Uint8Array {
  const parts = [signature.subarray(0, 32), signature.subarray(32)].map((part) => {
    const digits = part.subarray(part.findIndex((byte) => byte !== 0));
    const whole = (digits[0] ?? 0) < 128 ? [...digits] : [0, ...digits];
    return [2, whole.length, ...whole];
  });
  const body = parts.flat();
  return Uint8Array.from([0x30, body.length, ...body]);
}

function plainOf(der: Uint8Array): Uint8Array {
  const first = der[3] ?? 0;
  const parts = [der.subarray(4, 4 + first), der.subarray(6 + first)];
  return Uint8Array.from(parts.flatMap((part) => [...new Uint8Array(32), ...part].slice(-32)));
}

foreignGroup('openssl', 'SM2 beside openssl', () => {
  test('openssl takes our signatures', () => {
    for (let round = 1; round <= 5; round++) {
      const secret = new Uint8Array(32).fill(round);
      const signature = signSm2(secret, new Uint8Array(32).fill(round + 100), message) ?? new Uint8Array();
      writeFileSync(at('key.der'), Uint8Array.from([...keyHead, ...sm2PublicKey(secret)]));
      writeFileSync(at('message'), message);
      writeFileSync(at('signature'), derOf(signature));
      openssl('pkey', '-pubin', '-inform', 'der', '-in', at('key.der'), '-out', at('key.pem'));
      const said = openssl('dgst', ...signer, '-verify', at('key.pem'), '-signature', at('signature'), at('message'));
      expect(String(said)).toContain('Verified OK');
    }
  });

  test('we take those of openssl, and not for another message', () => {
    openssl('genpkey', '-algorithm', 'SM2', '-out', at('own.pem'));
    openssl('pkey', '-in', at('own.pem'), '-pubout', '-outform', 'der', '-out', at('own.der'));
    const key = new Uint8Array(readFileSync(at('own.der'))).subarray(keyHead.length);
    writeFileSync(at('message'), message);
    for (let round = 0; round < 5; round++) {
      openssl('dgst', ...signer, '-sign', at('own.pem'), '-out', at('made'), at('message'));
      const signature = plainOf(new Uint8Array(readFileSync(at('made'))));
      expect(holdsSm2(key, signature, message)).toBe(true);
      expect(holdsSm2(key, signature, utf8('another'))).toBe(false);
    }
  });
});
