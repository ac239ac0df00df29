import { describe, expect, test } from 'vitest';
import { chiSquareTail, normalTail } from '../../test/statistics/chi-square.ts';
import { designs } from '../../test/statistics/designs.ts';
import { quotaChances, weightedChances } from '../../test/statistics/exact-chances.ts';
import { tried } from '../../test/statistics/trial.ts';

// The seeds are fixed, so that a test either always fits or never does.
const alpha = 1e-6;

describe('the yardstick', () => {
  test('χ² and normal tails are those of the printed tables', () => {
    expect(chiSquareTail(3.841, 1)).toBeCloseTo(0.05, 4);
    expect(chiSquareTail(18.307, 10)).toBeCloseTo(0.05, 4);
    expect(chiSquareTail(135.807, 100)).toBeCloseTo(0.01, 4);
    expect(normalTail(1.959964)).toBeCloseTo(0.05, 6);
    expect(normalTail(4.891638)).toBeCloseTo(alpha, 8);
  });

  test('exact chances: equal weights share equally, two weights as worked out by hand', () => {
    for (const chance of weightedChances([3, 3, 3, 3], 2)) expect(chance).toBeCloseTo(0.5, 6);
    // 1 before 2: T/1 < T′/2 with both uniform, a quarter.
    expect(weightedChances([1, 2], 1)[0]).toBeCloseTo(0.25, 6);
  });

  test('exact chances under a quota: one of two from K, the other from anywhere', () => {
    const pool = ['K', 'N', 'N'].map((group, at) => ({
      id: `E${at}`,
      stratum: 'a',
      group,
      excluded: false,
      weight: 1,
    }));
    const chances = quotaChances(pool, (sample) => sample.length === 2 && sample.some(({ group }) => group === 'K'));
    expect(chances).toEqual([1, 0.5, 0.5]);
  });

  test('a draw that favours one entry is found out', () => {
    const [fair] = designs;
    if (fair === undefined) throw new Error('there is no design');
    const favoured = fair.equals[0]?.[0] ?? '';
    const unfair = { ...fair, chosen: (seed: string) => (seed < '2' ? [favoured] : fair.chosen(seed)) };
    const { evenness, inclusion } = tried(unfair, 2000);
    expect(Math.max(evenness, inclusion)).toBeLessThan(alpha);
  });
});

test('there are at least fifty designs: both suites, strata, quotas, weights and equal inspectors', () => {
  expect(designs.length).toBeGreaterThanOrEqual(50);
  expect(new Set(designs.map(({ name }) => name)).size).toBe(designs.length);
});

test.each(designs.filter((_, at) => at % 9 === 4))(
  'chances of $name are as they should be in 1,000 draws',
  (design) => {
    const { evenness, inclusion } = tried(design, 1000);
    expect(evenness).toBeGreaterThan(alpha);
    expect(inclusion).toBeGreaterThan(alpha);
  },
);
