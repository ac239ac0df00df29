import type { ItemId } from '../id.ts';
import type { PolicyProfile, Sector } from '../policy/index.ts';
import { numberOf, resolvePolicy } from '../policy/index.ts';
import type { PlanBody, PlanRow, RowContent } from './plan.ts';
import type { PlanLists } from './lists.ts';
import type { PlanBudget } from './plan-budget.ts';

/** 名录库底数: how many subjects of one sector and level stand in the registry. */
export interface BaseCount {
  readonly sector: string;
  readonly level: 'priority' | 'ordinary';
  readonly count: number;
}

/** What the plan must know of an item of the catalogue. */
export interface ItemFacts {
  readonly id: ItemId;
  readonly title: string;
  readonly published: boolean;
  readonly sectors: readonly string[];
  /** The bases it cites that no longer stand, and what does. */
  readonly outdatedBases?: readonly {
    readonly text: string;
    readonly kind: 'repealed' | 'superseded';
    readonly instead: string | null;
    readonly detail: string;
  }[];
  /** What the item list says of it in words; left out where nobody asks. */
  readonly columns?: ItemColumns;
}

/** The columns of the item list that the plan's tables repeat (LZ-15, LZ-16). */
export interface ItemColumns {
  readonly dutyItem: string;
  readonly contents: readonly string[];
  readonly category: string;
  readonly methods: readonly string[];
  readonly department: string;
  readonly tier: string;
  readonly bases: readonly string[];
}

/** Everything a plan is judged by besides itself. */
export interface PlanSurroundings {
  readonly policy: PolicyProfile;
  readonly baseCounts: readonly BaseCount[];
  readonly items: readonly ItemFacts[];
  /** Approved budgets of workdays, one a year at most; left out where nobody asks. */
  readonly budgets?: readonly PlanBudget[] | undefined;
  /** Enterprises and inspectors by name; left out where no table lists them. */
  readonly lists?: PlanLists | undefined;
}

export interface PlanFacts extends PlanSurroundings {
  readonly plan: PlanBody;
}

/** The base of a row: the one fixed at submission, else what the registry holds now. */
export function baseOf(row: RowContent & { readonly base?: number | null }, counts: readonly BaseCount[]): number {
  if (row.base !== null && row.base !== undefined) return row.base;
  return sum(
    counts
      .filter((count) => row.sectors.includes(count.sector) && (row.level === 'all' || row.level === count.level))
      .map((count) => count.count),
  );
}

/** How many of a row's base belong to key sectors. */
export function keyBaseOf(row: RowContent, { policy, baseCounts }: PlanSurroundings): number {
  const key = sectorsOfPolicy(policy).filter((sector) => sector.key && row.sectors.includes(sector.code));
  return baseOf({ ...row, sectors: key.map((sector) => sector.code), base: null }, baseCounts);
}

/** 抽取家数 of a row: the approved number once there is one, else what ratio and base give. */
export function countOf(row: PlanRow, counts: readonly BaseCount[]): number {
  return row.approvedCount ?? numberOf(row.ratio, baseOf(row, counts));
}

/** 家次 of a row over all its rounds. */
export function visitsOf(row: PlanRow, counts: readonly BaseCount[]): number {
  return countOf(row, counts) * row.rounds;
}

export interface PlanTotals {
  readonly rows: number;
  readonly count: number;
  readonly visits: number;
  /** Sum of the rows' bases, which can count a subject in two rows. */
  readonly rowBase: number;
  readonly registry: number;
}

export function totalsOf({ plan, baseCounts }: PlanFacts): PlanTotals {
  return {
    rows: plan.rows.length,
    count: sum(plan.rows.map((row) => countOf(row, baseCounts))),
    visits: sum(plan.rows.map((row) => visitsOf(row, baseCounts))),
    rowBase: sum(plan.rows.map((row) => baseOf(row, baseCounts))),
    registry: sum(baseCounts.map((count) => count.count)),
  };
}

export function registryCountOf(sector: string, counts: readonly BaseCount[]): number {
  return sum(counts.filter((count) => count.sector === sector).map((count) => count.count));
}

export function sectorsOfPolicy(policy: PolicyProfile): readonly Sector[] {
  return resolvePolicy(policy, 'sectors').value;
}

/** The words for a row's sectors, each once: 危化. */
export function shortOf(row: RowContent, policy: PolicyProfile): string {
  const words = sectorsOfPolicy(policy).filter((sector) => row.sectors.includes(sector.code));
  return [...new Set(words.map((sector) => sector.short))].join('、');
}

/** 「危化生产2家＋危化经营39家＝41家」: how a base is made up. */
export function baseText(row: RowContent, policy: PolicyProfile, counts: readonly BaseCount[]): string {
  const parts = sectorsOfPolicy(policy)
    .filter((sector) => row.sectors.includes(sector.code))
    .map((sector) => ({ label: sector.label, count: baseOf({ ...row, sectors: [sector.code], base: null }, counts) }));
  const total = sum(parts.map((part) => part.count));
  if (parts.length < 2) return `${total}家`;
  return `${parts.map((part) => `${part.label}${part.count}家`).join('＋')}＝${total}家`;
}

/** 「名录库共133家，其中煤矿6家、洗储煤场31家…。」: 自动底数 of the plan's text (ZZ-04). */
export function registryText({ policy, baseCounts }: PlanSurroundings): string {
  const parts = sectorsOfPolicy(policy)
    .map(({ code, label }) => ({ label, count: registryCountOf(code, baseCounts) }))
    .filter(({ count }) => count > 0);
  const total = `名录库共${sum(parts.map(({ count }) => count))}家`;
  return parts.length < 2
    ? `${total}。`
    : `${total}，其中${parts.map((part) => `${part.label}${part.count}家`).join('、')}。`;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
