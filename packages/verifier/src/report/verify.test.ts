import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { dice, drawnBundle, frozen, recommitted, reveal, values, witness } from '../../test/made-draw.ts';
import { amend } from '../amendments/amend.ts';
import { canonicalBytes } from '../canonical/json.ts';
import { commitmentHash, readCommitment } from '../commitment/commitment.ts';
import { commitmentOf } from '../commitment/freeze.ts';
import { runDraw, trusted } from '../draw/draw.ts';
import { hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { logKey } from '../log/key.ts';
import { writeNote } from '../log/note.ts';
import { inclusionPath, leafHash, treeHash } from '../merkle/merkle.ts';
import { drandChains } from '../seed/drand.ts';
import type { Source } from '../seed/source.ts';
import type { CheckName } from './check.ts';
import { reportText } from './print.ts';
import { verify } from './verify.ts';

/** Round 1000 of quicknet, of 2023-08-23T15:59:24Z, as published at api.drand.sh. */
const signature1000 =
  'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';

const check = (files: ReadonlyMap<string, Uint8Array>, name: CheckName) =>
  verify(files).checks.find((one) => one.name === name);
const failedIn = (files: ReadonlyMap<string, Uint8Array>) =>
  verify(files)
    .checks.filter(({ status }) => status === 'failed')
    .map(({ name }) => name);

describe('a draw made by the book', () => {
  test('passes every check that needs no log', () => {
    const report = verify(drawnBundle());
    expect(report.checks.filter(({ status }) => status !== 'passed').map(({ name }) => name)).toEqual(['log']);
    expect(report.commitment).toBe(commitmentOf(frozen()).c);
  });

  test('salted or not, with either suite, with a quota, with weights', () => {
    const salts = frozen().pool.map(({ id }, at) => ({ id, salt: String(at).padStart(32, '0') }));
    const quota = { bounds: [{ group: 'K', min: { count: 1 } }] };
    for (const given of [
      frozen({ salts }),
      frozen({
        rules: { ...frozen().rules, quota },
        pool: frozen().pool.map((one, at) => ({ ...one, group: at < 5 ? 'K' : '-' })),
      }),
      frozen({ pool: frozen().pool.map((one, at) => ({ ...one, weight: at + 1 })) }),
    ]) {
      expect(failedIn(drawnBundle(given))).toEqual([]);
      expect(verify(drawnBundle(given)).verdict).toBe('partial');
    }
  });

  test('the text names what failed before what was not proven', () => {
    const text = reportText(verify(new Map([...drawnBundle(), ['labels.csv', utf8('E1,x\n')]])));
    expect(text).toMatch(
      /^核验不符。共19项：通过17项，未核1项，不符1项\n承诺 C：[0-9a-f]{64}\n请与公开时的承诺对照。\n不符 {2}labels-hash/,
    );
    expect(text).toContain('labels.csv与承诺里的指纹对不上');
  });
});

describe('a bureau that commits to what the protocol forbids', () => {
  test('weak sources fail `sources`', () => {
    const weak: Source = { kind: 'dice', by: 'hall', digits: 6 };
    const files = commitmentOf(frozen({ sources: [weak, witness] })).files;
    const drawn = new Map([...files, ...runDraw(files, ['dice:123456', `witness:W1:${reveal}`]).files]);
    expect(check(drawn, 'sources')).toMatchObject({ status: 'failed', detail: 'one-party-too-strong' });
    expect(check(drawn, 'seed')).toMatchObject({ status: 'not-checked', code: 'depends' });
  });

  test('a size above the eligible entries fails `selection`, even while the pool is withheld', () => {
    const greedy = { ...frozen().rules, strata: [{ code: 'chem', size: { count: 12 } }] };
    const files = drawnBundle(frozen({ rules: greedy }));
    expect(check(files, 'selection')).toMatchObject({ status: 'failed', code: 'rules-refused' });
    expect(check(new Map([...files].filter(([name]) => name !== 'pool.csv')), 'selection')?.status).toBe('failed');
  });

  test('rules that name a stratum twice, or no seats, fail `rules-canonical`', () => {
    const { rules } = frozen();
    const twice = { ...rules, strata: [...rules.strata, ...rules.strata] };
    const seatless = { ...rules, assignment: { balance: true, slots: {} } };
    for (const wrong of [twice, seatless])
      expect(failedIn(drawnBundle(frozen({ rules: wrong })))).toContain('rules-canonical');
  });

  test('a stratum of the pool that the rules do not name fails `pool-count`', () => {
    const pool = frozen().pool.map((one, at) => (at === 0 ? { ...one, stratum: 'coal' } : one));
    expect(failedIn(drawnBundle(frozen({ pool })))).toEqual(['pool-count']);
  });

  test('a wrong count of the pool fails `pool-count`', () => {
    const { pool } = trusted(readCommitment(commitmentOf(frozen()).files.get('commit.json') ?? new Uint8Array()));
    expect(failedIn(recommitted(frozen(), { pool: { ...pool, count: 11 } }))).toEqual(['pool-count']);
    const strata = new Map([['chem', { eligible: 12, excluded: 0 }]]);
    expect(failedIn(recommitted(frozen(), { pool: { ...pool, strata } }))).toEqual(['pool-count']);
  });

  test('an auditors’ file named public fails `public-files`', () => {
    expect(failedIn(recommitted(frozen(), { public: ['filesalts.json'] }))).toEqual(['public-files']);
  });

  test('a suite in the rules other than the commitment’s fails `rules-hash`', () => {
    const other =
      commitmentOf(frozen({ rules: { ...frozen().rules, suite: 'sha256' } })).files.get('rules.json') ??
      new Uint8Array();
    const files = new Map([...drawnBundle(), ['rules.json', other]]);
    expect(failedIn(files)).toContain('rules-hash');
  });
});

describe('files beside the draw', () => {
  test('an unknown name, and salts that were not committed, fail `public-files`', () => {
    expect(failedIn(new Map<string, Uint8Array>([...drawnBundle(), ['notes.txt', utf8('')]]))).toEqual([
      'public-files',
    ]);
    expect(failedIn(new Map([...drawnBundle(), ['salts.csv', utf8('')]]))).toEqual(['public-files']);
  });

  test('a list that the commitment says is empty may be missing', () => {
    const files = drawnBundle(frozen({ labels: [], publicFiles: [] }));
    for (const name of ['labels.csv', 'conflicts.csv'] as const) files.delete(name);
    expect(check(files, 'labels-hash')?.status).toBe('passed');
    expect(check(files, 'conflicts-hash')?.status).toBe('passed');
    expect(check(files, 'assignment')?.status).toBe('passed');
  });

  test('without the file salts neither list is proven, nor anything that rests on them', () => {
    const files = drawnBundle();
    files.delete('filesalts.json');
    for (const name of ['filesalts', 'inspectors-hash', 'conflicts-hash', 'assignment', 'amendments'] as const) {
      expect(check(files, name)?.status).toBe('not-checked');
    }
  });

  test('a sealed draw that is not yet open shows only its commitment, and that is no fault', () => {
    const salts = frozen().pool.map(({ id }, at) => ({ id, salt: String(at).padStart(32, '0') }));
    const files = drawnBundle(frozen({ mode: 'sealed', salts }));
    const shown = new Map([['commit.json', files.get('commit.json') ?? new Uint8Array()]]);
    expect(check(shown, 'public-files')).toMatchObject({ status: 'not-checked', code: 'sealed-not-open' });
    expect(verify(shown).verdict).toBe('partial');
    expect(failedIn(files)).toEqual([]);
  });
});

describe('drand of a chain that the verifier does not list', () => {
  const drand: Source = {
    kind: 'drand',
    by: 'drand',
    chain: 'c'.repeat(64),
    key: 'd'.repeat(192),
    scheme: 'bls-unchained-g1-rfc9380',
    period: 3,
    genesis: 1692803367,
    round: 1,
  };
  test('leaves the sources and everything drawn from them unproven', () => {
    const files = drawnBundle(frozen({ sources: [dice, witness, drand] }));
    expect(failedIn(files)).toEqual([]);
    expect(check(files, 'sources')).toMatchObject({ status: 'not-checked', code: 'drand-chain-unknown' });
    for (const name of ['seed', 'selection', 'assignment'] as const) {
      expect(check(files, name)).toMatchObject({ status: 'not-checked', code: 'not-bound' });
    }
  });
  test('but a selection that does not follow from the seed still fails', () => {
    const files = drawnBundle(frozen({ sources: [dice, witness, drand] }));
    const other = drawnBundle().get('selected.csv') ?? new Uint8Array();
    expect(failedIn(new Map([...files, ['selected.csv', other]]))).toEqual(['selection']);
  });
});

describe('drand of a listed chain', () => {
  const [quicknet] = drandChains;
  if (quicknet === undefined) throw new Error('no chain is listed');
  const { name: _name, ...facts } = quicknet;
  const round = (no: number, change: Partial<typeof facts> = {}): Source => ({
    kind: 'drand',
    by: 'drand',
    ...facts,
    ...change,
    round: no,
  });
  const opened = (source: Source) => frozen({ sources: [dice, witness, source], openAt: '2023-08-23T15:59:23Z' });

  test('a signature of the announced round proves the sources and all that follows', () => {
    const files = drawnBundle(opened(round(1000)), [...values, signature1000]);
    const report = verify(files);
    expect(report.checks.filter(({ status }) => status !== 'passed').map(({ name }) => name)).toEqual(['log']);
  });

  test.each([
    ['the signature of another round', round(1001), 'drand-signature-wrong'],
    ['another key', round(1000, { key: `a${facts.key.slice(1)}` }), 'drand-chain-differs'],
    ['another scheme', round(1000, { scheme: 'pedersen-bls-unchained' }), 'drand-chain-differs'],
    ['another period', round(1001, { period: 4 }), 'drand-chain-differs'],
  ])('%s fails, and nothing that rests on it passes', (_what, source, code) => {
    const files = drawnBundle(opened(source), [...values, signature1000]);
    expect(check(files, 'sources')).toMatchObject({ status: 'failed', code });
    expect(check(files, 'seed')?.status).toBe('not-checked');
    expect(check(files, 'selection')?.status).toBe('not-checked');
    expect(verify(files).verdict).toBe('failed');
  });

  test('more lines than the limit are not checked', () => {
    const many = Array.from({ length: 9 }, (_, at) => round(1000 + at));
    const given = frozen({ sources: [dice, witness, ...many], openAt: '2023-08-23T15:59:23Z' });
    const files = drawnBundle(given, [...values, ...many.map(() => signature1000)]);
    expect(check(files, 'sources')).toMatchObject({ status: 'not-checked', code: 'limit' });
  });
});

describe('the public log', () => {
  const files = drawnBundle();
  const commitJson = files.get('commit.json') ?? new Uint8Array();
  const entry = {
    kind: 'commitment',
    bureau: '140428-YJ',
    drawNo: 1,
    c: commitmentHash('sm3', commitJson),
    at: '2022-04-02T01:00:00Z',
  };
  const origin = 'example.gov.cn/log';
  const [secret, other] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
  const key = logKey(origin, ed25519.getPublicKey(secret));
  const signedBy = (by: Uint8Array, root: string) => {
    const signature = ed25519.sign(utf8(`${origin}\n3\n${root}\n`), by);
    return writeNote({ text: '', signatures: [{ name: origin, keyId: key.id, signature }] }).slice(1);
  };
  const proof = (change: object = {}, changedEntry: object = entry, signed?: string, by = secret, trusted = [key]) => {
    const leaves = [leafHash('sha256', 'x'), leafHash('sha256', canonicalBytes(changedEntry)), leafHash('sha256', 'y')];
    const path = (inclusionPath('sha256', leaves, 1) ?? []).map(hexOf);
    const root = Buffer.from(treeHash('sha256', leaves)).toString('base64');
    const log = {
      entry: changedEntry,
      index: 1,
      size: 3,
      path,
      checkpoint: `example.gov.cn/log\n3\n${root}\n\n${signed ?? signedBy(by, root)}`,
      ...change,
    };
    const report = verify(new Map([...files, ['log.json', canonicalBytes(log)]]), { logKeys: trusted });
    return report.checks.find(({ name }) => name === 'log');
  };

  test('an entry before the opening under a checkpoint signed by a known key passes and names its place', () => {
    expect(proof()).toMatchObject({ status: 'passed', text: '承诺早于随机数，记在公开日志第2条' });
  });

  test('without a key, or with the key of another log, the signature is left unproven', () => {
    const foreign = logKey('example.org/log', key.publicKey);
    for (const trusted of [[], [foreign], [logKey(origin, ed25519.getPublicKey(other))]]) {
      expect(proof({}, entry, undefined, secret, trusted)).toMatchObject({
        status: 'not-checked',
        code: 'log-key-unknown',
      });
    }
  });

  test('a line in the name of the known key that another key has made fails', () => {
    expect(proof({}, entry, undefined, other)).toMatchObject({ status: 'failed', detail: 'signature-wrong' });
  });

  test('with the auditors’ files and a known key nothing is left unproven', () => {
    const leaf = canonicalBytes(entry);
    const root = Buffer.from(treeHash('sha256', [leafHash('sha256', leaf)])).toString('base64');
    const text = `${origin}\n1\n${root}\n`;
    const signature = ed25519.sign(utf8(text), secret);
    const checkpoint = writeNote({ text, signatures: [{ name: origin, keyId: key.id, signature }] });
    const log = canonicalBytes({ entry, index: 0, size: 1, path: [], checkpoint });
    expect(verify(new Map([...files, ['log.json', log]]), { logKeys: [key] }).verdict).toBe('complete');
  });

  test.each([
    ['another commitment', () => proof({}, { ...entry, c: 'a'.repeat(64) }), 'another-draw'],
    ['another draw number', () => proof({}, { ...entry, drawNo: 2 }), 'another-draw'],
    ['logged when the draw opened', () => proof({}, { ...entry, at: '2022-04-06T02:00:00Z' }), 'not-before-opening'],
    ['another place', () => proof({ index: 2 }), 'not-included'],
    ['another size', () => proof({ size: 4 }), 'checkpoint-of-another-size'],
    ['no signature', () => proof({}, entry, ''), 'checkpoint-malformed'],
  ])('%s fails', (_what, run, code) => {
    expect(run()).toMatchObject({ status: 'failed', code: 'log-wrong', detail: code });
  });
});

describe('amendments', () => {
  const head = { at: '2022-04-07T01:00:00Z', reasonCode: 'conflict', approver: 'DD-1' };
  const files = drawnBundle();
  const visit = runDraw(files, ['dice:40719365028841736259', `witness:W1:${reveal}`]).assignment.visits[0]?.id ?? '';

  test('made by our own hand pass; a substitute who is not the first fails', () => {
    const recused = amend(files, { ...head, kind: 'recusal', visit, seat: 1 });
    const file = recused?.file ?? new Uint8Array();
    const amended = verify(new Map([...files, ['amendments.jsonl', file]]));
    expect(amended.checks.find(({ name }) => name === 'amendments')?.status).toBe('passed');
    expect(amended.notes.find(({ code }) => code === 'amendments-in-log')?.text).toContain('与公开日志对照');
    const [line] = recused?.lines ?? [];
    const substitute = line?.kind === 'recusal' ? line.substitute : '';
    const other = ['I0', 'I1', 'I2', 'I3'].find((id) => id !== substitute) ?? '';
    const wrong = Buffer.from(file).toString().replace(`"substitute":"${substitute}"`, `"substitute":"${other}"`);
    expect(check(new Map([...files, ['amendments.jsonl', utf8(wrong)]]), 'amendments')).toMatchObject({
      status: 'failed',
      detail: 'wrong-substitute 1',
    });
  });

  test('none is said so, and is not called proof of none', () => {
    expect(check(files, 'amendments')).toMatchObject({ status: 'passed', code: 'no-amendments' });
    expect(check(files, 'amendments')?.text).toContain('有没有漏报要看公开日志');
  });
});
