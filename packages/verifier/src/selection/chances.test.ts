import { describe, expect, test } from 'vitest';
import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { chancesOf } from './chances.ts';

const pool = (count: number, of: (at: number) => Partial<PoolEntry>): readonly PoolEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `E${at}`,
    stratum: 'chem',
    group: '-',
    excluded: false,
    weight: 1,
    ...of(at),
  }));
const rules = (change: Partial<Rules> = {}): Rules => ({
  v: 'mc-draw/1',
  suite: 'sha256',
  strata: [{ code: 'chem', size: { count: 4 } }],
  reserve: { count: 0 },
  assignment: { balance: true, slots: { '*': [{}] } },
  ...change,
});

describe('simulated chances (§6)', () => {
  test('without quota and weights they come near size over eligible', () => {
    const [only] = chancesOf(
      rules(),
      pool(20, () => ({})),
      2000,
    );
    expect(only?.entries).toBe(20);
    expect(only?.chance).toBeCloseTo(0.2, 10);
  });

  test('half of the sample from a quarter of the pool: three times the chance of the others', () => {
    const quota = { bounds: [{ group: 'K', min: { ratio: { n: 1, d: 2 }, round: 'ceil' as const } }] };
    const chances = chancesOf(
      rules({ quota }),
      pool(20, (at) => ({ group: at < 5 ? 'K' : 'N' })),
      2000,
    );
    const of = (group: string) => chances.find((cell) => cell.group === group)?.chance ?? 0;
    expect(of('K') * 5 + of('N') * 15).toBeCloseTo(4, 10);
    expect(of('K') / of('N')).toBeGreaterThan(2.9);
    expect(of('K') / of('N')).toBeLessThan(4);
  });

  test('a certain unit has chance 1, and heavier units have more than lighter ones', () => {
    const chances = chancesOf(
      rules(),
      pool(12, (at) => ({ weight: at === 0 ? 100 : at < 4 ? 3 : 1 })),
      2000,
    );
    const of = (weight: number) => chances.find((cell) => cell.weight === weight)?.chance ?? 0;
    expect(of(100)).toBe(1);
    expect(of(3)).toBeGreaterThan(1.5 * of(1));
  });

  test('the same figures for everyone', () => {
    expect(
      chancesOf(
        rules(),
        pool(9, () => ({})),
        50,
      ),
    ).toEqual(
      chancesOf(
        rules(),
        pool(9, () => ({})),
        50,
      ),
    );
  });
});
