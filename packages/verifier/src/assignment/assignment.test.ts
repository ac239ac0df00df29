import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../test/slow-assignment.ts';
import { byFreshFlows, middlingCase } from '../../test/middling-assignment.ts';
import { bySlowTrial, smallCase } from '../../test/slow-assignment.ts';
import { slotsOf } from '../rules/rules.ts';
import { assignInspectors } from './assignment.ts';
import { pairTickets } from './pair-tickets.ts';

const run = (given: Case) =>
  assignInspectors(given.rules, given.selection, given.inspectors, given.conflicts, given.seed);

describe('assignment (§7)', () => {
  test('is what trying every filling gives, seat by seat, vacant seats included', () => {
    let vacant = 0;
    let full = 0;
    fc.assert(
      fc.property(smallCase, (given) => {
        const expected = bySlowTrial(given);
        const mine = run(given);
        expect(mine.fillable).toBe(expected.fillable);
        expect(mine.loweredTo).toBe(given.rules.assignment.balance ? expected.cap : undefined);
        expect(mine.seats).toEqual(expected.lines);
        if (mine.seats.some(({ holder }) => holder === undefined)) vacant++;
        else if (mine.seats.length > 0) full++;
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(vacant, full)).toBeGreaterThan(30);
  });

  test('is what a greatest flow computed anew for every candidate gives, with more people and larger teams', () => {
    fc.assert(
      fc.property(middlingCase, (given) => {
        const expected = byFreshFlows(given);
        const mine = run(given);
        expect(mine.fillable).toBe(expected.fillable);
        expect(mine.seats).toEqual(expected.lines);
      }),
      { numRuns: 40 },
    );
  });

  test('does not depend on the order in which conflicts are handed over', () => {
    fc.assert(
      fc.property(smallCase, (given) => {
        expect(run({ ...given, conflicts: [...given.conflicts].reverse() })).toEqual(run(given));
      }),
      { numRuns: 50 },
    );
  });

  test('equal inspectors are exchangeable: between two of the same papers, cap and load the lot alone decides', () => {
    let decided = 0;
    fc.assert(
      fc.property(middlingCase, (drawn) => {
        // Everybody stands as a pair of twins, and nobody has to stand back.
        const twins = drawn.inspectors.slice(0, 20).flatMap((one) => [one, { ...one, id: `${one.id}T` }]);
        const inspectors = twins.sort((a, b) => (a.id < b.id ? -1 : 1));
        const { seats } = run({ ...drawn, inspectors, conflicts: [] });
        const load = new Map<string, number>();
        const loadOf = (id: string) => load.get(id) ?? 0;
        const ticketOf = pairTickets(drawn.rules, drawn.seed);
        for (const { visit, holder } of seats) {
          if (holder === undefined) continue;
          const { inspectorId: id, pairTicket } = holder;
          const twin = id.endsWith('T') ? id.slice(0, -1) : `${id}T`;
          const isFellow = seats.some((other) => other.visit === visit && other.holder?.inspectorId === twin);
          if (loadOf(id) === loadOf(twin) && !isFellow) {
            expect(pairTicket < ticketOf(visit)(twin)).toBe(true);
            decided++;
          }
          load.set(id, loadOf(id) + 1);
        }
      }),
      { numRuns: 60 },
    );
    expect(decided).toBeGreaterThan(100);
  });

  test('nobody sits twice in a team, beyond his cap, without a certificate, or where he has to stand back', () => {
    const given = crowd(60, 9, 2);
    const { seats, visits } = run(given);
    const people = new Map(given.inspectors.map((person) => [person.id, person]));
    const load = new Map<string, number>();
    const pairs = new Set<string>();
    for (const { visit, seat, holder } of seats) {
      if (holder === undefined) continue;
      const person = people.get(holder.inspectorId);
      const wanted = slotsOf(given.rules, visits.find(({ id }) => id === visit)?.stratum ?? '')[seat - 1];
      expect(wanted?.department ?? person?.department).toBe(person?.department);
      expect(pairs.has(`${visit}/${holder.inspectorId}`)).toBe(false);
      pairs.add(`${visit}/${holder.inspectorId}`);
      load.set(holder.inspectorId, (load.get(holder.inspectorId) ?? 0) + 1);
    }
    for (const [id, count] of load) expect(count).toBeLessThanOrEqual(people.get(id)?.cap ?? 0);
    for (const { subjectId, inspectorId } of given.conflicts)
      expect(pairs.has(`${subjectId}/${inspectorId}`)).toBe(false);
  });

  test('a seat that two or fewer could take is reported with their names', () => {
    const given = crowd(3, 4, 2);
    const first = given.inspectors.filter(({ department }) => department === 'GA').map(({ id }) => id);
    const narrow = run({ ...given, conflicts: [] }).narrowSeats.filter(({ seat }) => seat === 2);
    expect(narrow.length).toBe(3);
    for (const { candidates } of narrow) expect(candidates).toEqual(first);
  });

  test('without inspectors every seat is vacant and everyone is lowered to nothing', () => {
    const { seats, fillable, loweredTo } = run({ ...crowd(2, 4, 2), inspectors: [] });
    expect(seats.every(({ holder }) => holder === undefined)).toBe(true);
    expect([fillable, loweredTo]).toEqual([0, 0]);
  });
});

/** Many visits of two seats, the second for a rarer department; each subject conflicts with one person. */
function crowd(subjects: number, people: number, rarity: number): Case {
  const id = (at: number) => `S${String(at).padStart(5, '0')}`;
  return {
    rules: {
      v: 'mc-draw/1',
      suite: 'sha256',
      strata: [{ code: 'a', size: { count: subjects } }],
      reserve: { count: 0 },
      assignment: { balance: true, slots: { '*': [{}, { department: 'GA' }] } },
    },
    selection: Array.from({ length: subjects }, (_, at) => ({
      stratum: 'a',
      id: id(at),
      ticket: '0'.repeat(64),
      kind: 'S' as const,
    })),
    inspectors: Array.from({ length: people }, (_, at) => ({
      id: `I${String(at).padStart(4, '0')}`,
      department: at % rarity === 0 ? 'GA' : 'YJ',
      certificates: [],
      cap: Math.ceil((2.2 * subjects) / people),
    })),
    conflicts: Array.from({ length: subjects }, (_, at) => ({
      subjectId: id(at),
      inspectorId: `I${String((at * 7) % people).padStart(4, '0')}`,
    })),
    seed: 'cd'.repeat(32),
  };
}
