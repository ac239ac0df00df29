import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PoolEntry } from '../roster/roster.ts';
import type { Bound, Rules } from '../rules/rules.ts';
import { sizeOf } from '../rules/size.ts';
import { lintRules } from './lint.ts';
import { drawSubjects, sampleSizes } from './selection.ts';
import { inTicketOrder } from './ticket.ts';

const seed = 'ab'.repeat(32);
const entry = (id: string, change: Partial<PoolEntry> = {}): PoolEntry => ({
  id,
  stratum: 'chem',
  group: '-',
  excluded: false,
  weight: 1,
  ...change,
});
const rules = (change: Partial<Rules> = {}): Rules => ({
  v: 'mc-draw/1',
  suite: 'sha256',
  strata: [{ code: 'chem', size: { count: 3 } }],
  reserve: { count: 1 },
  assignment: { balance: true, slots: { '*': [{}] } },
  ...change,
});
const pool = (count: number) => Array.from({ length: count }, (_, at) => entry(`E${at}`));
const ids = (lines: readonly { readonly id: string; readonly kind: string }[], kind: 'S' | 'R' = 'S') =>
  lines.filter((line) => line.kind === kind).map(({ id }) => id);

/** Up to twelve entries in two strata and three groups, with sizes and bounds that may or may not be possible. */
const quotaDraw = fc
  .record({
    entries: fc.array(fc.record({ stratum: fc.constantFrom('a', 'b'), group: fc.constantFrom('K', 'N', '-') }), {
      minLength: 1,
      maxLength: 12,
    }),
    sizes: fc.tuple(fc.nat(4), fc.nat(4)),
    bounds: fc.tuple(fc.option(fc.tuple(fc.nat(3), fc.nat(5))), fc.option(fc.tuple(fc.nat(3), fc.nat(5)))),
    seed: fc.nat(1000),
  })
  .map((drawn) => {
    const bounds: Bound[] = [];
    for (const [at, group] of ['K', 'N'].entries()) {
      const [min, max] = drawn.bounds[at] ?? [];
      if (min !== undefined && max !== undefined) bounds.push({ group, min: { count: min }, max: { count: max } });
    }
    return {
      rules: rules({
        strata: [
          { code: 'a', size: { count: drawn.sizes[0] } },
          { code: 'b', size: { count: drawn.sizes[1] } },
        ],
        quota: { bounds },
        reserve: { count: 2 },
      }),
      pool: drawn.entries.map((one, at) => entry(`E${at}`, one)),
      seed: String(drawn.seed).padStart(64, '0'),
    };
  });

/** Every sample of the sizes within the bounds, tried in ticket order: the first is the one of §6.3. */
function firstByTrial(draw: { readonly rules: Rules; readonly pool: readonly PoolEntry[]; readonly seed: string }) {
  const order = inTicketOrder(draw.rules, draw.pool, draw.seed).map((ticketed) => ticketed.entry);
  const meets = (sample: readonly PoolEntry[]) =>
    draw.rules.strata.every(
      ({ code, size }) => 'count' in size && sample.filter((one) => one.stratum === code).length === size.count,
    ) &&
    (draw.rules.quota?.bounds ?? []).every(({ group, min, max }) => {
      const count = sample.filter((one) => one.group === group).length;
      return (min === undefined || count >= sizeOf(min, 0)) && (max === undefined || count <= sizeOf(max, 0));
    });
  const from = (at: number, taken: readonly PoolEntry[]): readonly PoolEntry[] | undefined => {
    const next = order[at];
    if (next === undefined) return meets(taken) ? taken : undefined;
    return from(at + 1, [...taken, next]) ?? from(at + 1, taken);
  };
  return from(0, [])?.map(({ id }) => id);
}

describe('sizes (§3)', () => {
  test('长子县 2022: 20 % of 41 is 9 by ceil, 8 by floor and by half-up; 10 % of 55 is 6 by half-up', () => {
    const ratio = (n: number, round: 'ceil' | 'floor' | 'halfUp') => ({ ratio: { n, d: 100 }, round });
    expect(sizeOf(ratio(20, 'ceil'), 41)).toBe(9);
    expect(sizeOf(ratio(20, 'floor'), 41)).toBe(8);
    expect(sizeOf(ratio(20, 'halfUp'), 41)).toBe(8);
    expect(sizeOf(ratio(10, 'halfUp'), 55)).toBe(6);
  });

  test('beyond 2⁵³ the arithmetic stays exact', () => {
    const most = 1_000_000_000;
    expect(sizeOf({ ratio: { n: most, d: most - 1 }, round: 'floor' }, most)).toBe(1_000_000_001);
    expect(sizeOf({ ratio: { n: most, d: most }, round: 'ceil' }, 180_000_001)).toBe(180_000_001);
  });
});

describe('without quota and weights', () => {
  test('each stratum draws its smallest tickets, in the order of the rules', () => {
    const two = rules({
      strata: [
        { code: 'b', size: { count: 1 } },
        { code: 'a', size: { count: 2 } },
      ],
    });
    const entries = pool(12).map((one, at) => ({ ...one, stratum: at % 2 === 0 ? 'a' : 'b' }));
    const lines = drawSubjects(two, entries, seed);
    expect(lines.map(({ stratum, kind }) => stratum + kind)).toEqual(['bS', 'aS', 'aS', 'bR', 'aR']);
    const order = inTicketOrder(two, entries, seed).map((one) => one.entry);
    const of = (stratum: string) => order.filter((one) => one.stratum === stratum).map(({ id }) => id);
    expect(ids(lines)).toEqual([...of('b').slice(0, 1), ...of('a').slice(0, 2)]);
    expect(ids(lines, 'R')).toEqual([...of('b').slice(1, 2), ...of('a').slice(2, 3)]);
  });

  test('an excluded entry is never drawn and counts in no base', () => {
    const entries = pool(10).map((one, at) => ({ ...one, excluded: at < 5 }));
    const half = rules({ strata: [{ code: 'chem', size: { ratio: { n: 1, d: 2 }, round: 'ceil' } }] });
    expect(sampleSizes(half, entries)).toEqual([3]);
    const drawn = drawSubjects(half, entries, seed).map(({ id }) => id);
    expect(drawn.filter((id) => ['E0', 'E1', 'E2', 'E3', 'E4'].includes(id))).toEqual([]);
  });

  test('a stratum that draws nothing has no reserve; a reserve larger than what is left is all of it', () => {
    const none = rules({ strata: [{ code: 'chem', size: { count: 0 } }], reserve: { count: 5 } });
    expect(drawSubjects(none, pool(4), seed)).toEqual([]);
    expect(ids(drawSubjects(rules({ reserve: { count: 50 } }), pool(5), seed), 'R')).toHaveLength(2);
  });

  test('the order in which the pool is handed over changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(pool(20), { minLength: 20 }), (shuffled) => {
        expect(drawSubjects(rules(), shuffled, seed)).toEqual(drawSubjects(rules(), pool(20), seed));
      }),
    );
  });

  test('taking away an entry that was neither selected nor reserve changes nothing', () => {
    const before = drawSubjects(rules(), pool(20), seed);
    const drawn = new Set(before.map(({ id }) => id));
    for (const { id } of pool(20)) {
      if (drawn.has(id)) continue;
      expect(
        drawSubjects(
          rules(),
          pool(20).filter((one) => one.id !== id),
          seed,
        ),
      ).toEqual(before);
    }
  });
});

describe('quota (§6.3)', () => {
  test('is the first sample in ticket order that meets sizes and bounds, found by trying all of them', () => {
    let feasible = 0;
    fc.assert(
      fc.property(quotaDraw, (draw) => {
        const expected = firstByTrial(draw);
        const findings = lintRules(draw.rules, draw.pool);
        expect(findings.length === 0).toBe(expected !== undefined);
        if (expected === undefined) return;
        feasible++;
        expect(ids(drawSubjects(draw.rules, draw.pool, draw.seed))).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
    expect(feasible).toBeGreaterThan(200);
  });

  test('is the same in whatever order the pool is handed over', () => {
    fc.assert(
      fc.property(quotaDraw, fc.nat(), (draw, turn) => {
        fc.pre(lintRules(draw.rules, draw.pool).length === 0);
        const turned = draw.pool.map((_, at) => draw.pool[(at + turn) % draw.pool.length] ?? entry('none'));
        expect(drawSubjects(draw.rules, turned.reverse(), draw.seed)).toEqual(
          drawSubjects(draw.rules, draw.pool, draw.seed),
        );
      }),
    );
  });

  test('without an entry that was not selected it is the same: the first sample without it was the first with it', () => {
    fc.assert(
      fc.property(quotaDraw, (draw) => {
        fc.pre(lintRules(draw.rules, draw.pool).length === 0);
        const before = ids(drawSubjects(draw.rules, draw.pool, draw.seed));
        for (const { id } of draw.pool) {
          if (before.includes(id)) continue;
          const without = draw.pool.filter((one) => one.id !== id);
          expect(ids(drawSubjects(draw.rules, without, draw.seed))).toEqual(before);
        }
      }),
    );
  });

  test('reserves stand by stratum and include those passed over', () => {
    fc.assert(
      fc.property(quotaDraw, (draw) => {
        fc.pre(lintRules(draw.rules, draw.pool).length === 0);
        const lines = drawSubjects(draw.rules, draw.pool, draw.seed);
        const selected = new Set(ids(lines));
        const order = inTicketOrder(draw.rules, draw.pool, draw.seed).map((one) => one.entry);
        const expected = draw.rules.strata.flatMap(({ code, size }) => {
          const rest = order.filter((one) => one.stratum === code && !selected.has(one.id)).map(({ id }) => id);
          return sizeOf(size, 0) === 0 ? [] : rest.slice(0, 2);
        });
        expect(ids(lines, 'R')).toEqual(expected);
      }),
    );
  });
});

describe('weights (§6.4)', () => {
  test('the order in which the pool is handed over changes nothing', () => {
    const entries = pool(14).map((one, at) => ({ ...one, weight: 1 + (at % 5) * 7 }));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 14 }), (shuffled) => {
        expect(drawSubjects(rules(), shuffled, seed)).toEqual(drawSubjects(rules(), entries, seed));
      }),
    );
  });

  const weighted = fc.array(fc.constantFrom(1, 1, 2, 3, 7, 50, 1000), { minLength: 1, maxLength: 12 });

  test('a unit whose share is a whole place is certain and stands first', () => {
    const entries = [1, 1, 1, 1, 6].map((weight, at) => entry(`E${at}`, { weight }));
    // 6·2 ≥ 10, and then 1·1 < 4.
    const two = rules({ strata: [{ code: 'chem', size: { count: 2 } }] });
    for (let at = 0; at < 20; at++) {
      expect(ids(drawSubjects(two, entries, String(at).padStart(64, '0')))[0]).toBe('E4');
    }
  });

  test('the rest follow (T₆₀ div w, T, id), as written out unit by unit', () => {
    fc.assert(
      fc.property(weighted, fc.nat(12), fc.nat(1000), (weights, wanted, number) => {
        const entries = weights.map((weight, at) => entry(`E${at}`, { weight }));
        const size = Math.min(wanted, entries.length);
        const given = rules({ strata: [{ code: 'chem', size: { count: size } }], reserve: { count: 2 } });
        const own = String(number).padStart(64, '0');
        let units = [...inTicketOrder(given, entries, own)];
        let places = size;
        const certain: typeof units = [];
        for (;;) {
          const total = units.reduce((sum, unit) => sum + unit.entry.weight, 0);
          const whole = units.filter((unit) => unit.entry.weight * places >= total);
          if (whole.length === 0) break;
          certain.push(...whole);
          units = units.filter((unit) => !whole.includes(unit));
          places -= whole.length;
        }
        certain.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
        const quotient = (unit: (typeof units)[number]) =>
          BigInt(`0x${unit.ticket.slice(0, 15)}`) / BigInt(unit.entry.weight);
        units.sort((a, b) =>
          quotient(a) === quotient(b) ? (a.ticket < b.ticket ? -1 : 1) : quotient(a) < quotient(b) ? -1 : 1,
        );
        const order = [...certain, ...units].map((unit) => unit.entry.id);
        const lines = drawSubjects(given, entries, own);
        expect(ids(lines)).toEqual(order.slice(0, size));
        expect(ids(lines, 'R')).toEqual(size === 0 ? [] : order.slice(size, size + 2));
      }),
    );
  });
});

describe('refused before the commitment (§3)', () => {
  const codes = (given: Rules, entries: readonly PoolEntry[]) => lintRules(given, entries);

  test('a stratum that the rules do not name', () => {
    expect(codes(rules(), [...pool(5), entry('X', { stratum: 'coal' })])).toEqual([
      { code: 'stratum-not-named', stratum: 'coal', entries: 1 },
    ]);
  });
  test('a stratum named twice, a bound given twice', () => {
    const twice = rules({
      strata: [
        { code: 'chem', size: { count: 1 } },
        { code: 'chem', size: { count: 1 } },
      ],
      quota: { bounds: [{ group: 'K' }, { group: 'K' }] },
    });
    expect(codes(twice, pool(5)).map(({ code }) => code)).toEqual(['duplicate-stratum', 'duplicate-bound']);
  });
  test('a stratum without seats', () => {
    const none = rules({ assignment: { balance: true, slots: { '*': [] } } });
    expect(codes(none, pool(5))).toEqual([{ code: 'stratum-without-slots', stratum: 'chem' }]);
    const other = rules({ assignment: { balance: true, slots: { coal: [{}] } } });
    expect(codes(other, pool(5))).toEqual([{ code: 'stratum-without-slots', stratum: 'chem' }]);
  });
  test('a size above the eligible entries, by how much', () => {
    expect(codes(rules({ strata: [{ code: 'chem', size: { count: 9 } }] }), pool(8))).toEqual([
      { code: 'size-above-eligible', stratum: 'chem', size: 9, eligible: 8 },
    ]);
  });
  test('bounds that contradict themselves, or that no sample reaches, by how much', () => {
    const bound = (min: number, max: number) =>
      rules({ quota: { bounds: [{ group: 'K', min: { count: min }, max: { count: max } }] } });
    const oneKey = pool(6).map((one, at) => (at === 0 ? { ...one, group: 'K' } : one));
    expect(codes(bound(2, 1), oneKey)).toContainEqual({ code: 'min-above-max', group: 'K', min: 2, max: 1 });
    expect(codes(bound(2, 3), oneKey)).toEqual([
      { code: 'bounds-unreachable', group: 'K', bound: 'min', wanted: 2, reachable: 1 },
    ]);
    const allKey = pool(6).map((one) => ({ ...one, group: 'K' }));
    expect(codes(bound(0, 2), allKey)).toEqual([
      { code: 'bounds-unreachable', group: 'K', bound: 'max', wanted: 2, reachable: 3 },
    ]);
  });
  test('bounds that are possible alone but not together', () => {
    const both = rules({
      quota: {
        bounds: [
          { group: 'K', min: { count: 2 } },
          { group: 'N', min: { count: 2 } },
        ],
      },
    });
    const mixed = pool(6).map((one, at) => ({ ...one, group: at % 2 === 0 ? 'K' : 'N' }));
    expect(codes(both, mixed)).toEqual([{ code: 'bounds-contradict', missing: 1 }]);
  });
  test('a weight together with a quota, a group without one', () => {
    expect(codes(rules({ quota: { bounds: [] } }), [...pool(4), entry('W', { weight: 2 })])).toEqual([
      { code: 'weight-with-quota', id: 'W', weight: 2 },
    ]);
    expect(codes(rules(), [...pool(4), entry('G', { group: 'K' })])).toEqual([
      { code: 'group-without-quota', id: 'G', group: 'K' },
    ]);
  });
});
