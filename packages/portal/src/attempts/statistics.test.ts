import type { PortalDraw } from '@mingchou/contract';
import {
  bundleOf,
  drawSubjects,
  poolCsv,
  rulesBytes,
  seedJson,
  seedOf,
  selectedCsv,
  type Rules,
} from '@mingchou/verifier';
import { describe, expect, test } from 'vitest';
import { draw } from '../../test/views.ts';
import { type DrawNumbers, drawNumbers } from './draw-numbers.ts';
import { loadCounts, loadSpread, repeats, sectorSpread, ticketSpread } from './statistics.ts';

const numbers = (change: Partial<DrawNumbers> = {}): DrawNumbers => ({
  ...{ drawNo: 1, tickets: [], chances: null, drawn: new Set(), names: new Map() },
  ...change,
});
const evenly = (count: number) => Array.from({ length: count }, (_, index) => (index + 0.5) / count);

describe('签号匀不匀', () => {
  test('few tickets lie in four bins, many in sixteen', () => {
    expect(ticketSpread([])).toBeNull();
    expect(ticketSpread([numbers({ tickets: evenly(39) })])?.bins.map(({ word }) => word)).toEqual([
      '0–3',
      '4–7',
      '8–b',
      'c–f',
    ]);
    expect(ticketSpread([numbers({ tickets: evenly(160) })])?.bins).toHaveLength(16);
  });

  test('even tickets stay in the band, tickets that all begin alike leave it', () => {
    const even = ticketSpread([numbers({ tickets: evenly(320) })]);
    expect(even?.bins.every(({ count, low, high }) => count >= low && count <= high)).toBe(true);
    expect(even?.chiSquare.value).toBe(0);
    const skewed = ticketSpread([numbers({ tickets: evenly(320).map((ticket) => ticket / 4) })]);
    expect(skewed?.chiSquare.value).toBeGreaterThan(skewed?.chiSquare.bound ?? 0);
  });
});

describe('是不是总抽同一家', () => {
  const half = new Map([
    ['A', 0.5],
    ['B', 0.5],
  ]);
  test('two draws with even chances give a quarter, a half, a quarter', () => {
    const found = repeats([
      numbers({ chances: half, drawn: new Set(['A']), names: new Map([['A', '天字号']]) }),
      numbers({ chances: half, drawn: new Set(['A']) }),
    ]);
    expect(found?.times.map(({ count, expected }) => [count, expected])).toEqual([
      [1, 0.5],
      [0, 1],
      [1, 0.5],
    ]);
    expect(found?.often).toEqual([{ code: 'A', name: '天字号', times: 2, chances: 2, expected: 1 }]);
  });

  test('who was certain to be drawn says nothing of luck', () => {
    expect(repeats([numbers({ chances: new Map([['A', 1]]), drawn: new Set(['A']) })])).toBeNull();
    expect(repeats([numbers()])).toBeNull();
  });
});

test('a sector’s drawn stand beside its part of the base, only where luck decided', () => {
  const spread = (stratum: string, eligible: number, selected: number) => ({
    name: '危化生产',
    stratum,
    eligible,
    selected,
  });
  const of = (change: PortalDraw['spread'], size = 10) =>
    draw({ strata: [{ code: 'row-2', name: '', eligible: 40, size }], spread: change });
  expect(sectorSpread([of({ sectors: [spread('row-2', 20, 7)], visits: [] })])).toMatchObject([
    { word: '危化生产', count: 7, expected: 5 },
  ]);
  expect(sectorSpread([of({ sectors: [spread('row-2', 40, 10)], visits: [] })])).toEqual([]);
  expect(sectorSpread([of({ sectors: [spread('row-2', 20, 20)], visits: [] }, 40)])).toEqual([]);
  expect(sectorSpread([draw()])).toEqual([]);
});

test('loads are counted by draw and by number of visits, without a name', () => {
  const drawn = [draw({ spread: { sectors: [], visits: [2, 2, 1, 0] } }), draw()];
  expect(loadSpread(drawn)).toEqual([{ drawNo: 2, inspectors: 4, most: 2, least: 0, visits: 5 }]);
  expect(loadCounts(drawn).map(({ word, count }) => `${word}${count}`)).toEqual(['0户1', '1户1', '2户2']);
});

test('numbers come from a public bundle alone: every eligible ticket, its chance, who was drawn', () => {
  const rules: Rules = {
    v: 'mc-draw/1',
    suite: 'sha256',
    strata: [{ code: 'a', size: { count: 2 } }],
    reserve: { count: 1 },
    assignment: { balance: false, slots: { '*': [{}] } },
  };
  const pool = ['A1', 'B2', 'C3', 'D4', 'E5'].map((id, index) => ({
    ...{ id, stratum: 'a', group: '-', weight: 1 },
    excluded: index === 4,
  }));
  const seed = seedOf('sha256', 'c'.repeat(64), ['dice:12345']);
  const zip = bundleOf(
    new Map([
      ['rules.json', rulesBytes(rules)],
      ['pool.csv', poolCsv(pool)],
      ['commit.json', new Uint8Array([1])],
      ['seed.json', seedJson({ lines: ['dice:12345'], seed })],
      ['selected.csv', selectedCsv(drawSubjects(rules, pool, seed))],
    ]),
  );
  const found = drawNumbers(zip, 7);
  expect(found).toMatchObject({ drawNo: 7 });
  expect(found?.tickets).toHaveLength(4);
  expect([...(found?.chances ?? [])]).toEqual(['A1', 'B2', 'C3', 'D4'].map((id) => [id, 0.5]));
  // The drawn two are those with the smallest tickets.
  expect(found?.drawn.size).toBe(2);
  expect(drawNumbers(new Uint8Array([1, 2, 3]), 7)).toBeUndefined();
});
