import fc from 'fast-check';
import { digestHex } from '../src/hash/digest.ts';
import type { Conflict, InspectorEntry } from '../src/roster/roster.ts';
import type { Rules, Slot } from '../src/rules/rules.ts';
import { slotsOf } from '../src/rules/rules.ts';
import { drawKey } from '../src/seed/seed.ts';
import type { Selection } from '../src/selection/selection.ts';

/** What an assignment is made from. */
export interface Case {
  readonly rules: Rules;
  readonly selection: Selection;
  readonly inspectors: readonly InspectorEntry[];
  readonly conflicts: readonly Conflict[];
  readonly seed: string;
}

const slot: fc.Arbitrary<Slot> = fc
  .record({
    department: fc.constantFrom(undefined, 'YJ', 'GA'),
    needs: fc.subarray(['chem', 'coal'], { maxLength: 1 }),
  })
  .map(({ department, needs }) => ({
    ...(department === undefined ? {} : { department }),
    ...(needs.length === 0 ? {} : { needs }),
  }));

/** Few enough seats and people to try every filling; caps run short, so seats stay vacant. */
export const smallCase: fc.Arbitrary<Case> = fc
  .record({
    balance: fc.boolean(),
    teams: fc.tuple(fc.array(slot, { minLength: 1, maxLength: 3 }), fc.array(slot, { minLength: 1, maxLength: 2 })),
    batches: fc.option(fc.integer({ min: 1, max: 4 })),
    subjects: fc.tuple(fc.nat(3), fc.nat(3)),
    people: fc.array(
      fc.record({
        department: fc.constantFrom('YJ', 'YJ', 'GA'),
        certificates: fc.subarray(['chem', 'coal']),
        cap: fc.nat(3),
      }),
      { maxLength: 4 },
    ),
    conflicts: fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 5 }),
    seed: fc.nat(100_000),
  })
  .map((drawn): Case => {
    const selection = ['a', 'b'].flatMap((stratum, at) =>
      Array.from({ length: drawn.subjects[at] ?? 0 }, (_, number) => ({
        stratum,
        id: `${stratum.toUpperCase()}${number}`,
        ticket: '0'.repeat(64),
        kind: 'S' as const,
      })),
    );
    return {
      rules: {
        v: 'mc-draw/1',
        suite: 'sha256',
        strata: [
          {
            code: 'a',
            size: { count: drawn.subjects[0] },
            ...(drawn.batches === null ? {} : { batches: drawn.batches }),
          },
          { code: 'b', size: { count: drawn.subjects[1] } },
        ],
        reserve: { count: 0 },
        assignment: { balance: drawn.balance, slots: { '*': drawn.teams[0], b: drawn.teams[1] } },
      },
      selection,
      inspectors: drawn.people.map((person, at) => ({ ...person, id: `I${at}` })),
      conflicts: drawn.conflicts.flatMap(([subject, person]) => {
        const id = selection[subject]?.id;
        return id === undefined ? [] : [{ subjectId: id, inspectorId: `I${person}` }];
      }),
      seed: String(drawn.seed).padStart(64, '0'),
    };
  });

/** §7 written out without any cleverness: every filling of the seats still open is tried. */
export function bySlowTrial(given: Case) {
  const { rules, inspectors, seed } = given;
  const h = (...parts: readonly string[]) => digestHex(rules.suite, ...parts);
  const key = drawKey(rules.suite, 'assign', seed);
  const byHash = (names: readonly string[]) =>
    [...names].sort((a, b) => (`${h(`${key}:${a}`)}${a}` < `${h(`${key}:${b}`)}${b}` ? -1 : 1));
  const visits = new Map<string, { stratum: string; subjects: string[] }>();
  for (const { code, batches } of rules.strata) {
    const subjects = given.selection.filter(({ stratum }) => stratum === code).map(({ id }) => id);
    if (batches === undefined) for (const id of subjects) visits.set(id, { stratum: code, subjects: [id] });
    else
      for (const [at, id] of byHash(subjects).entries()) {
        const name = `B-${code}-${(at % Math.min(batches, subjects.length)) + 1}`;
        const visit = visits.get(name) ?? { stratum: code, subjects: [] };
        visit.subjects.push(id);
        visits.set(name, visit);
      }
  }
  const seats = byHash([...visits.keys()]).flatMap((visit) =>
    slotsOf(rules, visits.get(visit)?.stratum ?? '').map((wanted, at) => ({ visit, seat: at + 1, wanted })),
  );
  const may = (seat: (typeof seats)[number], person: InspectorEntry) =>
    (seat.wanted.department ?? person.department) === person.department &&
    (seat.wanted.needs ?? []).every((code) => person.certificates.includes(code)) &&
    !given.conflicts.some(
      ({ subjectId, inspectorId }) =>
        inspectorId === person.id && (visits.get(seat.visit)?.subjects ?? []).includes(subjectId),
    );
  const load = (taken: readonly (string | undefined)[], id: string) => taken.filter((one) => one === id).length;
  const free = (taken: readonly (string | undefined)[], at: number, person: InspectorEntry, cap: number) => {
    const seat = seats[at];
    if (seat === undefined || !may(seat, person) || load(taken, person.id) >= Math.min(person.cap, cap)) return false;
    return !taken.some((id, other) => id === person.id && seats[other]?.visit === seat.visit);
  };
  const most = (taken: readonly (string | undefined)[], cap: number): number => {
    const at = taken.length;
    if (at === seats.length) return taken.filter((id) => id !== undefined).length;
    const options = inspectors
      .filter((person) => free(taken, at, person, cap))
      .map(({ id }) => most([...taken, id], cap));
    const left = seats.length - at;
    const best = Math.max(-1, ...options);
    // Leaving a seat open can only help when not every later seat was filled anyway.
    return best === taken.filter((id) => id !== undefined).length + left
      ? best
      : Math.max(best, most([...taken, undefined], cap));
  };
  const fillable = most([], Number.POSITIVE_INFINITY);
  let cap = rules.assignment.balance ? 0 : Number.POSITIVE_INFINITY;
  while (most([], cap) < fillable) cap++;
  const taken: (string | undefined)[] = [];
  const lines = seats.map(({ visit, seat }, at) => {
    const k = h(`${key}:${visit}`).slice(0, 32);
    const order = [...inspectors].sort((a, b) =>
      `${h(`${k}:${a.id}`)}${a.id}` < `${h(`${k}:${b.id}`)}${b.id}` ? -1 : 1,
    );
    const found = order.find((person) => free(taken, at, person, cap) && most([...taken, person.id], cap) === fillable);
    taken.push(found?.id);
    return {
      visit,
      seat,
      ...(found === undefined ? {} : { holder: { inspectorId: found.id, pairTicket: h(`${k}:${found.id}`) } }),
    };
  });
  return { fillable, lines, cap };
}
