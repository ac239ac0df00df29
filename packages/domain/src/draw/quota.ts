import type { Size } from '@mingchou/verifier';
import type { FilterFacts } from './filter.ts';

/** Group of the pool whose share is bounded; everything else stands in `-`. */
export const keyGroup = 'K';

/** 重点: the sectors that the bureau's policy calls 重点 (GX-06), or the objects that the registry does. */
export type KeyMembers =
  | { readonly of: 'key-sectors'; readonly sectors: readonly string[] }
  | { readonly of: 'priority-subjects' };

/** 占比 — how many of the whole sample must, or may at most, be 重点 (GX-13). */
export interface QuotaBound {
  readonly group: typeof keyGroup;
  readonly members: KeyMembers;
  readonly min: Size | null;
  readonly max: Size | null;
}

/** The group of pool.csv in which an object stands. */
export function groupOf(quota: readonly QuotaBound[], facts: Pick<FilterFacts, 'sector' | 'priority'>): string {
  return quota.find(({ members }) => isKey(members, facts))?.group ?? '-';
}

function isKey(members: KeyMembers, { sector, priority }: Pick<FilterFacts, 'sector' | 'priority'>): boolean {
  return members.of === 'key-sectors' ? members.sectors.includes(sector) : priority === 'priority';
}
