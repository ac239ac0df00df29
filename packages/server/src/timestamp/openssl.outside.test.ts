import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignGroup } from '../../../../scripts/foreign.ts';
import { readAuthorities, requestStamp } from './authority.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-tsa-'));
const openssl = (...words: string[]) =>
  execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

const configuration = `
[req]
distinguished_name = dn
prompt = no
[dn]
CN = x
[ca]
basicConstraints = critical,CA:true
[tsa]
basicConstraints = critical,CA:false
extendedKeyUsage = critical,timeStamping
[ts]
default_tsa = ours
[ours]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

/** A little authority, and the stamping certificate it issues. */
function makeAuthority(kind: 'rsa:2048' | 'ec'): void {
  const key = kind === 'ec' ? ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'] : [kind];
  writeFileSync(path.join(folder, 'c.cnf'), configuration);
  writeFileSync(path.join(folder, 'serial'), '01');
  const made = ['-config', 'c.cnf', '-nodes', '-newkey', ...key];
  openssl('req', '-x509', ...made, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA', '-extensions', 'ca');
  openssl('req', '-new', ...made, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=TSA');
  const issue = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'c.cnf', '-extensions', 'tsa'];
  openssl('x509', '-req', '-in', 'tsa.csr', ...issue, '-out', 'tsa.pem');
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    writeFileSync(path.join(folder, 'q.tsq'), Buffer.concat(parts));
    const signer = ['-config', 'c.cnf', '-section', 'ours', '-signer', 'tsa.pem', '-inkey', 'tsa.key'];
    openssl('ts', '-reply', '-queryfile', 'q.tsq', ...signer, '-out', 'r.tsr');
    response.setHeader('content-type', 'application/timestamp-reply').end(readFileSync(path.join(folder, 'r.tsr')));
  });
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const note = 'mingchou-log-0123456789abcdef\n3\nCgsM\n';

foreignGroup('openssl', 'a time-stamping authority made with openssl', () => {
  test.each(['rsa:2048', 'ec'] as const)(
    'stamps our request with %s; we take it, and openssl ts -verify as well',
    async (kind) => {
      makeAuthority(kind);
      const authorities = readAuthorities(readFileSync(path.join(folder, 'ca.pem'), 'utf8'));
      const stamp = await requestStamp({ url, authorities }, createHash('sha256').update(note).digest());
      expect(Math.abs(stamp.time.getTime() - Date.now())).toBeLessThan(60_000);
      expect(stamp.authority).toBe('CN=TSA');
      writeFileSync(path.join(folder, 'stamp.tsr'), stamp.reply);
      writeFileSync(path.join(folder, 'note'), note);
      const verified = openssl('ts', '-verify', '-data', 'note', '-in', 'stamp.tsr', '-CAfile', 'ca.pem');
      expect(String(verified)).toContain('Verification: OK');
    },
  );

  test('of which we know nothing, is not taken', async () => {
    makeAuthority('ec');
    const strangers = readAuthorities(readFileSync(path.join(folder, 'ca.pem'), 'utf8'));
    makeAuthority('ec');
    const asked = requestStamp({ url, authorities: strangers }, createHash('sha256').update(note).digest());
    await expect(asked).rejects.toThrow('chain-broken');
  });
});
