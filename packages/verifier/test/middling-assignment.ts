import fc from 'fast-check';
import { digestHex } from '../src/hash/digest.ts';
import { slotsOf } from '../src/rules/rules.ts';
import { drawKey } from '../src/seed/seed.ts';
import type { Case } from './slow-assignment.ts';

/** More people than a machine word has bits, teams of up to three, caps that often run short. */
export const middlingCase: fc.Arbitrary<Case> = fc
  .record({
    balance: fc.boolean(),
    visits: fc.integer({ min: 1, max: 12 }),
    people: fc.integer({ min: 1, max: 45 }),
    teams: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    scarcity: fc.integer({ min: 1, max: 5 }),
    most: fc.integer({ min: 1, max: 3 }),
    conflicts: fc.array(fc.tuple(fc.nat(11), fc.nat(44)), { maxLength: 30 }),
    seed: fc.nat(1_000_000),
  })
  .map(({ balance, visits, people, teams, scarcity, most, conflicts, seed }) => ({
    rules: {
      v: 'mc-draw/1',
      suite: 'sha256',
      strata: [
        { code: 'a', size: { count: Math.ceil(visits / 2) } },
        { code: 'b', size: { count: Math.floor(visits / 2) } },
      ],
      reserve: { count: 0 },
      assignment: {
        balance,
        slots: {
          '*': Array.from({ length: teams[0] }, (_, at) => (at === 0 ? { needs: ['chem'] } : {})),
          b: Array.from({ length: teams[1] }, (_, at) => (at === 0 ? { department: 'GA' } : { needs: ['coal'] })),
        },
      },
    },
    selection: Array.from({ length: visits }, (_, at) => ({
      stratum: at % 2 === 0 ? 'a' : 'b',
      id: `S${at}`,
      ticket: '0'.repeat(64),
      kind: 'S' as const,
    })),
    inspectors: Array.from({ length: people }, (_, at) => ({
      id: `I${String(at).padStart(2, '0')}`,
      department: at % (2 * scarcity) === 0 ? 'GA' : 'YJ',
      certificates: [...(at % scarcity === 0 ? ['chem'] : []), ...(at % 3 === 0 ? ['coal'] : [])],
      cap: at % (most + 1),
    })),
    conflicts: conflicts
      .filter(([subject, person]) => subject < visits && person < people)
      .map(([subject, person]) => ({ subjectId: `S${subject}`, inspectorId: `I${String(person).padStart(2, '0')}` })),
    seed: String(seed).padStart(64, '0'),
  }));

interface Seat {
  readonly visit: string;
  readonly seat: number;
  readonly takers: readonly string[];
}

/**
 * §7 with “can still be reached” decided by a greatest flow that is computed anew, from nothing, for every candidate:
 * seat → (visit, inspector), at most one → inspector, at most his cap. No batches.
 */
export function byFreshFlows(given: Case) {
  const { rules, inspectors, seed } = given;
  const h = (text: string) => digestHex(rules.suite, text);
  const key = drawKey(rules.suite, 'assign', seed);
  const byHash = (prefix: string, names: readonly string[]) =>
    [...names].sort((a, b) => (`${h(`${prefix}:${a}`)}${a}` < `${h(`${prefix}:${b}`)}${b}` ? -1 : 1));
  const strata = new Map(given.selection.map(({ id, stratum }) => [id, stratum]));
  const seats = byHash(key, [...strata.keys()]).flatMap((visit) =>
    slotsOf(rules, strata.get(visit) ?? '').map(({ department, needs = [] }, at): Seat => {
      const takers = inspectors.filter(
        (person) =>
          (department === undefined || department === person.department) &&
          needs.every((code) => person.certificates.includes(code)) &&
          !given.conflicts.some(({ subjectId, inspectorId }) => subjectId === visit && inspectorId === person.id),
      );
      return { visit, seat: at + 1, takers: takers.map(({ id }) => id) };
    }),
  );
  const capsUnder = (cap: number) => new Map(inspectors.map((person) => [person.id, Math.min(person.cap, cap)]));
  const nobody: readonly (string | undefined)[] = [];
  const fillable = greatestFlow(seats, capsUnder(Number.POSITIVE_INFINITY), nobody);
  let cap = rules.assignment.balance ? 0 : Number.POSITIVE_INFINITY;
  while (greatestFlow(seats, capsUnder(cap), nobody) < fillable) cap++;
  const taken: (string | undefined)[] = [];
  const lines = seats.map(({ visit, seat, takers }, at) => {
    const k = h(`${key}:${visit}`).slice(0, 32);
    const found = byHash(k, takers).find((id) => {
      const load = taken.filter((one) => one === id).length;
      const inTeam = taken.some((one, other) => one === id && seats[other]?.visit === visit);
      if (inTeam || load >= (capsUnder(cap).get(id) ?? 0)) return false;
      return greatestFlow(seats, capsUnder(cap), [...taken.slice(0, at), id]) === fillable;
    });
    taken.push(found);
    return {
      visit,
      seat,
      ...(found === undefined ? {} : { holder: { inspectorId: found, pairTicket: h(`${k}:${found}`) } }),
    };
  });
  return { fillable, lines, cap };
}

/** How many seats can be filled when the first ones are taken as given: a greatest flow in a network written out. */
function greatestFlow(
  seats: readonly Seat[],
  caps: ReadonlyMap<string, number>,
  taken: readonly (string | undefined)[],
): number {
  const room = new Map<string, Map<string, number>>();
  const pipe = (from: string, to: string, size: number) => {
    room.set(from, (room.get(from) ?? new Map<string, number>()).set(to, size));
    room.set(to, (room.get(to) ?? new Map<string, number>()).set(from, 0));
  };
  for (const [at, { visit, takers }] of seats.entries()) {
    const given = taken[at];
    pipe('source', `seat ${at}`, 1);
    for (const id of at < taken.length ? (given === undefined ? [] : [given]) : takers) {
      pipe(`seat ${at}`, `pair ${visit} ${id}`, 1);
      pipe(`pair ${visit} ${id}`, `person ${id}`, 1);
      pipe(`person ${id}`, 'sink', caps.get(id) ?? 0);
    }
  }
  let flow = 0;
  for (let path = pathToSink(room); path.length > 0; path = pathToSink(room)) {
    for (const [from, to] of path) {
      room.get(from)?.set(to, (room.get(from)?.get(to) ?? 0) - 1);
      room.get(to)?.set(from, (room.get(to)?.get(from) ?? 0) + 1);
    }
    flow++;
  }
  return flow;
}

/** The pipes of a shortest way with room from source to sink, or none. */
function pathToSink(room: ReadonlyMap<string, ReadonlyMap<string, number>>): readonly (readonly [string, string])[] {
  const cameFrom = new Map([['source', '']]);
  for (const node of cameFrom.keys()) {
    for (const [next, left] of room.get(node) ?? []) if (left > 0 && !cameFrom.has(next)) cameFrom.set(next, node);
  }
  const path: [string, string][] = [];
  for (let to = 'sink', from = cameFrom.get(to); from !== undefined && from !== ''; from = cameFrom.get(to)) {
    path.push([from, to]);
    to = from;
  }
  return path;
}
