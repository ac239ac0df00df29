/** How many objects of one sector stand in the 名录库. */
export interface SectorCount {
  readonly sector: string;
  readonly count: number;
}

/** 底数 (ZZ-04): the parts add up to the total, in the order of the policy. */
export interface BaseStatement {
  readonly total: number;
  readonly parts: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  /** Objects under a sector that the policy does not name (any more): they are in the total and in no part. */
  readonly outside: readonly SectorCount[];
}

/** Puts counted sectors in the policy's order; a sector without objects is a part with 0. */
export function stateBase(
  sectors: readonly { readonly code: string; readonly name: string }[],
  counts: readonly SectorCount[],
): BaseStatement {
  const countOf = (code: string) => sum(counts.filter(({ sector }) => sector === code));
  return {
    total: sum(counts),
    parts: sectors.map(({ code, name }) => ({ code, name, count: countOf(code) })),
    outside: counts.filter(({ sector, count }) => count > 0 && !sectors.some(({ code }) => code === sector)),
  };
}

/** 133家＝6煤矿＋31洗储煤＋2危化生产＋39危化经营＋55工贸. What no sector of the policy covers is said, so that the sum holds. */
export function writeBase(statement: BaseStatement): string {
  const outside = sum(statement.outside);
  const parts = statement.parts.map(({ name, count }) => `${count}${name}`);
  if (outside > 0) parts.push(`${outside}未归类`);
  return parts.length === 0 ? `${statement.total}家` : `${statement.total}家＝${parts.join('＋')}`;
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
