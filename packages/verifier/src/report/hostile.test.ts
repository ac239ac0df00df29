import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vector } from '../../test/vector.ts';
import { canonicalBytes } from '../canonical/json.ts';
import { commitmentBytes, commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { FileName } from '../commitment/file.ts';
import { fileNames } from '../commitment/file.ts';
import { trusted } from '../draw/draw.ts';
import { digestHex } from '../hash/digest.ts';
import { utf8 } from '../hash/utf8.ts';
import { readSeed, seedJson, seedOf } from '../seed/seed.ts';
import { checkNames } from './check.ts';
import { limits } from './limits.ts';
import { verify } from './verify.ts';

const good = vector('key-share');
const file = (name: FileName) => good.get(name) ?? new Uint8Array();
const commitment = trusted(readCommitment(file('commit.json')));

/** A report with every check, and none that ended in a fault of our own. */
function calm(files: ReadonlyMap<string, Uint8Array>) {
  const report = verify(files);
  expect(report.checks.map(({ name }) => name)).toEqual(checkNames);
  expect(report.checks.every(({ text }) => text.length > 0)).toBe(true);
  expect(report.checks.filter(({ code }) => code === 'internal')).toEqual([]);
  return report;
}

/** The draw as its bureau would have committed to it with these rules: bound to C, with a true seed, so that nothing stops before they are used. */
function committedTo(rules: object): ReadonlyMap<string, Uint8Array> {
  const rulesJson = canonicalBytes(rules);
  const commitJson = commitmentBytes({ ...commitment, rules: digestHex('sha256', rulesJson) });
  const { lines } = trusted(readSeed(file('seed.json')));
  const seed = seedOf('sha256', commitmentHash('sha256', commitJson), lines);
  const changed: readonly (readonly [FileName, Uint8Array])[] = [
    ['rules.json', rulesJson],
    ['commit.json', commitJson],
    ['seed.json', seedJson({ lines, seed })],
  ];
  return new Map([...good, ...changed]);
}

const number = fc.oneof(fc.constantFrom(0, 1, 5, 1_000_000_000), fc.nat());
const ratio = fc.record({ n: number, d: fc.constantFrom(1, 7, 1_000_000_000) });
const size = fc.oneof(
  fc.record({ count: number }),
  fc.record({ ratio, round: fc.constantFrom('ceil', 'floor', 'halfUp') }),
);
const code = fc.constantFrom('wash', 'coal', 'trade', 'chem', 'constructor', '-');
const slots = fc.dictionary(
  fc.constantFrom('*', 'coal', 'constructor'),
  fc.array(fc.record({ needs: fc.constant(['x']) }), { maxLength: 3 }),
);
const stratum = fc.record(
  { code, size, batches: fc.constantFrom(1, 1_000_000_000) },
  { requiredKeys: ['code', 'size'] },
);
const bound = fc.record({ group: fc.constantFrom('K', 'N', '-'), min: size, max: size }, { requiredKeys: ['group'] });
const rules = fc.record({
  v: fc.constant('mc-draw/1'),
  suite: fc.constant('sha256'),
  strata: fc.array(stratum, { maxLength: 5 }),
  quota: fc.record({ bounds: fc.array(bound, { maxLength: 3 }) }),
  reserve: size,
  assignment: fc.record({ balance: fc.boolean(), slots }),
});

describe('hostile input', () => {
  const anyName = fc.oneof(
    fc.constantFrom(...fileNames),
    fc.constantFrom('__proto__', 'constructor', '../commit.json', ''),
  );

  test('any files of any bytes are reported on, never thrown at', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, fc.uint8Array({ maxLength: 200 }))), (entries) => {
        expect(calm(new Map(entries)).verdict).toBe('failed');
      }),
    );
  });

  test('a good draw with files replaced by anything is never complete', () => {
    const content = fc.oneof(fc.json({ maxDepth: 4 }).map(utf8), fc.uint8Array({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...fileNames), content), { minLength: 1 }), (entries) => {
        expect(calm(new Map<string, Uint8Array>([...good, ...entries])).verdict).not.toBe('complete');
      }),
    );
  });

  test('whatever rules a bureau commits to, the published selection of others fails, or the rules do', () => {
    fc.assert(
      fc.property(rules, (given) => {
        const report = calm(committedTo(given));
        expect(report.verdict).toBe('failed');
      }),
      { numRuns: 300 },
    );
  });

  test('rules that ask for far more than there are fail, they are not passed over as too large', () => {
    const size = { ratio: { n: 83_334, d: 1 }, round: 'ceil' };
    const none = { count: 0 };
    const report = calm(
      committedTo({
        ...{ v: 'mc-draw/1', suite: 'sha256', quota: { bounds: [{ group: 'K' }] }, reserve: none },
        strata: [{ code: 'wash', size }, ...['trade', 'chem', 'coal'].map((code) => ({ code, size: none }))],
        assignment: { balance: false, slots: { '*': [{ needs: ['x'] }] } },
      }),
    );
    expect(report.verdict).toBe('failed');
  });

  test('a commitment of any counts and sources is reported on', () => {
    const strata = fc.dictionary(code, fc.record({ eligible: number, excluded: number }));
    fc.assert(
      fc.property(number, strata, fc.shuffledSubarray([...commitment.sources]), (count, counts, sources) => {
        const pool = { ...commitment.pool, count, strata: new Map(Object.entries(counts)) };
        const commitJson = commitmentBytes({ ...commitment, pool, sources });
        expect(calm(new Map([...good, ['commit.json', commitJson]])).verdict).toBe('failed');
      }),
    );
  });

  test('beyond the stated limits a check says so', () => {
    const huge = verify(new Map([...good, ['labels.csv', new Uint8Array(limits.bytes + 1)]]));
    expect(huge.checks.every(({ code: reason, status }) => reason === 'limit' && status === 'not-checked')).toBe(true);
    expect(huge.verdict).toBe('partial');
  });
});
