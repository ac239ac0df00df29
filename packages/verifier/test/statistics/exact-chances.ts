import type { PoolEntry } from '../../src/roster/roster.ts';

/**
 * The chance of each unit to be among the first `places` in the order of T div w, none of them certain: T/w is uniform on
 * [0, 1/w), so unit i comes in when at most places − 1 others lie before it, integrated over where it lies.
 */
export function weightedChances(weights: readonly number[], places: number): readonly number[] {
  const steps = 4000;
  return weights.map((own, unit) => {
    const others = weights.filter((_, at) => at !== unit);
    // Midpoints of [0, 1/w): the density is w there, so the mean over them is the integral.
    let sum = 0;
    for (let step = 0; step < steps; step++) {
      const t = (step + 0.5) / steps / own;
      sum += fewerThan(
        places,
        others.map((weight) => Math.min(1, weight * t)),
      );
    }
    return sum / steps;
  });
}

/** The chance that fewer than `places` of independent events happen. */
function fewerThan(places: number, chances: readonly number[]): number {
  let counts = [1];
  for (const chance of chances) {
    counts = Array.from(
      { length: Math.min(places, counts.length + 1) },
      (_, n) => (counts[n] ?? 0) * (1 - chance) + (counts[n - 1] ?? 0) * chance,
    );
  }
  return counts.reduce((sum, chance) => sum + chance, 0);
}

/** The chance of each entry to be in the first feasible sample (mc-draw/1 §6.3): every order of the tickets is tried. */
export function quotaChances(
  pool: readonly PoolEntry[],
  isSample: (entries: readonly PoolEntry[]) => boolean,
): readonly number[] {
  const samples = subsetsOf(pool.length).filter((places) => isSample(places.flatMap((place) => pool[place] ?? [])));
  const hits = pool.map(() => 0);
  const orders = ordersOf(pool.length);
  for (const rankOf of orders) {
    // Of two samples of one size the first in ticket order is the one whose sorted ranks come first.
    let best: readonly number[] = [];
    let bestRanks = '~';
    for (const sample of samples) {
      const ranks = sample
        .map((place) => String.fromCharCode(65 + (rankOf[place] ?? 0)))
        .sort()
        .join('');
      if (ranks < bestRanks) [best, bestRanks] = [sample, ranks];
    }
    for (const place of best) hits[place] = (hits[place] ?? 0) + 1;
  }
  return hits.map((count) => count / orders.length);
}

function subsetsOf(size: number): readonly (readonly number[])[] {
  const places = Array.from({ length: size }, (_, place) => place);
  return Array.from({ length: 2 ** size }, (_, bits) => places.filter((place) => ((bits >> place) & 1) === 1));
}

function ordersOf(size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return ordersOf(size - 1).flatMap((order) =>
    Array.from({ length: size }, (_, place) => order.toSpliced(place, 0, size - 1)),
  );
}
