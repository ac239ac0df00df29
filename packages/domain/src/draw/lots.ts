import type { Files, Hex, PoolEntry, Rules } from '@mingchou/verifier';
import { drawKey, drawSubjects, readLabels, readPool, readRules, sampleSizes, ticketOf } from '@mingchou/verifier';

/** 一根签 — one eligible object of a stratum with its ticket. */
export interface Lot {
  readonly name: string;
  /** Place in the roster among the eligible of the stratum, from 1. */
  readonly position: number;
  readonly ticket: Hex;
  /** `passed`: its ticket was smaller than a drawn one's, and a quota or weights put it behind. */
  readonly outcome: 'selected' | 'reserve' | 'passed' | 'not-selected';
}

export interface StratumOfLots {
  readonly code: string;
  readonly eligible: number;
  readonly size: number;
  readonly reserves: number;
  /** Selected, then reserves, in the order of selected.csv; then the others by ticket. Empty without a seed. */
  readonly lots: readonly Lot[];
  /** Whether the smallest tickets win: no quota, no weights. */
  readonly plain: boolean;
}

/**
 * The picture of a draw, from the committed files and the seed: what anyone can compute from the public bundle.
 * Without a seed it says only how many there are and how many are drawn.
 */
export function lotsOf(files: Files, seed: Hex | null): readonly StratumOfLots[] {
  const rules = readRules(bytesOf(files, 'rules.json'));
  const pool = readPool(bytesOf(files, 'pool.csv'));
  const labels = readLabels(bytesOf(files, 'labels.csv'));
  if (!rules.ok || !pool.ok || !labels.ok) throw new Error('the committed files of a draw cannot be read');
  const sizes = sampleSizes(rules.value, pool.value);
  const names = new Map(labels.value.map(({ id, name }) => [id, name]));
  const drawn = seed === null ? undefined : drawnOf(rules.value, pool.value, seed);
  return rules.value.strata.map(({ code }, index) => {
    const eligible = pool.value.filter((entry) => entry.stratum === code && !entry.excluded);
    const lots = drawn === undefined ? [] : lotsOfStratum(eligible, names, drawn);
    const reserves = lots.filter((lot) => lot.outcome === 'reserve').length;
    const plain = rules.value.quota === undefined && eligible.every(({ weight }) => weight === 1);
    return { code, eligible: eligible.length, size: sizes[index] ?? 0, reserves, lots, plain };
  });
}

interface Drawn {
  readonly places: ReadonlyMap<string, { readonly place: number; readonly outcome: 'selected' | 'reserve' }>;
  readonly ticketOf: (id: string) => Hex;
}

function drawnOf(rules: Rules, pool: readonly PoolEntry[], seed: Hex): Drawn {
  const outcomes = { S: 'selected', R: 'reserve' } as const;
  const lines = drawSubjects(rules, pool, seed);
  const key = drawKey(rules.suite, 'sample', seed);
  return {
    places: new Map(lines.map(({ id, kind }, place) => [id, { place, outcome: outcomes[kind] }])),
    ticketOf: (id) => ticketOf(rules.suite, key, id),
  };
}

function lotsOfStratum(
  eligible: readonly PoolEntry[],
  names: ReadonlyMap<string, string>,
  { places, ticketOf }: Drawn,
): readonly Lot[] {
  const placed = eligible.map(({ id }, index) => {
    const { place, outcome } = places.get(id) ?? { place: Number.MAX_SAFE_INTEGER, outcome: 'not-selected' as const };
    return { place, id, name: names.get(id) ?? id, position: index + 1, ticket: ticketOf(id), outcome };
  });
  const tickets = placed.filter(({ outcome }) => outcome === 'selected').map(({ ticket }) => ticket);
  const cutOff = tickets.reduce((last, ticket) => (ticket > last ? ticket : last), '');
  return placed
    .sort((a, b) => a.place - b.place || compare(a.ticket, b.ticket) || compare(a.id, b.id))
    .map(({ name, position, ticket, outcome }) => {
      const passed = outcome === 'not-selected' && ticket < cutOff;
      return { name, position, ticket, outcome: passed ? 'passed' : outcome };
    });
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function bytesOf(files: Files, name: 'rules.json' | 'pool.csv' | 'labels.csv'): Uint8Array {
  return files.get(name) ?? new Uint8Array();
}

/** Up to so many lots every one of them is drawn. */
const mostLots = 60;
/** Beyond, so many of the others stand beside the cut-off. */
const besideTheCutOff = 10;
/** A list of names that nobody can read any more is cut; the draw's own page holds it whole. */
const mostNamed = 400;

/** Which lots a screen draws, and where the others lie on a line from 0000 to ffff, in thousandths. */
export function shownLots({ lots }: StratumOfLots): {
  readonly lots: readonly Lot[];
  readonly rest: readonly number[];
} {
  if (lots.length <= mostLots) return { lots, rest: [] };
  const ended = lots.findIndex(({ outcome }) => outcome !== 'selected' && outcome !== 'reserve');
  const outcomes = ended === -1 ? lots.length : ended;
  const shown = Math.min(mostNamed, outcomes) + (outcomes > mostNamed ? 0 : besideTheCutOff);
  const rest = lots
    .slice(shown)
    .map(({ ticket }) => Math.floor((Number.parseInt(ticket.slice(0, 8), 16) / 2 ** 32) * 1000));
  return { lots: lots.slice(0, shown), rest: [...new Set(rest)].sort((a, b) => a - b) };
}
