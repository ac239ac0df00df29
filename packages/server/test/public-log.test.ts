import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  bytesOfHex,
  leafHash,
  provesConsistency,
  readCheckpoint,
  readLogKey,
  rootOfPath,
  signatureStanding,
  treeHash,
} from '@mingchou/verifier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  appendPublicLog,
  type LogEntry,
  logAuditHeads,
  openPublicLog,
  replaceLogKey,
  stampLatest,
} from '../src/public-log/index.ts';
import { makeSigner, readSigner, signerFile } from '../src/public-log/signer.ts';
import { inTx, type TestBureau, testBureau } from './harness.ts';

let here: TestBureau;
let there: TestBureau;
beforeAll(async () => {
  here = await testBureau();
  there = await here.addBureau('linzi', '淄博市临淄区应急管理局');
});
afterAll(() => here.close());

const resultNo = (no: number): LogEntry => ({
  kind: 'result',
  c: no.toString(16).padStart(64, '0'),
  h: 'b'.repeat(64),
  at: '2022-04-01T08:40:00Z',
});

const append = (bureau: TestBureau, ...entries: readonly LogEntry[]) =>
  inTx(bureau.database, bureau.bureauId, (tx) => appendPublicLog(tx, entries));

const get = (url: string) => here.app.inject({ url });
const hashes = (texts: readonly string[]) => texts.map((text) => bytesOfHex(text) ?? new Uint8Array());

async function checkpointNow() {
  const checkpoint = readCheckpoint((await get('/log/checkpoint')).body);
  if (checkpoint === undefined) throw new Error('no checkpoint');
  return checkpoint;
}

test('the empty log is signed from the first start on, by Ed25519 and by SM2 beside it', async () => {
  const checkpoint = await checkpointNow();
  expect(checkpoint.size).toBe(0);
  const keys = await Promise.all(
    ['/log/key', '/log/key/sm2'].map(async (url) => readLogKey((await get(url)).body.trim())),
  );
  expect(keys.map((key) => key?.algorithm)).toEqual(['ed25519', 'sm2']);
  for (const key of keys) expect(signatureStanding(checkpoint, key === undefined ? [] : [key])).toBe('signed');
});

describe('one log over all bureaus', () => {
  test('forty writers of two bureaus at once leave no gap, and every state was signed as a part of the next', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, no) => append(no % 2 === 0 ? here : there, resultNo(no))));
    const notes = await here.sql('select note from portal_log_checkpoint order by size');
    const states = notes.map(({ note }) => readCheckpoint(String(note)));
    expect(states.map((state) => state?.size)).toEqual(Array.from({ length: 41 }, (_, size) => size));
    const { entries } = (await get('/log/entries?from=0&to=40')).json<{ entries: string[] }>();
    const leaves = entries.map((entry) => leafHash('sha256', entry));
    for (const [size, state] of states.entries()) {
      expect(state?.root).toEqual(treeHash('sha256', leaves.slice(0, size)));
    }
  });

  test('what one bureau takes back leaves nothing in the log', async () => {
    const { size } = await checkpointNow();
    const taken = inTx(here.database, here.bureauId, async (tx) => {
      await appendPublicLog(tx, [resultNo(99)]);
      throw new Error('taken back');
    });
    await expect(taken).rejects.toThrow('taken back');
    expect((await checkpointNow()).size).toBe(size);
  });

  test('several entries of one command stand under one checkpoint', async () => {
    const before = await checkpointNow();
    const { index, size } = await append(there, resultNo(1), resultNo(2), resultNo(3));
    expect([index, size]).toEqual([before.size, before.size + 3]);
    const [{ signed } = {}] = await here.sql(
      'select count(*)::int as signed from portal_log_checkpoint where size > $1',
      [before.size],
    );
    expect(signed).toBe(1);
  });
});

describe('proofs over HTTP', () => {
  test('every entry proves its place under the checkpoint', async () => {
    const { size, root } = await checkpointNow();
    const { entries } = (await get(`/log/entries?from=0&to=${size}`)).json<{ entries: string[] }>();
    for (const [index, entry] of entries.entries()) {
      const answer = await get(`/log/proof?index=${index}&size=${size}`);
      expect(answer.headers['cache-control']).toContain('immutable');
      const { path: proof } = answer.json<{ path: string[] }>();
      expect(rootOfPath('sha256', leafHash('sha256', entry), index, size, hashes(proof))).toEqual(root);
    }
  });

  test('every earlier state is proven to be the beginning of the latest', async () => {
    const latest = await checkpointNow();
    const notes = await here.sql('select note from portal_log_checkpoint order by size');
    for (const { note } of notes) {
      const earlier = readCheckpoint(String(note));
      if (earlier === undefined) throw new Error('unreadable');
      const url = `/log/consistency?from=${earlier.size}&to=${latest.size}`;
      const { path: proof } = (await get(url)).json<{ path: string[] }>();
      expect(provesConsistency('sha256', earlier, latest, hashes(proof))).toBe(true);
    }
  });

  test.each([
    ['/log/entries?from=99000&to=99999', 404],
    ['/log/entries?from=0&to=-1', 400],
    ['/log/entries?from=3&to=2', 400],
    ['/log/entries', 400],
    ['/log/proof?index=0&size=99999', 404],
    ['/log/proof?index=5&size=5', 400],
    ['/log/consistency?from=2&to=1', 400],
    ['/log/consistency?from=01&to=1', 400],
  ])('%s answers %i with words', async (url, status) => {
    const answer = await get(url);
    expect([answer.statusCode, typeof answer.json<{ message: string }>().message]).toEqual([status, 'string']);
  });
});

test('nobody but the owner can change or remove what stands in the log', async () => {
  const rows = await here.sql(`
    select distinct grantee, privilege_type as may from information_schema.role_table_grants
    where table_name like 'portal\\_log\\_%' and grantee like 'mingchou\\_%' order by 1, 2`);
  expect(rows).toEqual([
    { grantee: 'mingchou_app', may: 'INSERT' },
    { grantee: 'mingchou_app', may: 'SELECT' },
    { grantee: 'mingchou_portal', may: 'SELECT' },
  ]);
});

test('the head of each bureau’s audit chain goes into the log once a day, and only when it has moved', async () => {
  for (const name of ['何书', '施核']) await (await here.as(name)).reauthenticate('wrong').catch(() => undefined);
  await expect.poll(async () => (await here.sql('select from audit_link')).length).toBeGreaterThan(0);
  const first = await logAuditHeads(here.database);
  expect(first).toBeGreaterThan(0);
  expect(await logAuditHeads(here.database)).toBe(0);
  const { size } = await checkpointNow();
  const { entries } = (await get(`/log/entries?from=${size - first}&to=${size}`)).json<{ entries: string[] }>();
  const [{ h, position } = {}] = await here.sql(
    `
    select encode(hash, 'hex') as h, position::int from audit_link
    where bureau_id = $1 order by position desc limit 1`,
    [here.bureauId],
  );
  const [mine] = entries.filter((entry) => entry.includes('140428-changzi'));
  expect(JSON.parse(mine ?? '{}')).toMatchObject({ kind: 'audit', h, position });
  here.clock.advance({ minutes: 2 * 24 * 60 });
  expect(await logAuditHeads(here.database)).toBe(0);
});

test('a checkpoint is stamped once, outside every command; without a network nothing is lost and the next look does it', async () => {
  const stamp = { reply: Uint8Array.of(0x30, 0), time: new Date('2022-04-02T01:00:00Z'), authority: 'CN=made up' };
  const asked: string[] = [];
  const failing = stampLatest(here.database.app, () => Promise.reject(new Error('no network')));
  await expect(failing).rejects.toThrow('no network');
  expect((await get('/log/timestamps')).json()).toEqual([]);
  const { size } = await checkpointNow();
  const request = (hash: Uint8Array) => {
    asked.push(Buffer.from(hash).toString('hex'));
    return Promise.resolve(stamp);
  };
  expect(await stampLatest(here.database.app, request)).toBe(true);
  expect(await stampLatest(here.database.app, request)).toBe(false);
  const note = (await get(`/log/note?size=${size}`)).rawPayload;
  expect(asked).toEqual([createHash('sha256').update(note).digest('hex')]);
  expect((await get('/log/timestamps')).json()).toMatchObject([{ size, authority: 'CN=made up' }]);
  const answer = await get(`/log/timestamp?size=${size}`);
  expect([answer.headers['content-type'], [...answer.rawPayload]]).toEqual(['application/timestamp-reply', [0x30, 0]]);
  expect((await get(`/log/timestamp?size=${size + 1}`)).statusCode).toBe(404);
});

describe('the signing key', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-log-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, for its owner alone, and stands nowhere in the database', async () => {
    const [first, second] = [makeSigner(folder), makeSigner(folder)];
    expect(second.key).toEqual(first.key);
    if (process.platform !== 'win32') expect(statSync(signerFile(folder)).mode & 0o777).toBe(0o600);
    const secret = readFileSync(signerFile(path.dirname(here.filesFolder)), 'utf8').split('\n')[1] ?? '';
    const stored = await here.sql(`select query_to_xml('select * from portal_log_key', true, false, '')::text as text`);
    expect(String(stored[0]?.['text'])).not.toContain(secret);
  });

  test.skipIf(process.platform === 'win32')('that others may read stops a start and says what to do', () => {
    const loose = mkdtempSync(path.join(tmpdir(), 'mc-log-key-'));
    makeSigner(loose);
    chmodSync(signerFile(loose), 0o640);
    expect(() => readSigner(loose)).toThrow(`chmod 600 ${signerFile(loose)}`);
    rmSync(loose, { recursive: true });
  });

  test('another one, or none, stops a start on a log that has been signed', async () => {
    await expect(openPublicLog(here.database.app, folder)).rejects.toThrow('不是这个数据库的公开日志用的签名密钥');
    const empty = mkdtempSync(path.join(tmpdir(), 'mc-log-key-'));
    await expect(openPublicLog(here.database.app, empty)).rejects.toThrow('找不到公开日志的签名密钥');
    expect(readSigner(empty)).toBeUndefined();
    rmSync(empty, { recursive: true });
  });

  test('after a loss a new one is made on purpose, and both stay published', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'mc-log-key-'));
    const before = (await get('/log/key')).body.trim();
    const made = await replaceLogKey(here.database.app, empty);
    expect((await get('/log/key')).body).toBe(`${made?.[0] ?? ''}\n${before}\n`);
    expect((await get('/log/key/sm2')).body).toMatch(/^mingchou-log-.*\n.*mingchou-log-/);
    expect(await replaceLogKey(here.database.app, empty)).toBeUndefined();
    expect((await openPublicLog(here.database.app, empty)).key).toEqual(readLogKey(made?.[0] ?? ''));
    rmSync(empty, { recursive: true });
  });
});
