import type { FileName, PoolEntry, Rules } from '@mingchou/verifier';
import { labelsCsv, poolCsv, rulesBytes } from '@mingchou/verifier';
import { expect, test } from 'vitest';
import { lotsOf, shownLots } from './lots.ts';

const seed = 'ab'.repeat(32);
const id = (index: number) => `S${String(index).padStart(4, '0')}`;
const entry = (index: number, change: Partial<PoolEntry> = {}): PoolEntry => ({
  ...{ id: id(index), stratum: 'chem', group: '-', excluded: false, weight: 1 },
  ...change,
});
const rules = (sizes: Readonly<Record<string, number>>, change: Partial<Rules> = {}): Rules => ({
  ...{ v: 'mc-draw/1', suite: 'sha256', reserve: { count: 3 } },
  strata: Object.entries(sizes).map(([code, count]) => ({ code, size: { count } })),
  assignment: { balance: true, slots: { '*': [{}, {}] } },
  ...change,
});
const filesOf = (pool: readonly PoolEntry[], given: Rules): ReadonlyMap<FileName, Uint8Array> =>
  new Map<FileName, Uint8Array>([
    ['rules.json', rulesBytes(given)],
    ['pool.csv', poolCsv(pool)],
    ['labels.csv', labelsCsv(pool.map((one) => ({ id: one.id, name: `${one.id}号加油站` })))],
  ]);
const entries = (count: number, change: Partial<PoolEntry> = {}) =>
  Array.from({ length: count }, (_, index) => entry(index + 1, change));

test('before the seed there are numbers and no lots', () => {
  const [chem] = lotsOf(filesOf(entries(39), rules({ chem: 9 })), null);
  expect(chem).toEqual({ code: 'chem', eligible: 39, size: 9, reserves: 0, lots: [], plain: true });
});

test('the lots stand by ticket: nine drawn, three reserves, then the others, each with its place in the roster', () => {
  const [chem] = lotsOf(filesOf(entries(39), rules({ chem: 9 })), seed);
  const lots = chem?.lots ?? [];
  expect(lots.map(({ outcome }) => outcome)).toEqual([
    ...Array<string>(9).fill('selected'),
    ...Array<string>(3).fill('reserve'),
    ...Array<string>(27).fill('not-selected'),
  ]);
  expect(lots.map(({ ticket }) => ticket)).toEqual(lots.map(({ ticket }) => ticket).sort());
  expect(lots.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 39 }, (_, at) => at + 1),
  );
});

test('an excluded object has no lot, and each stratum stands for itself in the order of the rules', () => {
  const pool = [
    ...entries(6, { stratum: 'coal' }),
    ...Array.from({ length: 10 }, (_, at) => entry(at + 7)),
    entry(17, { excluded: true }),
  ];
  const strata = lotsOf(filesOf(pool, rules({ coal: 6, chem: 2 })), seed);
  expect(strata.map(({ code, eligible, size, lots }) => [code, eligible, size, lots.length])).toEqual([
    ['coal', 6, 6, 6],
    ['chem', 10, 2, 10],
  ]);
  expect(strata[1]?.lots.map(({ name }) => name)).not.toContain('S0017号加油站');
});

test('where a quota puts a shorter lot behind, the picture says that it was passed', () => {
  const pool = Array.from({ length: 40 }, (_, at) => entry(at + 1, { group: at < 36 ? 'big' : 'small' }));
  const quota = { bounds: [{ group: 'small', min: { count: 4 } }] };
  const [chem] = lotsOf(filesOf(pool, rules({ chem: 8 }, { quota })), seed);
  expect(chem?.plain).toBe(false);
  expect(chem?.lots.map(({ outcome }) => outcome)).toContain('passed');
});

test('up to sixty lots all are drawn; beyond, those drawn, the reserves and ten beside the cut-off, the rest on a ruler', () => {
  const shownOf = (count: number) => {
    const [chem] = lotsOf(filesOf(entries(count), rules({ chem: 9 })), seed);
    if (chem === undefined) throw new Error('no stratum');
    return shownLots(chem);
  };
  expect(shownOf(60)).toMatchObject({ rest: [] });
  expect(shownOf(60).lots).toHaveLength(60);
  const many = shownOf(2000);
  expect(many.lots).toHaveLength(9 + 3 + 10);
  // However many they are, a line of a thousand places holds them.
  expect(many.rest.length).toBeLessThanOrEqual(1000);
  expect(Math.max(...many.rest)).toBeLessThan(1000);
});
