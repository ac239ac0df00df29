import { assignInspectors } from '../../src/assignment/assignment.ts';
import type { Suite } from '../../src/hash/digest.ts';
import type { InspectorEntry, PoolEntry } from '../../src/roster/roster.ts';
import type { Bound, Rules } from '../../src/rules/rules.ts';
import { drawSubjects } from '../../src/selection/selection.ts';
import { quotaChances, weightedChances } from './exact-chances.ts';

/** A way of drawing whose chances are known. */
export interface Design {
  readonly name: string;
  /** Those who come in by this seed. */
  readonly chosen: (seed: string) => readonly string[];
  /** Those who must have equal chances. */
  readonly equals: readonly (readonly string[])[];
  /** Exact chances of some or all, worked out when asked for. */
  readonly chances: () => ReadonlyMap<string, number>;
}

const suites: readonly Suite[] = ['sha256', 'sm3'];

export const designs: readonly Design[] = [
  ...plainDesigns(),
  ...quotaDesigns(),
  ...weightedDesigns(),
  ...seatDesigns(),
];

function plainDesigns(): readonly Design[] {
  const extents = [
    [5, 1],
    [10, 9],
    [12, 4],
    [20, 3],
    [33, 11],
    [41, 9],
    [55, 6],
    [133, 30],
    [200, 2],
  ] as const;
  return suites.flatMap((suite) =>
    extents.map(([size, count]): Design => {
      const pool = poolOf(size, (at) => ({ stratum: at % 3 === 0 ? 'a' : 'b', excluded: at % 7 === 5 }));
      const strata = ['a', 'b'].map((code) => {
        const eligible = pool.filter((one) => one.stratum === code && !one.excluded);
        return { code, eligible, count: Math.min(count, eligible.length) };
      });
      const rules = rulesOf(suite, strata);
      return {
        name: `${count} of each stratum of ${size}, ${suite}`,
        chosen: selectedBy(rules, pool),
        equals: strata.map(({ eligible }) => idsOf(eligible)),
        chances: () =>
          new Map(strata.flatMap((one) => one.eligible.map(({ id }) => [id, one.count / one.eligible.length]))),
      };
    }),
  );
}

function quotaDesigns(): readonly Design[] {
  const bounds: readonly (readonly Bound[])[] = [
    [{ group: 'K', min: { count: 2 } }],
    [{ group: 'K', max: { count: 1 } }],
    [
      { group: 'K', min: { count: 1 }, max: { count: 2 } },
      { group: 'N', min: { count: 1 } },
    ],
    [{ group: 'N', max: { count: 0 } }],
    [{ group: 'K', min: { ratio: { n: 1, d: 2 }, round: 'ceil' } }],
    [
      { group: 'K', min: { count: 1 } },
      { group: 'N', min: { count: 1 } },
      { group: '-', min: { count: 1 } },
    ],
  ];
  const small = bounds.map((bound, at) =>
    quotaDesign(`quota ${at + 1} over seven`, suites[at % 2] ?? 'sha256', 7, 3, bound, true),
  );
  const large = [24, 60].flatMap((size) =>
    bounds.map((bound, at) =>
      quotaDesign(`quota ${at + 1} over ${size}`, suites[at % 2] ?? 'sha256', size, 8, bound, false),
    ),
  );
  return [...small, ...large];
}

function quotaDesign(
  name: string,
  suite: Suite,
  size: number,
  count: number,
  bounds: readonly Bound[],
  exact: boolean,
): Design {
  const pool = poolOf(size, (at) => ({ group: at % 3 === 0 ? 'K' : at % 3 === 1 ? 'N' : '-' }));
  const rules = { ...rulesOf(suite, [{ code: 'a', count }]), quota: { bounds } };
  const most = (bound: Bound['max']) => (bound === undefined || !('count' in bound) ? count : bound.count);
  const least = (bound: Bound['min']) =>
    bound === undefined ? 0 : 'count' in bound ? bound.count : Math.ceil(count / 2);
  const isSample = (entries: readonly PoolEntry[]) =>
    entries.length === count &&
    bounds.every(({ group, min, max }) => {
      const found = entries.filter((one) => one.group === group).length;
      return found >= least(min) && found <= most(max);
    });
  return {
    name,
    chosen: selectedBy(rules, pool),
    equals: ['K', 'N', '-'].map((group) => idsOf(pool.filter((one) => one.group === group))),
    chances: () => named(pool, exact ? quotaChances(pool, isSample) : []),
  };
}

function weightedDesigns(): readonly Design[] {
  const weights = [
    [1, 2, 3],
    [1, 1, 1, 1, 2],
    [5, 5, 4, 3, 2, 1],
    [9, 10, 11, 10, 9, 11],
    [1, 1, 2, 2, 3, 3, 4, 4],
    [100, 100, 100, 90, 80, 70, 10, 1, 1, 1],
    Array.from({ length: 30 }, (_, at) => 1 + (at % 3)),
  ];
  return weights.flatMap((list, at) =>
    [1, 2].flatMap((places) => {
      const total = list.reduce((sum, weight) => sum + weight, 0);
      if (list.some((weight) => weight * places >= total)) return [];
      const pool = poolOf(list.length, (unit) => ({ weight: list[unit] ?? 1 }));
      const rules = rulesOf(suites[at % 2] ?? 'sha256', [{ code: 'a', count: places }]);
      return [
        {
          name: `${places} by the weights ${list.join(' ')}`,
          chosen: selectedBy(rules, pool),
          equals: [...new Set(list)].map((weight) => idsOf(pool.filter((one) => one.weight === weight))),
          chances: () => named(pool, weightedChances(list, places)),
        },
      ];
    }),
  );
}

/** Who takes the second seat of the second visit: inspectors with the same papers and caps are exchangeable. */
function seatDesigns(): readonly Design[] {
  return [3, 6, 9, 14].flatMap((people) =>
    [true, false].map((balance): Design => {
      const inspectors = Array.from(
        { length: people },
        (_, at): InspectorEntry => ({
          id: `I${at}`,
          department: 'YJ',
          certificates: at % 2 === 0 ? ['chem'] : [],
          cap: 2 + (at % 3 === 0 ? 1 : 0),
        }),
      );
      const slots = { '*': [{ needs: ['chem'] }, {}] };
      const rules = { ...rulesOf('sha256', [{ code: 'a', count: 3 }]), assignment: { balance, slots } };
      const selection = ['S1', 'S2', 'S3'].map((id) => ({
        stratum: 'a',
        id,
        ticket: '0'.repeat(64),
        kind: 'S' as const,
      }));
      const like = (one: InspectorEntry) => `${one.certificates.join()} ${one.cap}`;
      return {
        name: `${people} inspectors for three teams${balance ? ', balanced' : ''}`,
        chosen: (seed) => {
          const seat = assignInspectors(rules, selection, inspectors, [], seed).seats[3];
          return seat?.holder === undefined ? [] : [seat.holder.inspectorId];
        },
        equals: [...new Set(inspectors.map(like))].map((kind) => idsOf(inspectors.filter((one) => like(one) === kind))),
        chances: () => new Map(),
      };
    }),
  );
}

function selectedBy(rules: Rules, pool: readonly PoolEntry[]): Design['chosen'] {
  return (seed) => drawSubjects(rules, pool, seed).flatMap(({ id, kind }) => (kind === 'S' ? [id] : []));
}

function rulesOf(suite: Suite, strata: readonly { readonly code: string; readonly count: number }[]): Rules {
  return {
    v: 'mc-draw/1',
    suite,
    strata: strata.map(({ code, count }) => ({ code, size: { count } })),
    reserve: { count: 1 },
    assignment: { balance: true, slots: { '*': [{}] } },
  };
}

function poolOf(size: number, of: (at: number) => Partial<PoolEntry>): readonly PoolEntry[] {
  return Array.from({ length: size }, (_, at) => ({
    id: `E${at}`,
    stratum: 'a',
    group: '-',
    excluded: false,
    weight: 1,
    ...of(at),
  }));
}

function named(pool: readonly PoolEntry[], chances: readonly number[]): ReadonlyMap<string, number> {
  return new Map(chances.map((chance, at) => [pool[at]?.id ?? '', chance]));
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
