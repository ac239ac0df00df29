import { describe, expect, test } from 'vitest';
import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { assignmentLimit, limits, selectionLimit } from './limits.ts';

const pool = (count: number): readonly PoolEntry[] =>
  Array.from({ length: count }, (_, at) => ({ id: `E${at}`, stratum: 'a', group: '-', excluded: false, weight: 1 }));
const rules = (seats: number, size: number, bounds = 0, strata = 1): Rules => ({
  v: 'mc-draw/1',
  suite: 'sha256',
  strata: Array.from({ length: strata }, (_, at) => ({
    code: at === 0 ? 'a' : `a${at}`,
    size: { count: at === 0 ? size : 0 },
  })),
  ...(bounds === 0 ? {} : { quota: { bounds: Array.from({ length: bounds }, (_, at) => ({ group: `g${at}` })) } }),
  reserve: { count: 0 },
  assignment: { balance: true, slots: { '*': Array.from({ length: seats }, () => ({})) } },
});
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `I${at}`, department: 'YJ', certificates: [], cap: 1 }));

describe('the limits within which the verifier works', () => {
  test('a county and a province are well inside', () => {
    expect(selectionLimit(rules(2, 41), pool(133))).toBeUndefined();
    expect(selectionLimit(rules(2, 5000, 3), pool(100_000))).toBeUndefined();
    expect(assignmentLimit(rules(2, 10_000), pool(10_000), people(200), 50_000)).toBeUndefined();
    expect(assignmentLimit(rules(3, 5000), pool(100_000), people(2000), 50_000)).toBeUndefined();
    expect(assignmentLimit(rules(2, 50_000), pool(50_000), people(2500), 50_000)).toBeUndefined();
  });

  test('beyond them the limit is named with the figure', () => {
    expect(selectionLimit(rules(1, 1, 0, limits.strata + 1), pool(1))).toBe('strata 2001 > 2000');
    expect(selectionLimit(rules(1, 5000, 1000, 100), pool(5000))).toMatch(/^quotaSteps \d+ > 20000000$/);
    expect(assignmentLimit(rules(limits.slots + 1, 1), pool(1), [], 0)).toBe('slots 51 > 50');
    expect(assignmentLimit(rules(50, 6_001), pool(6_001), [], 0)).toBe('seats 300050 > 300000');
    expect(assignmentLimit(rules(10, 10_000), pool(10_000), people(15_001), 0)).toBe('pairs 150010000 > 150000000');
    expect(assignmentLimit(rules(1, 1), pool(1), people(1), limits.conflicts + 1)).toBe('conflicts 1000001 > 1000000');
  });
});
