import { describe, expect, test } from 'vitest';
import { dice, drawnBundle, frozen, reveal, values, witness } from '../../test/made-draw.ts';
import { canonicalText } from '../canonical/json.ts';
import { commitmentBytes, commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { FileName } from '../commitment/file.ts';
import type { Frozen } from '../commitment/freeze.ts';
import { commitmentOf } from '../commitment/freeze.ts';
import { runDraw, trusted } from '../draw/draw.ts';
import { digestHex } from '../hash/digest.ts';
import { bytesOfHex, hexOf } from '../hash/hex.ts';
import { textOf, utf8 } from '../hash/utf8.ts';
import { leafHash, treeHash } from '../merkle/merkle.ts';
import { drandChains } from '../seed/drand.ts';
import { witnessCommitment } from '../seed/line.ts';
import { seedJson, seedOf } from '../seed/seed.ts';
import type { Source } from '../seed/source.ts';
import type { CheckName } from './check.ts';
import { verify } from './verify.ts';

// The cheat here owns the bureau: whatever he spoils, he commits to, seeds and draws again as well as he can.

type Bundle = ReadonlyMap<FileName, Uint8Array>;

const failedIn = (files: ReadonlyMap<string, Uint8Array>) =>
  verify(files)
    .checks.filter(({ status }) => status === 'failed')
    .map(({ name }) => name);
const text = (files: Bundle, name: FileName) => textOf(files.get(name) ?? new Uint8Array()) ?? '';
const withFile = (files: Bundle, name: FileName, content: string): Bundle => new Map([...files, [name, utf8(content)]]);

/** The bundle with other lines of the seed, and everything drawn from them. */
function reseeded(files: Bundle, lines: readonly string[]): Bundle {
  const c = commitmentHash('sm3', files.get('commit.json') ?? new Uint8Array());
  const drawn = runDraw(files, lines).files;
  return new Map([...files, ...drawn, ['seed.json', seedJson({ lines, seed: seedOf('sm3', c, lines) })]]);
}

/** A bundle whose commitment binds this spoiled file; what is drawn comes from the file as it should be. */
function sworn(name: FileName, spoil: (content: string) => string, given: Frozen = frozen()): Bundle {
  const { files } = commitmentOf(given);
  const commitment = trusted(readCommitment(files.get('commit.json') ?? new Uint8Array()));
  const content = spoil(text(files, name));
  const commitJson = commitmentBytes({ ...commitment, ...bindingOf(name, content, files) });
  const redrawn = reseeded(new Map([...files, ['commit.json', commitJson]]), [
    `dice:${values[0]}`,
    `witness:W1:${reveal}`,
  ]);
  return withFile(redrawn, name, content);
}

function bindingOf(name: FileName, content: string, files: Bundle): object {
  const { pool } = trusted(readCommitment(files.get('commit.json') ?? new Uint8Array()));
  const filesalts: unknown = JSON.parse(text(files, 'filesalts.json'));
  switch (name) {
    case 'pool.csv':
      return { pool: { ...pool, root: rootOf(content.split('\n').slice(0, -1)) } };
    case 'rules.json':
      return { rules: digestHex('sm3', content) };
    case 'exclusions.csv':
      return { exclusions: digestHex('sm3', content) };
    case 'labels.csv':
      return { labels: digestHex('sm3', content) };
    case 'inspectors.csv':
      return { inspectors: digestHex('sm3', saltOf(filesalts, 'inspectors'), content) };
    case 'conflicts.csv':
      return { conflicts: digestHex('sm3', saltOf(filesalts, 'conflicts'), content) };
    default:
      return {};
  }
}

function rootOf(lines: readonly string[], salts: readonly Uint8Array[] = []): string {
  return hexOf(
    treeHash(
      'sm3',
      lines.map((line, at) => leafHash('sm3', salts[at] ?? '', line)),
    ),
  );
}

function saltOf(filesalts: unknown, name: string): Uint8Array {
  return bytesOfHex(String(new Map(Object.entries(filesalts ?? {})).get(name))) ?? new Uint8Array();
}

describe('files that are not written as the protocol says fail, although the commitment binds them', () => {
  const bom = (content: string) => `\ufeff${content}`;
  const crlf = (content: string) => content.replaceAll('\n', '\r\n');
  const fullWidth = (content: string) =>
    content.replace(/[0-9]\n/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 0xfee0)}\n`);
  const twice = (content: string) => content.replace(/^(.*\n)/, '$1$1');
  const backwards = (content: string) => `${content.trimEnd().split('\n').reverse().join('\n')}\n`;
  const unended = (content: string) => content.slice(0, -1);
  const two = frozen({
    exclusions: [
      { id: 'E3', reasonCode: 'suspended' },
      { id: 'E4', reasonCode: 'closed' },
    ],
    pool: frozen().pool.map((one) => (one.id === 'E4' ? { ...one, excluded: true } : one)),
    conflicts: [
      { subjectId: 'E1', inspectorId: 'I1' },
      { subjectId: 'E2', inspectorId: 'I1' },
    ],
    labels: [
      { id: 'E1', name: '长子县天字号精细化工厂' },
      { id: 'E2', name: '长子县玄字号加油站' },
    ],
  });

  test.each([
    ['a byte-order mark', bom],
    ['CRLF', crlf],
    ['a full-width digit', fullWidth],
    ['the same id twice', twice],
    ['lines out of order', backwards],
    ['no last line feed', unended],
  ])('%s in pool.csv fails `pool-sorted-unique`', (_what, spoil) => {
    expect(failedIn(sworn('pool.csv', spoil, two))).toContain('pool-sorted-unique');
  });

  test.each([
    ['an id beginning with `B-`, which names batches', (content: string) => content.replace('E9,', 'B-9,')],
    ['a lower-case id', (content: string) => content.replace('E9,', 'e9,')],
    ['an id in full-width letters', (content: string) => content.replace('E9,', 'Ｅ９,')],
    ['an id of 23 characters', (content: string) => content.replace('E9,', `E${'9'.repeat(22)},`)],
    ['the weight 0', (content: string) => content.replace(/1\n$/, '0\n')],
    ['the weight 01', (content: string) => content.replace(/1\n$/, '01\n')],
    ['a flag in lower case', (content: string) => content.replace(',X,', ',x,')],
    ['a sixth field', (content: string) => content.replace(/1\n$/, '1,\n')],
    ['quotes', (content: string) => content.replace('E9,', '"E9",')],
  ])('%s in pool.csv fails `pool-sorted-unique`', (_what, spoil) => {
    expect(failedIn(sworn('pool.csv', spoil))).toContain('pool-sorted-unique');
  });

  test.each([
    [
      'rules.json',
      'rules-canonical',
      [bom, (content: string) => `${content}\n`, (content: string) => content.replace(',', ', ')],
    ],
    ['exclusions.csv', 'exclusions-match', [bom, crlf, twice, backwards, unended]],
    ['labels.csv', 'labels-hash', [bom, crlf, twice, backwards, unended]],
    ['inspectors.csv', 'assignment', [bom, crlf, fullWidth, twice, backwards, unended]],
    ['conflicts.csv', 'assignment', [bom, crlf, twice, backwards, unended]],
  ] as const)('%s with any such fault fails `%s`', (name, check, faults) => {
    for (const spoil of faults) expect(failedIn(sworn(name, spoil, two))).toContain(check);
  });

  test.each([
    ['a number with a fraction', (json: string) => json.replace('"drawNo":1', '"drawNo":1.0')],
    ['a number with an exponent', (json: string) => json.replace('"drawNo":1', '"drawNo":1e0')],
    ['a key twice', (json: string) => json.replace('"drawNo":1', '"drawNo":1,"drawNo":1')],
    ['a field too many', (json: string) => json.replace('"drawNo":1', '"drawNo":1,"extra":1')],
    [
      'keys in another order',
      (json: string) => json.replace('{"bureau":"140428-YJ",', '{').replace(/}$/, ',"bureau":"140428-YJ"}'),
    ],
    ['an escaped letter', (json: string) => json.replace('140428-YJ', '140428-Y\\u004a')],
    ['a byte-order mark', bom],
    ['a space', (json: string) => json.replace(':', ': ')],
  ])('%s in commit.json fails `commit-canonical`', (_what, spoil) => {
    const files = drawnBundle();
    expect(failedIn(withFile(files, 'commit.json', spoil(text(files, 'commit.json'))))).toContain('commit-canonical');
  });
});

describe('a roster that does not say what the commitment says', () => {
  test('a changed line fails `pool-root`, whoever is drawn', () => {
    const files = drawnBundle();
    for (const { id } of frozen().pool) {
      const changed = text(files, 'pool.csv').replace(new RegExp(`^${id},chem,-`, 'm'), `${id},chem,K`);
      expect(failedIn(withFile(files, 'pool.csv', changed))).toContain('pool-root');
    }
  });

  test('a line left out, or put in, with the counts of the commitment kept, fails `pool-count`', () => {
    expect(failedIn(sworn('pool.csv', (content) => content.replace(/E9,.*\n/, '')))).toContain('pool-count');
    expect(failedIn(sworn('pool.csv', (content) => `${content}E99,chem,-,,1\n`))).toContain('pool-count');
  });

  test('a stratum that the rules do not name fails `pool-count`', () => {
    expect(failedIn(sworn('pool.csv', (content) => content.replace('E9,chem', 'E9,coal')))).toContain('pool-count');
  });

  test('an exclusion without a reason, or a reason without an exclusion, fails `exclusions-match`', () => {
    expect(failedIn(sworn('exclusions.csv', () => ''))).toContain('exclusions-match');
    expect(failedIn(sworn('exclusions.csv', (content) => `${content}E4,closed\n`))).toContain('exclusions-match');
  });

  test('a weight beside a quota fails `selection`', () => {
    const rules = { ...frozen().rules, quota: { bounds: [{ group: 'K', max: { count: 3 } }] } };
    const files = drawnBundle(frozen({ rules }));
    const weighted = sworn('pool.csv', (content) => content.replace(/E9,chem,-,,1/, 'E9,chem,-,,2'), frozen({ rules }));
    expect(failedIn(files)).toEqual([]);
    expect(failedIn(weighted)).toContain('selection');
  });
});

describe('salts that are told differently to different people', () => {
  const salts = frozen().pool.map(({ id }, at) => ({ id, salt: `${String(at).padStart(30, '0')}5a` }));
  const files = drawnBundle(frozen({ salts }));

  test('a byte moved from the salt to the line gives the same leaf, and fails `pool-root`', () => {
    const pool = text(files, 'pool.csv').replace('E9,', 'ZE9,');
    const shorter = text(files, 'salts.csv').replace(/^(E9,.*)5a$/m, 'Z$1');
    const leaf = (salt: string, line: string) => leafHash('sm3', bytesOfHex(salt) ?? new Uint8Array(), line);
    const own = salts.find(({ id }) => id === 'E9')?.salt ?? '';
    expect(leaf(own.slice(0, -2), 'ZE9,chem,-,,1')).toEqual(leaf(own, 'E9,chem,-,,1'));
    expect(failedIn(withFile(withFile(files, 'pool.csv', pool), 'salts.csv', shorter))).toContain('pool-root');
  });

  test('another salt, two salts exchanged, or one in upper case fails `pool-root`', () => {
    const content = text(files, 'salts.csv');
    const first = content.split('\n')[0]?.split(',')[1] ?? '';
    const second = content.split('\n')[1]?.split(',')[1] ?? '';
    const exchanged = content.replace(first, '#').replace(second, first).replace('#', second);
    for (const other of [content.replace(first, 'f'.repeat(32)), exchanged, content.replace('5a', '5A')]) {
      expect(failedIn(withFile(files, 'salts.csv', other))).toContain('pool-root');
    }
  });

  test('a pool committed to without salts does not become another with them: `public-files` fails', () => {
    expect(failedIn(withFile(drawnBundle(), 'salts.csv', text(files, 'salts.csv')))).toContain('public-files');
  });
});

describe('a seed that was not made as announced fails `sources`', () => {
  const files = drawnBundle();
  const own = `witness:W1:${reveal}`;

  test.each([
    ['dice with an extra digit', [`dice:${values[0]}0`, own]],
    ['dice with a digit too few', [`dice:${values[0]?.slice(1)}`, own]],
    ['dice with a space behind', [`dice:${values[0]} `, own]],
    ['the lines in another order', [own, `dice:${values[0]}`]],
    ['a line too many', [`dice:${values[0]}`, own, own]],
    ['a line too few', [`dice:${values[0]}`]],
    ['a witness’s value that he did not commit to', [`dice:${values[0]}`, `witness:W1:${'f'.repeat(32)}`]],
    ['a witness’s value in upper case', [`dice:${values[0]}`, own.toUpperCase().replace('WITNESS', 'witness')]],
    ['another witness’s name', [`dice:${values[0]}`, own.replace('W1', 'W2')]],
  ])('%s', (_what, lines) => {
    expect(failedIn(reseeded(files, lines))).toContain('sources');
  });

  const committed = (sources: readonly Source[], change: Partial<Frozen> = {}) =>
    reseeded(
      commitmentOf(frozen({ sources, ...change })).files,
      sources.map((source) => (source.kind === 'witness' ? `witness:${source.id}:${reveal}` : `dice:${values[0]}`)),
    );
  const replayed = (bureau: string, drawNo: number, id: string): Source => ({
    kind: 'witness',
    by: 'P2',
    id,
    commitment: witnessCommitment('sm3', bureau, drawNo, id, reveal),
  });

  test('a witness commitment copied from a fellow witness', () => {
    expect(
      witness.kind === 'witness' && failedIn(committed([dice, witness, { ...witness, by: 'P2', id: 'W2' }])),
    ).toContain('sources');
  });

  test('a witness commitment replayed from another bureau, another draw or another witness', () => {
    expect(failedIn(committed([dice, replayed('140428-YJ', 1, 'W2')]))).toEqual([]);
    expect(failedIn(committed([dice, replayed('140429-YJ', 1, 'W2')]))).toContain('sources');
    expect(failedIn(committed([dice, replayed('140428-YJ', 2, 'W2')]))).toContain('sources');
    const other = replayed('140428-YJ', 1, 'W1');
    expect(other.kind === 'witness' && failedIn(committed([dice, { ...other, id: 'W2' }]))).toContain('sources');
  });

  test('a drand round other than the announced one, or one that was known before the opening', () => {
    const [chain] = drandChains;
    if (chain === undefined) throw new Error('no chain is listed');
    const { name: _name, ...facts } = chain;
    const source: Source = { kind: 'drand', by: 'drand', ...facts, round: 1000 };
    // Round 1001 of quicknet, 2023-08-23T15:59:27Z.
    const later = 'b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41';
    const lines = (round: number) => [`dice:${values[0]}`, `drand:${facts.chain}:${round}:${later}`];
    const open = (openAt: string) => commitmentOf(frozen({ sources: [dice, source], openAt })).files;
    expect(failedIn(reseeded(open('2023-08-23T15:59:23Z'), lines(1001)))).toContain('sources');
    expect(failedIn(reseeded(open('2023-08-23T15:59:23Z'), lines(1000)))).toContain('sources');
    expect(failedIn(reseeded(open('2023-08-23T15:59:24Z'), lines(1000)))).toContain('sources');
  });

  test('but a full-width digit is no line at all, and fails `seed`', () => {
    expect(failedIn(reseeded(files, [`dice:${values[0]?.slice(1)}７`, own]))).toContain('seed');
  });

  test('but a seed that is no hash of its lines fails `seed`', () => {
    const other = seedJson({ lines: [`dice:${values[0]}`, own], seed: 'a'.repeat(64) });
    expect(failedIn(new Map([...files, ['seed.json', other]]))).toContain('seed');
  });
});

describe('a result that does not follow', () => {
  const files = drawnBundle();
  const lines = (name: FileName) => text(files, name).trimEnd().split('\n');
  const joined = (parts: readonly string[]) => `${parts.join('\n')}\n`;
  const cases: readonly (readonly [string, FileName, string, CheckName])[] = [
    [
      'two selected objects exchanged',
      'selected.csv',
      joined([lines('selected.csv')[1] ?? '', lines('selected.csv')[0] ?? '', ...lines('selected.csv').slice(2)]),
      'selection',
    ],
    ['a reserve called selected', 'selected.csv', text(files, 'selected.csv').replace(',R\n', ',S\n'), 'selection'],
    ['a selected object left out', 'selected.csv', joined(lines('selected.csv').slice(1)), 'selection'],
    [
      'an object twice',
      'selected.csv',
      joined([lines('selected.csv')[0] ?? '', ...lines('selected.csv')]),
      'selection',
    ],
    ['CRLF', 'selected.csv', text(files, 'selected.csv').replaceAll('\n', '\r\n'), 'selection'],
    [
      'a ticket in upper case',
      'selected.csv',
      text(files, 'selected.csv').replace(/[0-9a-f]{64}/, (ticket) => ticket.toUpperCase()),
      'selection',
    ],
    ['visits in another order', 'visits.csv', joined(lines('visits.csv').reverse()), 'assignment'],
    ['a seat given to nobody', 'assignment.csv', text(files, 'assignment.csv').replace(/,I\d,.*/, ',,'), 'assignment'],
    [
      'two seats of a team exchanged',
      'assignment.csv',
      joined([lines('assignment.csv')[1] ?? '', lines('assignment.csv')[0] ?? '', ...lines('assignment.csv').slice(2)]),
      'assignment',
    ],
  ];

  test.each(cases)('%s in %s fails `%s`', (_what, name, content, check) => {
    expect(content).not.toBe(text(files, name));
    expect(failedIn(withFile(files, name, content))).toEqual([check]);
  });

  test('the whole result of another seed fails `selection`', () => {
    const other = drawnBundle(frozen(), ['00000000000000000000', reveal]);
    expect(failedIn(new Map([...files, ['selected.csv', other.get('selected.csv') ?? new Uint8Array()]]))).toContain(
      'selection',
    );
  });

  test('rules written anew after the draw, with the result they give, fail `rules-hash`', () => {
    const rules = { ...frozen().rules, reserve: { count: 3 } };
    const rulesJson = utf8(canonicalText(rules));
    const drawn = reseeded(new Map([...files, ['rules.json', rulesJson]]), [
      `dice:${values[0]}`,
      `witness:W1:${reveal}`,
    ]);
    expect(failedIn(drawn)).toEqual(['rules-hash']);
  });
});
