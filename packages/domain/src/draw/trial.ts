import type { Conflict, InspectorEntry, PoolEntry, Rules, Selection } from '@mingchou/verifier';
import { assignInspectors, drawSubjects, seedOf } from '@mingchou/verifier';

/** What came out of drawing many times with made-up seeds before the real one exists. */
export interface Trial {
  readonly rounds: number;
  /** Seats left vacant, over all rounds. */
  readonly vacant: number;
  /** The most visits one person had in any round. */
  readonly busiest: number;
  /** Ten-thousandths: how often the likeliest two people stood together in one and the same visit. */
  readonly likeliestPair: number;
}

/**
 * 组队试算 — draws and assigns `rounds` times with seeds 0, 1, 2 …, which say nothing about the real seed.
 * It shows vacancies and odd pairs while the roster can still be put right.
 */
export function trialOf(
  rules: Rules,
  pool: readonly PoolEntry[],
  inspectors: readonly InspectorEntry[],
  conflicts: readonly Conflict[],
  rounds: number,
): Trial {
  let vacant = 0;
  let busiest = 0;
  let visits = 0;
  const pairs = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const seed = seedOf(rules.suite, 'trial', [String(round)]);
    const selection: Selection = drawSubjects(rules, pool, seed);
    const { seats } = assignInspectors(rules, selection, inspectors, conflicts, seed);
    const load = new Map<string, number>();
    const teams = new Map<string, string[]>();
    for (const { visit, holder } of seats) {
      const team = teams.get(visit) ?? [];
      teams.set(visit, team);
      if (holder === undefined) {
        vacant += 1;
        continue;
      }
      team.push(holder.inspectorId);
      load.set(holder.inspectorId, (load.get(holder.inspectorId) ?? 0) + 1);
    }
    visits += teams.size;
    busiest = Math.max(busiest, ...load.values());
    for (const team of teams.values()) countPairs(pairs, team);
  }
  const likeliest = Math.max(0, ...pairs.values());
  return { rounds, vacant, busiest, likeliestPair: visits === 0 ? 0 : Math.round((likeliest * 10000) / visits) };
}

function countPairs(pairs: Map<string, number>, team: readonly string[]): void {
  const sorted = [...team].sort();
  sorted.forEach((first, index) => {
    for (const second of sorted.slice(index + 1)) {
      const pair = `${first};${second}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  });
}
