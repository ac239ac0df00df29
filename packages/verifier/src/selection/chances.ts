import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { sampleOf } from './selection.ts';

/** The chance of entries that the rules treat alike: one stratum, one group, one weight. */
export interface CellChance {
  readonly stratum: string;
  readonly group: string;
  readonly weight: number;
  /** How many eligible entries there are of this kind. */
  readonly entries: number;
  /** Share of simulated draws in which such an entry was selected, 0 to 1. */
  readonly chance: number;
}

/**
 * Simulated chances of a draw with a quota or weights (mc-draw/1 §6: “the report says by how much”). The rules and
 * pool must be free of findings. The numbers are pseudo-random but fixed, so that everyone reads the same figures.
 */
export function chancesOf(rules: Rules, pool: readonly PoolEntry[], rounds: number): readonly CellChance[] {
  const eligible = pool.filter((entry) => !entry.excluded);
  const cellOf = ({ stratum, group, weight }: PoolEntry) => `${stratum},${group},${weight}`;
  const cells = new Map<string, { readonly entry: PoolEntry; entries: number; selected: number }>();
  const cellById = new Map<string, string>();
  for (const entry of eligible) {
    const cell = cells.get(cellOf(entry)) ?? { entry, entries: 0, selected: 0 };
    cell.entries++;
    cells.set(cellOf(entry), cell);
    cellById.set(entry.id, cellOf(entry));
  }
  const next = numbers();
  for (let round = 0; round < rounds; round++) {
    const ticketed = eligible.map((entry) => ({ entry, ticket: ticketFrom(next) }));
    ticketed.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
    for (const { id, kind } of sampleOf(rules, pool, ticketed)) {
      const cell = cells.get(cellById.get(id) ?? '');
      if (cell !== undefined && kind === 'S') cell.selected++;
    }
  }
  const inOrder = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  return inOrder.map(({ entry, entries, selected }) => ({
    stratum: entry.stratum,
    group: entry.group,
    weight: entry.weight,
    entries,
    chance: selected / (entries * rounds),
  }));
}

/** 64 bits are enough of a ticket: the order looks at the first, weights at 60 of them. */
function ticketFrom(next: () => number): string {
  return next().toString(16).padStart(8, '0') + next().toString(16).padStart(8, '0');
}

/** xorshift32 (Marsaglia): good enough to estimate a share, never used to draw. */
function numbers(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
