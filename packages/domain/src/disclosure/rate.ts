/** 公示率: disclosed ÷ finished, which must reach 100 % (LZ-11); the base always stands beside it. */
export interface DisclosureRate {
  readonly finished: number;
  readonly disclosed: number;
  readonly inTime: number;
  readonly overdue: number;
  /** Whole days used on average by the disclosed ones; null when there are none. */
  readonly averageDays: number | null;
}

export interface RatedDisclosure {
  readonly disclosed: { readonly late: boolean; readonly daysUsed: number } | null;
  readonly overdue: boolean;
}

export function disclosureRate(all: readonly RatedDisclosure[]): DisclosureRate {
  const disclosed = all.flatMap((one) => (one.disclosed === null ? [] : [one.disclosed]));
  const days = disclosed.reduce((sum, one) => sum + one.daysUsed, 0);
  return {
    finished: all.length,
    disclosed: disclosed.length,
    inTime: disclosed.filter((one) => !one.late).length,
    overdue: all.filter((one) => one.disclosed === null && one.overdue).length,
    averageDays: disclosed.length === 0 ? null : Math.round(days / disclosed.length),
  };
}
