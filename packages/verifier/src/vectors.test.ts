import { describe, expect, test } from 'vitest';
import { changed, guards, vector, vectorNames, wholeVectors } from '../test/vector.ts';
import { readCommitment } from './commitment/commitment.ts';
import type { FileName } from './commitment/file.ts';
import { commitmentOf } from './commitment/freeze.ts';
import { runDraw, trusted } from './draw/draw.ts';
import * as roster from './roster/roster.ts';
import { readRules } from './rules/rules.ts';
import { readSeed } from './seed/seed.ts';
import { lintSources } from './seed/source.ts';
import type { Check } from './report/check.ts';
import { checkNames } from './report/check.ts';
import { talliesOf } from './report/tally.ts';
import { verify } from './report/verify.ts';
import { provesInclusion } from './merkle/pool-root.ts';
import { lintRules } from './selection/lint.ts';

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? new Uint8Array()).toString();

describe.each(wholeVectors)('our own draw of vectors/%s', (name) => {
  const files = vector(name);
  const file = (which: FileName) => files.get(which) ?? new Uint8Array();
  const commitment = trusted(readCommitment(file('commit.json')));
  const seedFile = trusted(readSeed(file('seed.json')));

  test('has the same frozen files and the same C', () => {
    const made = commitmentOf({
      ...commitment,
      rules: trusted(readRules(file('rules.json'))),
      pool: [...trusted(roster.readPool(file('pool.csv')))].reverse(),
      exclusions: [...trusted(roster.readExclusions(file('exclusions.csv')))].reverse(),
      ...(commitment.pool.salted ? { salts: trusted(roster.readSalts(file('salts.csv'))) } : {}),
      inspectors: [...trusted(roster.readInspectors(file('inspectors.csv')))].reverse(),
      conflicts: [...trusted(roster.readConflicts(file('conflicts.csv')))].reverse(),
      filesalts: trusted(roster.readFilesalts(file('filesalts.json'))),
      labels: trusted(roster.readLabels(file('labels.csv'))),
      publicFiles: commitment.public,
    });
    for (const [which, bytes] of made.files) expect(text(bytes), which).toBe(text(files.get(which)));
  });

  test('has the same seed, selection, visits and assignment', () => {
    const drawn = runDraw(files, seedFile.lines);
    expect(drawn.seed).toBe(seedFile.seed);
    for (const [which, bytes] of drawn.files) expect(text(bytes), which).toBe(text(files.get(which)));
  });

  test('finds nothing to refuse', () => {
    expect(lintRules(trusted(readRules(file('rules.json'))), trusted(roster.readPool(file('pool.csv'))))).toEqual([]);
    expect(lintSources(commitment.sources, commitment.mode, commitment.pool.salted, commitment.openAt)).toEqual([]);
  });
});

const having = (checks: readonly Check[], status: Check['status']) =>
  checks.filter((check) => check.status === status).map(({ name }) => name);

describe('verdicts of §10', () => {
  test.each(wholeVectors)('%s: everything passes but the log, which is not there', (name) => {
    const report = verify(vector(name));
    expect(report.checks.map((check) => check.name)).toEqual(checkNames);
    expect(having(report.checks, 'not-checked')).toEqual(['log']);
    expect(having(report.checks, 'failed')).toEqual([]);
    expect(report.verdict).toBe('partial');
  });

  test('public-salted: nothing that rests on the withheld salts passes', () => {
    const report = verify(vector('public-salted'));
    expect(report.verdict).toBe('partial');
    expect(having(report.checks, 'failed')).toEqual([]);
    expect(having(report.checks, 'passed')).toEqual([
      'rules-canonical',
      'commit-canonical',
      'rules-hash',
      'labels-hash',
      'public-files',
      'sources',
      'seed',
      'exclusions-hash',
    ]);
  });

  test('the report is the same every time', () => {
    expect(verify(vector('plain-sm3'))).toEqual(verify(vector('plain-sm3')));
  });
});

function places(length: number): readonly number[] {
  return [0, 1, ...[0.2, 0.4, 0.6, 0.8].map((part) => Math.floor(part * length)), length - 2, length - 1];
}

describe.each(wholeVectors)('one changed byte of vectors/%s', (name) => {
  const files = vector(name);
  test.each([...files.keys()])('in %s fails the check that guards it, and no unrelated one', (which) => {
    const guard = guards[which];
    const bytes = files.get(which) ?? new Uint8Array();
    for (const place of places(bytes.length)) {
      const failed = having(verify(new Map([...files, [which, changed(bytes, place, 1)]])).checks, 'failed');
      const where = `byte ${place} of ${which}: ${failed.join(' ')}`;
      expect(
        failed.some((one) => guard?.must.includes(one)),
        where,
      ).toBe(true);
      expect(
        failed.filter((one) => guard?.must.includes(one) !== true && guard?.may.includes(one) !== true),
        where,
      ).toEqual([]);
    }
  });

  test.each([...files.keys()])('or a lost %s is never a complete verdict', (which) => {
    const report = verify(new Map([...files].filter(([one]) => one !== which)));
    const guard = guards[which]?.must[0] ?? 'log';
    const isEmptyAnyway = files.get(which)?.length === 0;
    const check = report.checks.find((one) => one.name === guard);
    if (!isEmptyAnyway && which !== 'amendments.jsonl') expect(check?.status).not.toBe('passed');
    expect(report.verdict).not.toBe('complete');
  });

  test('a file cut short or continued fails too', () => {
    for (const [which, bytes] of files) {
      for (const other of [bytes.slice(0, -1), Uint8Array.from([...bytes, 10])]) {
        if (bytes.length === 0) continue;
        const failed = having(verify(new Map([...files, [which, other]])).checks, 'failed');
        expect(
          failed.some((one) => guards[which]?.must.includes(one)),
          `${which}: ${failed.join(' ')}`,
        ).toBe(true);
      }
    }
  });
});

describe('one changed byte of the public bundle of a salted pool', () => {
  const files = vector('public-salted');
  test('in a file that the commitment binds fails its own check', () => {
    for (const which of [
      'rules.json',
      'exclusions.csv',
      'labels.csv',
      'seed.json',
      'selected.csv',
      'commit.json',
    ] as const) {
      const bytes = files.get(which) ?? new Uint8Array();
      for (const place of places(bytes.length)) {
        const failed = having(verify(new Map([...files, [which, changed(bytes, place, 1)]])).checks, 'failed');
        expect(
          failed.some((one) => guards[which]?.must.includes(one)),
          `${which} ${place}: ${failed.join(' ')}`,
        ).toBe(true);
      }
    }
  });
  test('in the pool, which nothing binds without the salts, leaves every check of the pool unproven or failed', () => {
    const bytes = files.get('pool.csv') ?? new Uint8Array();
    for (const place of places(bytes.length)) {
      const report = verify(new Map([...files, ['pool.csv', changed(bytes, place, 1)]]));
      const passed = having(report.checks, 'passed');
      for (const name of ['pool-root', 'pool-sorted-unique', 'pool-count', 'exclusions-match', 'selection'] as const) {
        expect(passed).not.toContain(name);
      }
    }
  });
});

describe('tallies', () => {
  test.each(vectorNames)('%s: every line of selected.csv is what its own enterprise finds', (name) => {
    const files = vector(name);
    const rows = text(files.get('selected.csv'))
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const find = talliesOf(files);
    for (const [stratum, id = '', ticket, kind] of rows) {
      expect(find?.(id)).toMatchObject({ stratum, ticket, outcome: kind === 'S' ? 'selected' : 'reserve' });
    }
  });

  test('without quota and weights the cut-off ticket separates the selected from the others', () => {
    const files = vector('plain-sm3');
    const find = talliesOf(files);
    for (const { id, excluded } of trusted(roster.readPool(files.get('pool.csv') ?? new Uint8Array()))) {
      const own = find?.(id);
      if (own === undefined || own.cutOff === undefined) continue;
      const below = !excluded && own.ticket <= own.cutOff;
      expect(own.outcome === 'selected').toBe(below);
      expect(own.rank !== undefined && own.rank <= own.size).toBe(below);
    }
  });

  test.each(['plain-sha256', 'batches-salted'])(
    '%s: each can prove that its line stood in the pool, and no other line',
    (name) => {
      const files = vector(name);
      const { suite, pool } = trusted(readCommitment(files.get('commit.json') ?? new Uint8Array()));
      const find = talliesOf(files);
      for (const { id } of trusted(roster.readPool(files.get('pool.csv') ?? new Uint8Array())).slice(0, 40)) {
        const proof = find?.(id)?.proof;
        if (proof === undefined) throw new Error(`no proof for ${id}`);
        expect(provesInclusion(suite, proof, pool.root)).toBe(true);
        expect(provesInclusion(suite, { ...proof, line: proof.line.replace(',1', ',2') }, pool.root)).toBe(false);
        expect(provesInclusion(suite, { ...proof, index: (proof.index + 1) % proof.size }, pool.root)).toBe(false);
      }
    },
  );

  test('an id that is not in the pool has none; with salts withheld there is no proof', () => {
    expect(talliesOf(vector('plain-sm3'))?.('NOBODY')).toBeUndefined();
    const find = talliesOf(vector('public-salted'));
    const [first] = text(vector('public-salted').get('pool.csv')).split(',');
    expect(find?.(first ?? '')?.proof).toBeUndefined();
    expect(talliesOf(new Map())).toBeUndefined();
  });
});
