import type { PortalDraw } from '@mingchou/contract';
import type { DrawNumbers } from './draw-numbers.ts';

/** A count beside what chance alone would give, with the band that holds 99 of 100. */
export interface Counted {
  readonly word: string;
  readonly count: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Normal quantile for 99 of 100, both sides. */
const wide = 2.576;

function counted(word: string, count: number, expected: number, variance: number): Counted {
  const reach = wide * Math.sqrt(variance);
  return { word, count, expected, low: Math.max(0, expected - reach), high: expected + reach };
}

export interface TicketSpread {
  readonly entries: number;
  readonly bins: readonly Counted[];
  /** χ² of the bins, its degrees of freedom, and what it exceeds once in a thousand. */
  readonly chiSquare: { readonly value: number; readonly degrees: number; readonly bound: number };
  /** Share of tickets at or below each twentieth, and the reach of 99 of 100 around the straight line. */
  readonly curve: readonly { readonly at: number; readonly share: number }[];
  readonly reach: number;
}

const digits = '0123456789abcdef';
/** χ² that chance exceeds once in a thousand, by degrees of freedom. */
const bounds: ReadonlyMap<number, number> = new Map([
  [3, 16.27],
  [7, 24.32],
  [15, 37.7],
]);

/** Whether the tickets of all entries lie evenly, as those of a good hash must. Fewer bins while there are few. */
export function ticketSpread(numbers: readonly DrawNumbers[]): TicketSpread | null {
  const tickets = numbers.flatMap((draw) => draw.tickets);
  const entries = tickets.length;
  if (entries === 0) return null;
  const count = entries >= 160 ? 16 : entries >= 80 ? 8 : 4;
  const width = 16 / count;
  const expected = entries / count;
  const bins = Array.from({ length: count }, (_, bin) => {
    const [first, last] = [digits[bin * width] ?? '', digits[(bin + 1) * width - 1] ?? ''];
    const here = tickets.filter((ticket) => Math.floor(ticket * count) === bin).length;
    return counted(first === last ? first : `${first}–${last}`, here, expected, expected * (1 - 1 / count));
  });
  const value = bins.reduce((sum, bin) => sum + (bin.count - expected) ** 2 / expected, 0);
  const curve = Array.from({ length: 21 }, (_, step) => {
    const at = step / 20;
    return { at, share: tickets.filter((ticket) => ticket <= at).length / entries };
  });
  const degrees = count - 1;
  return {
    ...{ entries, bins, curve },
    chiSquare: { value, degrees, bound: bounds.get(degrees) ?? 0 },
    // Kolmogorov: the greatest distance stays below 1.63/√n in 99 of 100.
    reach: 1.63 / Math.sqrt(entries),
  };
}

/** How many enterprises were drawn so many times, against what their chances give. */
export interface Repeats {
  readonly enterprises: number;
  readonly draws: number;
  readonly times: readonly Counted[];
  /** Those drawn more than once, most often first. */
  readonly often: readonly {
    readonly code: string;
    readonly name: string;
    readonly times: number;
    readonly chances: number;
    readonly expected: number;
  }[];
}

/** Draws in which everybody or nobody was drawn say nothing of luck and are left out. */
export function repeats(numbers: readonly DrawNumbers[]): Repeats | null {
  const random = numbers.flatMap(({ chances, drawn, names }) => {
    const uncertain = [...(chances ?? [])].filter(([, chance]) => chance > 0 && chance < 1);
    return uncertain.length === 0 ? [] : [{ uncertain, drawn, names }];
  });
  if (random.length === 0) return null;
  const known = new Map<string, { name: string; times: number; chances: number[] }>();
  for (const { uncertain, drawn, names } of random) {
    for (const [code, chance] of uncertain) {
      const before = known.get(code) ?? { name: names.get(code) ?? code, times: 0, chances: [] };
      known.set(code, {
        ...before,
        times: before.times + (drawn.has(code) ? 1 : 0),
        chances: [...before.chances, chance],
      });
    }
  }
  const all = [...known].map(([code, one]) => ({ code, ...one }));
  const most = Math.min(random.length, Math.max(2, ...all.map(({ times }) => times)));
  const spreads = all.map(({ chances }) => timesDrawn(chances));
  const times = Array.from({ length: most + 1 }, (_, k) => {
    const chanceOfK = spreads.map((spread) => spread[k] ?? 0);
    const expected = chanceOfK.reduce((sum, p) => sum + p, 0);
    const variance = chanceOfK.reduce((sum, p) => sum + p * (1 - p), 0);
    return counted(`${String(k)}次`, all.filter((one) => one.times === k).length, expected, variance);
  });
  const often = all
    .filter((one) => one.times > 1)
    .map(({ code, name, times: drawn, chances }) => ({
      ...{ code, name, times: drawn, chances: chances.length },
      expected: chances.reduce((sum, p) => sum + p, 0),
    }))
    .sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1));
  return { enterprises: all.length, draws: random.length, times, often };
}

/** Probability of being drawn 0, 1, 2 … times with these chances. */
function timesDrawn(chances: readonly number[]): readonly number[] {
  return chances.reduce<readonly number[]>(
    (spread, p) =>
      Array.from({ length: spread.length + 1 }, (_, k) => (spread[k] ?? 0) * (1 - p) + (spread[k - 1] ?? 0) * p),
    [1],
  );
}

/** Drawn by sector against what the sector's part of the base gives, over draws in which luck decided. */
export function sectorSpread(draws: readonly PortalDraw[]): readonly Counted[] {
  const sums = new Map<string, { count: number; expected: number; variance: number }>();
  for (const { spread, strata } of draws) {
    for (const { name, stratum, eligible, selected } of spread?.sectors ?? []) {
      const whole = strata.find(({ code }) => code === stratum);
      // A stratum drawn whole, or made of this one sector, leaves nothing to chance.
      if (whole === undefined || whole.size >= whole.eligible || eligible === whole.eligible) continue;
      const p = eligible / whole.eligible;
      const finite = (whole.eligible - whole.size) / (whole.eligible - 1);
      const before = sums.get(name) ?? { count: 0, expected: 0, variance: 0 };
      sums.set(name, {
        count: before.count + selected,
        expected: before.expected + whole.size * p,
        variance: before.variance + whole.size * p * (1 - p) * finite,
      });
    }
  }
  return [...sums].map(([name, { count, expected, variance }]) => counted(name, count, expected, variance));
}

/** How many inspectors got so many visits, each draw counted by itself. */
export interface LoadSpread {
  readonly drawNo: number;
  readonly inspectors: number;
  readonly most: number;
  readonly least: number;
  readonly visits: number;
}

export function loadSpread(draws: readonly PortalDraw[]): readonly LoadSpread[] {
  return draws.flatMap(({ drawNo, spread }) => {
    const visits = spread?.visits ?? [];
    if (visits.length === 0) return [];
    const [most = 0, least = 0] = [visits[0], visits.at(-1)];
    return [{ drawNo, inspectors: visits.length, most, least, visits: visits.reduce((sum, one) => sum + one, 0) }];
  });
}

/** Inspectors by the number of visits that one draw gave them, over all draws. */
export function loadCounts(draws: readonly PortalDraw[]): readonly { readonly word: string; readonly count: number }[] {
  const all = draws.flatMap(({ spread }) => spread?.visits ?? []);
  return Array.from({ length: all.length === 0 ? 0 : Math.max(...all) + 1 }, (_, visits) => ({
    word: `${String(visits)}户`,
    count: all.filter((one) => one === visits).length,
  }));
}
