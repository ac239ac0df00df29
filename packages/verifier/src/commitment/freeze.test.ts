import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '../canonical/json.ts';
import { utf8 } from '../hash/utf8.ts';
import { readInspectors, readPool } from '../roster/roster.ts';
import { readRules } from '../rules/rules.ts';
import { commitmentBytes, countsOf, readCommitment } from './commitment.ts';
import type { Frozen } from './freeze.ts';
import { commitmentOf } from './freeze.ts';

const frozen = (change: Partial<Frozen> = {}): Frozen => ({
  rules: {
    v: 'mc-draw/1',
    suite: 'sha256',
    strata: [
      { code: 'chem', size: { count: 1 } },
      { code: 'coal', size: { count: 0 } },
    ],
    reserve: { count: 1 },
    assignment: { balance: true, slots: { '*': [{}] } },
  },
  mode: 'open',
  bureau: '140428-YJ',
  drawNo: 2,
  prev: 'a'.repeat(64),
  pool: ['E2', 'E1'].map((id) => ({ id, stratum: 'chem', group: '-', excluded: id === 'E2', weight: 1 })),
  exclusions: [{ id: 'E2', reasonCode: 'suspended' }],
  inspectors: [{ id: 'I1', department: 'YJ', certificates: ['coal', 'chem'], cap: 3 }],
  conflicts: [],
  filesalts: { conflicts: '1'.repeat(32), inspectors: '2'.repeat(32) },
  labels: [{ id: 'E1', name: '长子县天字号精细化工厂' }],
  sources: [{ kind: 'dice', by: 'hall', digits: 20 }],
  openAt: '2022-04-06T02:00:00Z',
  publicFiles: ['rules.json'],
  ...change,
});
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? new Uint8Array()).toString();

describe('freezing a draw (§2, §4)', () => {
  test('rows and certificates are put in byte order, excluded entries stay in the pool', () => {
    const { files } = commitmentOf(frozen());
    expect(text(files.get('pool.csv'))).toBe('E1,chem,-,,1\nE2,chem,-,X,1\n');
    expect(text(files.get('inspectors.csv'))).toBe('I1,YJ,chem;coal,3\n');
    expect(text(files.get('labels.csv'))).toBe('E1,长子县天字号精细化工厂\n');
  });

  test('the commitment counts every stratum of the rules, also an empty one', () => {
    const commitment = readCommitment(commitmentOf(frozen()).files.get('commit.json') ?? new Uint8Array());
    expect(commitment.ok && Object.fromEntries(commitment.value.pool.strata)).toEqual({
      chem: { eligible: 1, excluded: 1 },
      coal: { eligible: 0, excluded: 0 },
    });
    expect(countsOf([], ['chem']).get('chem')).toEqual({ eligible: 0, excluded: 0 });
  });

  test('whatever is changed, C is another', () => {
    const before = commitmentOf(frozen()).c;
    const changes: readonly Partial<Frozen>[] = [
      { drawNo: 3 },
      { bureau: '140429-YJ' },
      { openAt: '2022-04-06T02:00:01Z' },
      { filesalts: { conflicts: '1'.repeat(32), inspectors: '3'.repeat(32) } },
      { labels: [] },
      { conflicts: [{ subjectId: 'E1', inspectorId: 'I1' }] },
      { voids: 'b'.repeat(64) },
      { salts: ['E1', 'E2'].map((id) => ({ id, salt: '0'.repeat(32) })) },
      { publicFiles: [] },
      { sources: [{ kind: 'dice', by: 'hall', digits: 21 }] },
    ];
    const all = changes.map((change) => commitmentOf(frozen(change)).c);
    expect(new Set([before, ...all]).size).toBe(changes.length + 1);
  });

  test.each([
    ['a flagged entry without a reason', { exclusions: [] }],
    ['a reason for an entry that is not flagged', { exclusions: [{ id: 'E1', reasonCode: 'x' }] }],
    ['a salt too few', { salts: [{ id: 'E1', salt: '0'.repeat(32) }] }],
    ['an auditors’ file named public', { publicFiles: ['salts.csv'] }],
    [
      'an id twice',
      {
        labels: [
          { id: 'E1', name: 'a' },
          { id: 'E1', name: 'b' },
        ],
      },
    ],
    ['a name with a comma', { labels: [{ id: 'E1', name: 'a,b' }] }],
    ['a time that does not exist', { openAt: '2022-02-30T02:00:00Z' }],
    ['draw number nought', { drawNo: 0 }],
    ['a certificate with a space', { inspectors: [{ id: 'I1', department: 'YJ', certificates: ['a b'], cap: 3 }] }],
    ['a cap above 100000', { inspectors: [{ id: 'I1', department: 'YJ', certificates: [], cap: 100_001 }] }],
  ] satisfies readonly (readonly [string, Partial<Frozen>])[])(
    '%s is the caller’s fault and throws',
    (_what, change) => {
      expect(() => commitmentOf(frozen(change))).toThrow();
    },
  );
});

describe('what a reader refuses', () => {
  const commitJson = commitmentOf(frozen()).files.get('commit.json') ?? new Uint8Array();
  const changed = (change: object) => readCommitment(canonicalBytes({ ...JSON.parse(text(commitJson)), ...change }));

  test.each([
    ['another version', { v: 'mc-draw/2' }, 'v'],
    ['a field that is not listed', { note: '' }, 'note'],
    ['a file name that is none', { public: ['pool.txt'] }, 'public.0'],
    ['a file named twice', { public: ['pool.csv', 'pool.csv'] }, 'public'],
    ['a source of another kind', { sources: [{ kind: 'clock', by: 'me' }] }, 'sources.0.kind'],
    ['dice without digits', { sources: [{ kind: 'dice', by: 'hall', digits: 0 }] }, 'sources.0.digits'],
    ['an upper-case hash', { rules: 'A'.repeat(64) }, 'rules'],
  ])('%s', (_what, change, at) => {
    expect(changed(change)).toMatchObject({ ok: false, fault: { at } });
  });

  test('a commitment written and read is the same', () => {
    const reading = readCommitment(commitJson);
    expect(reading.ok && commitmentBytes(reading.value)).toEqual(commitJson);
  });

  test.each([
    ['a size of no kind', { reserve: {} }],
    ['a ratio of nothing', { reserve: { ratio: { n: 1, d: 0 }, round: 'ceil' } }],
    ['a rounding that is none', { reserve: { ratio: { n: 1, d: 2 }, round: 'up' } }],
    ['no batches', { strata: [{ code: 'chem', size: { count: 1 }, batches: 0 }] }],
    ['a seat with an unknown wish', { assignment: { balance: true, slots: { '*': [{ wants: [] }] } } }],
  ])('rules with %s', (_what, change) => {
    expect(readRules(canonicalBytes({ ...frozen().rules, ...change })).ok).toBe(false);
  });

  test.each([
    'E1,chem,-,,0\n',
    'E1,chem,-,,1001\n',
    'E1,chem,-,Y,1\n',
    'E1,chem,-,,01\n',
    'E1,chem,,,1\n',
    'e1,chem,-,,1\n',
  ])('the pool line %j', (line) => {
    expect(readPool(utf8(line)).ok).toBe(false);
  });

  test.each(['I1,YJ,coal;chem,1\n', 'I1,YJ,coal;coal,1\n', 'I1,YJ,;coal,1\n', 'I1,YJ,coal;,1\n', 'I1,YJ,,-1\n'])(
    'the inspector line %j',
    (line) => {
      expect(readInspectors(utf8(line)).ok).toBe(false);
    },
  );
});
