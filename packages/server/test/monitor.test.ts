import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkpointText,
  consistencyRanges,
  foldSubtrees,
  type LogKey,
  leafHash,
  subtreesOf,
  treeHash,
  utf8,
  writeLogKey,
  writeNote,
} from '@mingchou/verifier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RemoteLog } from '../src/operator/monitor/fetch-log.ts';
import { visitLog } from '../src/operator/monitor/visit.ts';
import { wordsOf } from '../src/operator/monitor/words.ts';
import { appendPublicLog } from '../src/public-log/index.ts';
import { type LogSigner, makeSigner } from '../src/public-log/signer.ts';
import { inTx, type TestBureau, testBureau } from './harness.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-monitor-'));
const other = path.join(folder, 'other');
const signer = makeSigner(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const url = 'http://log.example.cn';
const commitment = (drawNo: number, c = 'a') =>
  JSON.stringify({ kind: 'commitment', bureau: '140428-changzi', drawNo, c: c.repeat(64), at: '2022-04-01T08:00:00Z' });
const honest = [commitment(1), commitment(2, 'b'), '{"kind":"result"}', commitment(3, 'c'), '{"kind":"void"}'];

const hashesOf = (entries: readonly string[]) => entries.map((entry) => leafHash('sha256', entry));

/** A log as its operator chooses to show it: any entries, any tree under the signature, any hand. */
function logOf(entries: readonly string[], signed = entries, by: LogSigner = signer, as: LogKey = by.key): RemoteLog {
  const leaves = hashesOf(signed);
  const text = checkpointText(as.name, { size: signed.length, root: treeHash('sha256', leaves) });
  const note = writeNote({ text, signatures: [{ name: as.name, keyId: as.id, signature: by.sign(utf8(text)) }] });
  const subtree = ({ level, index }: { readonly level: number; readonly index: number }) =>
    treeHash('sha256', leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
  return {
    checkpoint: () => Promise.resolve(note),
    keys: () => Promise.resolve([writeLogKey(as)]),
    entries: () => Promise.resolve(entries),
    cosigned: () => Promise.resolve(undefined),
    consistency: (from, to) =>
      Promise.resolve(
        (consistencyRanges(from, to) ?? []).map((range) => foldSubtrees('sha256', subtreesOf(range).map(subtree))),
      ),
  };
}

/** A first visit to the honest log's first entries, then one to the log given. */
async function revisit(log: RemoteLog, seen = 3) {
  const { next } = await visitLog(url, logOf(honest.slice(0, seen)), undefined, undefined);
  if (next === undefined) throw new Error('the first visit found something');
  return visitLog(url, log, next, undefined);
}

const wordsAfter = async (log: RemoteLog, seen?: number) => (await revisit(log, seen)).findings.map(wordsOf);

describe('a log that only grew', () => {
  test.each([1, 2, 3, 4, 5])('seen with %i entries has nothing to report, and is remembered anew', async (seen) => {
    const visit = await revisit(logOf(honest), seen);
    expect(visit).toMatchObject({ first: false, before: seen, now: 5, findings: [] });
    expect(visit.next?.leaves).toHaveLength(5);
  });
});

describe('a log that was tampered with', () => {
  const forked = ['{"kind":"other"}', ...honest.slice(1)];

  test('cut tail', async () => {
    expect(await wordsAfter(logOf(honest.slice(0, 4)), 5)).toEqual(['日志变短：上次5条，现在只有4条']);
  });

  test('forked log, signed and whole in itself', async () => {
    expect(await wordsAfter(logOf(forked))).toEqual([
      '日志分叉：现在的5条不是从上次的3条接着写的',
      '第1条与上次看到的不同，记录被改',
    ]);
    expect(await wordsAfter(logOf(forked), 5)).toContain('日志分叉：现在的5条不是从上次的5条接着写的');
  });

  test('a changed entry under the old tree', async () => {
    expect(await wordsAfter(logOf(forked, honest))).toEqual([
      '第1条与上次看到的不同，记录被改',
      '公布的记录与签名的校验点（5条）对不上，有记录被改、缺失或多出',
    ]);
  });

  test('an entry kept back or added', async () => {
    for (const shown of [honest.slice(0, 4), [...honest, '{}']]) {
      expect((await revisit(logOf(shown, honest))).findings).toEqual([{ code: 'entries-differ', size: 5 }]);
    }
  });

  test('signed by another hand in the known name, or under another name', async () => {
    const stranger = makeSigner(other);
    expect(await wordsAfter(logOf(honest, honest, stranger, signer.key))).toEqual([
      '校验点的签名不对：不是这把公钥签的，或者签了以后被改',
    ]);
    expect((await revisit(logOf(honest, honest, stranger))).findings).toEqual([
      { code: 'key-changed', origin: stranger.key.name },
    ]);
  });

  test('two commitments for one number, already at the first visit', async () => {
    const twice = [...honest, commitment(2, 'd')];
    const visit = await visitLog(url, logOf(twice), undefined, undefined);
    expect(visit.findings.map(wordsOf)).toEqual(['140428-changzi第2号抽签有两个不同的承诺：第2条和第6条']);
    expect(visit.next).toBeUndefined();
  });

  test('the same commitment twice, or one number of two bureaus, is no fraud', async () => {
    const neighbour = commitment(2, 'e').replace('changzi', 'linzi');
    const visit = await visitLog(url, logOf([...honest, honest[1] ?? '', neighbour]), undefined, undefined);
    expect(visit.findings).toEqual([]);
  });
});

describe('npx mingchou monitor', () => {
  let bureau: TestBureau;
  let address: string;
  beforeAll(async () => {
    bureau = await testBureau();
    address = await bureau.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => bureau.close());

  const state = path.join(folder, 'state.json');
  async function run(...words: readonly string[]): Promise<{ code: unknown; out: string; err: string }> {
    const cli = path.resolve(import.meta.dirname, '../src/cli.ts');
    const child = spawn(process.execPath, [cli, 'monitor', ...words]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    const [code] = await once(child, 'close');
    return { code, out, err };
  }
  const append = (no: number) =>
    inTx(bureau.database, bureau.bureauId, (tx) =>
      appendPublicLog(tx, [{ kind: 'result', c: String(no).repeat(64), h: 'b'.repeat(64), at: tx.now }]),
    );

  test('remembers, follows the growth, and names the record that was changed behind the server’s back', async () => {
    await append(1);
    await append(2);
    const first = await run(address, `--state=${state}`);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('共2条，签名、记录和校验点相符。第一次监看') });
    await append(3);
    const second = await run(address, '--state', state);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('共3条，比上次多1条，以前的一条没变') });
    const remembered = readFileSync(state, 'utf8');
    await bureau.sql(`update portal_log_entry set entry = replace(entry, '22', '33') where log_index = 1`);
    const third = await run(address, '--state', state, '--json');
    expect(third.code).toBe(1);
    expect(JSON.parse(third.out)).toMatchObject({
      findings: [
        { code: 'entry-changed', index: 1, text: '第2条与上次看到的不同，记录被改' },
        { code: 'entries-differ' },
      ],
    });
    expect(readFileSync(state, 'utf8')).toBe(remembered);
  });

  test('another log, a broken record, no server and wrong words exit 2 and change nothing', async () => {
    const broken = path.join(folder, 'broken.json');
    writeFileSync(broken, '{');
    for (const [words, said] of [
      [[address, `--state=${broken}`], '不是监看记录'],
      [['http://127.0.0.1:9', `--state=${state}`], '记的是另一个日志'],
      [['http://127.0.0.1:9', `--state=${path.join(folder, 'new.json')}`], '连不上'],
      [[address, '--key', 'nonsense', `--state=${path.join(folder, 'new.json')}`], '公钥读不了'],
      [[], '用法：mingchou monitor'],
      [['ftp://log'], '用法：mingchou monitor'],
    ] as const) {
      expect(await run(...words)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
    }
    expect(existsSync(path.join(folder, 'new.json'))).toBe(false);
  });
});
