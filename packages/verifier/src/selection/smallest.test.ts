import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PoolEntry } from '../roster/roster.ts';
import type { Bound, Rules } from '../rules/rules.ts';
import { drawSubjects, sampleOf } from './selection.ts';
import { smallestTickets } from './smallest.ts';
import { keptBelow } from './threshold.ts';
import { inTicketOrder } from './ticket.ts';

const size = fc.oneof(
  fc.record({ count: fc.nat(12) }),
  fc.record({
    ratio: fc.record({ n: fc.nat(3), d: fc.integer({ min: 3, max: 40 }) }),
    round: fc.constantFrom('ceil', 'floor', 'halfUp'),
  }),
);

const draw = fc
  .record({
    entries: fc.integer({ min: 0, max: 400 }),
    mix: fc.integer({ min: 1, max: 97 }),
    sizes: fc.tuple(size, size, size),
    reserve: size,
    kind: fc.constantFrom('plain', 'quota', 'weights'),
    bound: fc.record({ group: fc.constantFrom('K', 'N'), min: fc.record({ count: fc.nat(5) }) }),
    suite: fc.constantFrom('sha256', 'sm3'),
    seed: fc.nat(),
  })
  .map(({ entries, mix, sizes, reserve, kind, bound, suite, seed }) => {
    const pool = Array.from({ length: entries }, (_, at): PoolEntry => {
      const turn = (at * mix) % 101;
      return {
        id: `E${String(at).padStart(5, '0')}`,
        stratum: ['a', 'b', 'c'][turn % 3] ?? 'a',
        group: kind === 'quota' ? (['K', 'N', '-'][turn % 7] ?? '-') : '-',
        excluded: turn % 11 === 0,
        weight: kind === 'weights' && turn % 3 === 1 ? 1 + (turn % 5) : 1,
      };
    });
    const bounds: readonly Bound[] = [bound];
    const rules: Rules = {
      v: 'mc-draw/1',
      suite,
      strata: ['a', 'b', 'c'].map((code, at) => ({ code, size: sizes[at] ?? { count: 0 } })),
      ...(kind === 'quota' ? { quota: { bounds } } : {}),
      reserve,
      assignment: { balance: true, slots: { '*': [{}] } },
    };
    return { rules, pool, seed: String(seed).padStart(64, '0') };
  });

test('the draw from the smallest tickets is the draw from all of them, sorted (mc-draw/1 §6)', () => {
  fc.assert(
    fc.property(draw, ({ rules, pool, seed }) => {
      expect(drawSubjects(rules, pool, seed)).toEqual(sampleOf(rules, pool, inTicketOrder(rules, pool, seed)));
    }),
    { numRuns: 80 },
  );
});

test('of a large pool only little more than the sample and its reserves is sorted', () => {
  const pool = Array.from({ length: 20_000 }, (_, at): PoolEntry => {
    return { id: `E${String(at).padStart(5, '0')}`, stratum: 'a', group: '-', excluded: false, weight: 1 };
  });
  const rules: Rules = {
    v: 'mc-draw/1',
    suite: 'sha256',
    strata: [{ code: 'a', size: { count: 200 } }],
    reserve: { count: 20 },
    assignment: { balance: true, slots: { '*': [{}] } },
  };
  const seed = 'ab'.repeat(32);
  const kept = smallestTickets(rules, pool, seed);
  expect(kept.length).toBeLessThan(450);
  expect(kept).toEqual(inTicketOrder(rules, pool, seed).slice(0, kept.length));
});

test('where the tickets lie higher than chance has it, as many as are wanted are kept all the same', () => {
  const anyHeads = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 300 });
  fc.assert(
    fc.property(anyHeads, fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), fc.boolean(), (tickets, wanted, high) => {
      const raised = tickets.map(([cell, head]) => [cell, high ? 0xffff0000 + (head % 0xffff) : head] as const);
      const heads = Uint32Array.from(raised.flatMap(([, head]) => [head, 0]));
      const cells = Uint32Array.from(raised.map(([cell]) => cell));
      const kept = [...keptBelow(heads, cells, wanted)];
      for (const [cell, count] of wanted.entries()) {
        const all = raised.flatMap(([of, head], at) => (of === cell ? [{ at, head }] : []));
        const inside = all.filter(({ at }) => kept.includes(at)).map(({ head }) => head);
        const outside = all.filter(({ at }) => !kept.includes(at)).map(({ head }) => head);
        expect(inside.length).toBeGreaterThanOrEqual(Math.min(count, all.length));
        expect(Math.max(...inside, -1)).toBeLessThan(Math.min(...outside, 2 ** 32));
      }
    }),
    { numRuns: 100 },
  );
});
