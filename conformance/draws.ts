import type { Commitment, FileName, PoolEntry, Rules, Size, Slot, Source, Suite } from '@mingchou/verifier';
import { commitmentOf, lineOf, lintRules, runDraw, witnessCommitment } from '@mingchou/verifier';

/** A whole bundle, made up; `name` says what is special about it. */
export interface RandomDraw {
  readonly name: string;
  readonly files: ReadonlyMap<FileName, Uint8Array>;
}

type Below = (bound: number) => number;

/** `count` draws that differ in every choice the protocol leaves open; the same `seed` gives the same draws. */
export function randomDraws(seed: number, count: number): readonly RandomDraw[] {
  const below = chance(seed);
  return Array.from({ length: count }, (_, at) => randomDraw(below, at));
}

function randomDraw(below: Below, at: number): RandomDraw {
  for (;;) {
    const suite: Suite = below(2) === 0 ? 'sha256' : 'sm3';
    const design = (['plain', 'quota', 'weighted', 'batches', 'scarce'] as const)[at % 5] ?? 'plain';
    const salted = below(2) === 0;
    const pool = randomPool(below, design === 'quota', design === 'weighted');
    const rules = randomRules(below, suite, pool, design === 'quota', design === 'batches');
    // Bounds that no sample meets never come to a commitment.
    if (lintRules(rules, pool).length > 0) continue;
    return {
      name: `${at} ${design} ${suite}${salted ? ' salted' : ''}`,
      files: drawn(below, rules, pool, salted, design === 'scarce'),
    };
  }
}

function randomPool(below: Below, grouped: boolean, weighted: boolean): readonly PoolEntry[] {
  return Array.from({ length: 1 + below(40) }, (_, at) => ({
    id: `${pick(below, ['91140428', 'Z', '0_', 'A.'])}${at}${pick(below, ['', 'K', '-7'])}`.replace('_', '-'),
    stratum: pick(below, ['a', 'b', 'C-1']),
    group: grouped ? pick(below, ['k', 'n', '-']) : '-',
    excluded: below(6) === 0,
    weight: weighted ? 1 + below(pick(below, [3, 1000])) : 1,
  }));
}

function randomRules(below: Below, suite: Suite, pool: readonly PoolEntry[], quota: boolean, batches: boolean): Rules {
  const eligible = (code: string) => pool.filter((entry) => entry.stratum === code && !entry.excluded).length;
  const size = (most: number): Size =>
    below(2) === 0
      ? { count: below(most + 1) }
      : { ratio: { n: below(11), d: 10 }, round: pick(below, ['ceil', 'floor', 'halfUp'] as const) };
  const team = (): readonly Slot[] => Array.from({ length: 1 + below(3) }, () => randomSlot(below));
  return {
    v: 'mc-draw/1',
    suite,
    strata: ['b', 'C-1', 'a'].map((code) => ({
      code,
      size: size(Math.min(12, eligible(code))),
      ...(batches && below(3) > 0 ? { batches: 1 + below(6) } : {}),
    })),
    ...(quota
      ? {
          quota: {
            bounds: [
              { group: 'k', min: size(4), max: { count: 4 + below(30) } },
              { group: 'n', max: size(30) },
            ],
          },
        }
      : {}),
    reserve: size(5),
    assignment: { balance: below(2) === 0, slots: { '*': team(), ...(below(2) === 0 ? { a: team() } : {}) } },
  };
}

function randomSlot(below: Below): Slot {
  const needs = ['chem', 'coal'].filter(() => below(4) === 0);
  return {
    ...(below(3) === 0 ? { department: pick(below, ['YJ', 'GA']) } : {}),
    ...(needs.length > 0 ? { needs } : {}),
  };
}

function drawn(
  below: Below,
  rules: Rules,
  pool: readonly PoolEntry[],
  salted: boolean,
  scarce: boolean,
): ReadonlyMap<FileName, Uint8Array> {
  const salt = () => Array.from({ length: 32 }, () => below(16).toString(16)).join('');
  const [bureau, drawNo, value, digits] = [
    'CZ',
    1 + below(99),
    salt(),
    Array.from({ length: 20 }, () => below(10)).join(''),
  ];
  const sources: readonly Source[] = [
    { kind: 'dice', by: 'clerk', digits: 20 },
    { kind: 'witness', by: 'W1', id: 'W1', commitment: witnessCommitment(rules.suite, bureau, drawNo, 'W1', value) },
  ];
  const inspectors = Array.from({ length: scarce ? below(4) : 4 + below(12) }, (_, at) => ({
    id: `I-${at}`,
    department: pick(below, ['YJ', 'YJ', 'GA']),
    certificates: ['chem', 'coal'].filter(() => below(3) > 0),
    cap: scarce ? below(4) : 1 + below(20),
  }));
  const conflicts = pool.flatMap(({ id }) =>
    inspectors.filter(() => below(12) === 0).map((person) => ({ subjectId: id, inspectorId: person.id })),
  );
  const { files } = commitmentOf({
    rules,
    mode: 'open',
    bureau,
    drawNo,
    prev: '',
    pool,
    exclusions: pool.filter(({ excluded }) => excluded).map(({ id }) => ({ id, reasonCode: 'closed' })),
    ...(salted ? { salts: pool.map(({ id }) => ({ id, salt: salt() })) } : {}),
    inspectors,
    conflicts,
    filesalts: { conflicts: salt(), inspectors: salt() },
    labels: pool.map(({ id }) => ({ id, name: '长子县某厂' })),
    sources,
    openAt: '2026-11-22T08:00:00Z',
    publicFiles: ['commit.json', 'rules.json', 'selected.csv'] satisfies Commitment['public'],
  });
  const given = [digits, value];
  const lines = sources.map((source, at) => lineOf(rules.suite, bureau, drawNo, source, given[at] ?? '') ?? '');
  return new Map([...files, ...runDraw(files, lines).files]);
}

function pick<T>(below: Below, options: readonly [T, ...T[]]): T {
  return options[below(options.length)] ?? options[0];
}

/** Numbers below a bound that look random and repeat for the same seed (mulberry32). */
export function chance(seed: number): Below {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
