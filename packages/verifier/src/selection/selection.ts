import { csvBytes } from '../canonical/csv.ts';
import { codePattern, hashPattern, idPattern } from '../canonical/pattern.ts';
import type { Hex } from '../hash/hex.ts';
import type { PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { sizeOf } from '../rules/size.ts';
import { quotaTable } from './quota.ts';
import { smallestTickets } from './smallest.ts';
import type { Ticketed } from './ticket.ts';
import { shortageOf } from './transport.ts';
import { weightedOrder } from './weight.ts';

/** One line of selected.csv: `S` selected, `R` reserve (候补). */
export interface SelectedLine {
  readonly stratum: string;
  readonly id: string;
  /** 签号 T. */
  readonly ticket: Hex;
  readonly kind: 'S' | 'R';
}
/** In the order of selected.csv: all S, then all R. */
export type Selection = readonly SelectedLine[];

/** How many each stratum draws, in the order of the rules: its size of its eligible entries (§3). */
export function sampleSizes(rules: Rules, pool: readonly PoolEntry[]): readonly number[] {
  const eligible = new Map<string, number>();
  for (const entry of pool) {
    if (!entry.excluded) eligible.set(entry.stratum, (eligible.get(entry.stratum) ?? 0) + 1);
  }
  return rules.strata.map(({ code, size }) => sizeOf(size, eligible.get(code) ?? 0));
}

/** The sample and its reserves (mc-draw/1 §6); the rules and the pool must be free of findings. */
export function drawSubjects(rules: Rules, pool: readonly PoolEntry[], seed: Hex): Selection {
  return sampleOf(rules, pool, smallestTickets(rules, pool, seed));
}

/**
 * The same from tickets that are given in ticket order: `ticketed` holds every eligible entry, or of each stratum (with a
 * quota, of each cell) at least as many of the first ones as `smallestTickets` keeps.
 */
export function sampleOf(rules: Rules, pool: readonly PoolEntry[], ticketed: readonly Ticketed[]): Selection {
  const sizes = sampleSizes(rules, pool);
  const byStratum = new Map<string, Ticketed[]>(rules.strata.map(({ code }) => [code, []]));
  for (const candidate of ticketed) byStratum.get(candidate.entry.stratum)?.push(candidate);
  const orders = rules.strata.map(({ code }, at) => weightedOrder(byStratum.get(code) ?? [], sizes[at] ?? 0));
  const selected =
    rules.quota === undefined
      ? orders.flatMap((order, at) => order.slice(0, sizes[at]))
      : firstFeasible(rules, pool, ticketed, sizes);
  const taken = new Set(selected.map(({ entry }) => entry.id));
  const reserves = orders.flatMap((order, at) => {
    const size = sizes[at] ?? 0;
    const rest = order.filter(({ entry }) => !taken.has(entry.id));
    return rest.slice(0, size === 0 ? 0 : sizeOf(rules.reserve, size));
  });
  return [...selected.map(lineOf('S')), ...reserves.map(lineOf('R'))];
}

/** selected.csv. */
export function selectedCsv(selection: Selection): Uint8Array {
  return csvBytes(
    selection.map(({ stratum, id, ticket, kind }) => [stratum, id, ticket, kind]),
    [codePattern, idPattern, hashPattern, /^[SR]$/],
  );
}

/** §6.3: the lexicographically first sample in ticket order that meets every size and every bound. */
function firstFeasible(
  rules: Rules,
  pool: readonly PoolEntry[],
  ticketed: readonly Ticketed[],
  sizes: readonly number[],
): readonly Ticketed[] {
  const table = quotaTable(rules, pool, sizes);
  const needs = [...table.needs];
  const left = table.left.map((row) => [...row]);
  const least = [...table.least];
  const most = [...table.most];
  // Once an entry is passed over, every later one of its cell is too: a sample with the later one would
  // stay feasible with the earlier one in its place.
  const closed = new Set<string>();
  const accepted: Ticketed[] = [];
  for (const candidate of ticketed) {
    const stratum = table.stratumAt.get(candidate.entry.stratum) ?? -1;
    const group = table.groupAt(candidate.entry.group);
    bump(left[stratum] ?? [], group, -1);
    if ((needs[stratum] ?? 0) === 0 || closed.has(`${stratum}:${group}`)) continue;
    const before = least[group] ?? 0;
    bump(needs, stratum, -1);
    bump(most, group, -1);
    least[group] = Math.max(0, before - 1);
    if (shortageOf({ needs, left, least, most }) === 0) {
      accepted.push(candidate);
    } else {
      bump(needs, stratum, 1);
      bump(most, group, 1);
      least[group] = before;
      closed.add(`${stratum}:${group}`);
    }
  }
  return accepted;
}

function bump(list: number[], at: number, by: number): void {
  list[at] = (list[at] ?? 0) + by;
}

function lineOf(kind: 'S' | 'R'): (ticketed: Ticketed) => SelectedLine {
  return ({ entry, ticket }) => ({ stratum: entry.stratum, id: entry.id, ticket, kind });
}
