import { sizeOf } from '@mingchou/verifier';
import type { CalendarDate } from '../time.ts';
import { entropyOfAll, isEntropyEnough } from './entropy.ts';
import type { ExclusionReason, PlacedEntry, RosterEntry } from './exclusion.ts';
import type { DrawSetup, DrawStratum, RandomSource } from './setup.ts';
import type { StratumFigures } from './stratum.ts';
import { sampleTotals } from './stratum.ts';
import type { Trial } from './trial.ts';

/** `warning` needs an eye, `failed` keeps the commitment from being published. */
export type PreDrawLevel = 'passed' | 'warning' | 'failed';

/** 开签前检查 — one question asked of the frozen roster before anything random exists; the page words it from the figures. */
export type PreDrawCheck = { readonly level: PreDrawLevel } & (
  | { readonly code: 'base-equals-plan'; readonly planned: number; readonly found: number }
  | { readonly code: 'size-fits'; readonly size: number; readonly reserve: number; readonly eligible: number }
  | {
      readonly code: 'exclusions-have-reasons';
      readonly reasons: readonly { readonly reason: ExclusionReason; readonly count: number }[];
      /** Closed or suspended without any document behind it. */
      readonly withoutEvidence: number;
    }
  | {
      readonly code: 'entropy-enough';
      readonly milliBits: number;
      readonly withoutOne: number;
      readonly controllers: number;
    }
  | {
      readonly code: 'pool-not-small';
      readonly eligible: number;
      readonly least: number;
      /** Name of the smallest stratum, where there are several. */
      readonly stratum?: string;
    }
  | {
      readonly code: 'certificates-valid';
      readonly inspectors: number;
      readonly earliest: CalendarDate | null;
      /** Left out because the certificate ends before the inspections do. */
      readonly leftOut: number;
    }
  | {
      readonly code: 'qualified-enough';
      readonly qualified: number;
      /** Visits the qualified can take together under the balanced load. */
      readonly capacity: number;
      readonly visits: number;
    }
  | {
      readonly code: 'trial-without-vacancy';
      readonly rounds: number;
      readonly vacant: number;
      readonly busiest: number;
      /** The likeliest pair in one visit: ten-thousandths of a chance. */
      readonly likeliestPair: number;
    }
  | { readonly code: 'conflicts-avoided'; readonly conflicts: number }
  | {
      readonly code: 'quota-kept';
      readonly min: number | null;
      readonly max: number | null;
      /** 重点 among those who can be drawn. */
      readonly eligible: number;
    }
  | { readonly code: 'override-approved'; readonly approved: number; readonly total: number; readonly by: string }
);

/** Below this many objects the page warns: in a small pool every draw can be guessed at (design: 名单不太小). */
export const leastPool = 20;

/** An inspector as frozen: only those whose certificate outlasts the window stand in it. */
export interface RosterInspector {
  /** `id` of inspectors.csv. */
  readonly code: string;
  readonly qualifications: readonly string[];
  readonly certificateUntil: CalendarDate | null;
}

export interface PreDrawFacts {
  readonly setup: DrawSetup;
  readonly sources: readonly RandomSource[];
  readonly pool: readonly PlacedEntry[];
  readonly strata: readonly StratumFigures[];
  readonly inspectors: readonly RosterInspector[];
  readonly leftOut: number;
  readonly conflicts: number;
  readonly trial: Trial;
}

/** All checks in the order of the page. */
export function preDrawChecks(facts: PreDrawFacts): PreDrawCheck[] {
  return [
    baseCheck(facts),
    sizeCheck(facts),
    exclusionCheck(facts),
    entropyCheck(facts),
    smallPoolCheck(facts),
    certificateCheck(facts),
    qualificationCheck(facts),
    trialCheck(facts),
    { code: 'conflicts-avoided', level: 'passed', conflicts: facts.conflicts },
    ...quotaChecks(facts),
    ...overrideChecks(facts),
  ];
}

export function eligibleOf(pool: readonly RosterEntry[]): number {
  return pool.filter((entry) => entry.exclusion === null).length;
}

/** How many objects leave for each reason, in the order in which the reasons are written down. */
export function countReasons(
  pool: readonly RosterEntry[],
): { readonly reason: ExclusionReason; readonly count: number }[] {
  const counts = new Map<ExclusionReason, number>();
  for (const { exclusion } of pool) {
    if (exclusion !== null) counts.set(exclusion.reason, (counts.get(exclusion.reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

function baseCheck({ setup, pool }: PreDrawFacts): PreDrawCheck {
  const level = pool.length === setup.approvedBase ? 'passed' : 'warning';
  return { code: 'base-equals-plan', level, planned: setup.approvedBase, found: pool.length };
}

function sizeCheck({ setup, strata, pool }: PreDrawFacts): PreDrawCheck {
  const eligible = eligibleOf(pool);
  const { size } = sampleTotals(strata);
  const reserve = strata.reduce((sum, one) => sum + wantedReserve(one, setup), 0);
  // A stratum drawn whole has nobody left for a reserve, and that is no fault.
  const scarce = strata.some((one) => !one.full && one.size + wantedReserve(one, setup) > one.eligible);
  const level = strata.some((one) => one.size > one.eligible) ? 'failed' : scarce ? 'warning' : 'passed';
  return { code: 'size-fits', level, size, reserve, eligible };
}

/** Who is drawn wholly has no reserve, nor has who draws nothing. */
function wantedReserve({ size, full }: StratumFigures, { reserve }: DrawSetup): number {
  return size === 0 || full ? 0 : sizeOf(reserve, size);
}

function exclusionCheck({ pool }: PreDrawFacts): PreDrawCheck {
  const withoutEvidence = pool.filter(
    ({ exclusion }) =>
      exclusion !== null &&
      (exclusion.reason === 'closed' || exclusion.reason === 'suspended') &&
      exclusion.evidence === null,
  ).length;
  const level = withoutEvidence > 0 ? 'warning' : 'passed';
  return { code: 'exclusions-have-reasons', level, reasons: countReasons(pool), withoutEvidence };
}

function entropyCheck({ sources }: PreDrawFacts): PreDrawCheck {
  const { total, withoutOne } = entropyOfAll(sources);
  const controllers = new Set(sources.map((source) => source.by)).size;
  const level = isEntropyEnough(sources) ? 'passed' : 'failed';
  return { code: 'entropy-enough', level, milliBits: total, withoutOne, controllers };
}

/** The smallest stratum that is not drawn whole: where all are inspected only the order is drawn. */
function smallPoolCheck({ setup, strata, pool }: PreDrawFacts): PreDrawCheck {
  const partly = strata.filter((one) => one.size > 0 && !one.full);
  const smallest = partly.reduce<StratumFigures | undefined>(
    (least, one) => (least === undefined || one.eligible < least.eligible ? one : least),
    undefined,
  );
  const eligible = smallest?.eligible ?? eligibleOf(pool);
  const level = smallest !== undefined && eligible < leastPool ? 'warning' : 'passed';
  const named = setup.strata.length > 1 ? setup.strata.find(({ code }) => code === smallest?.code)?.name : undefined;
  return {
    code: 'pool-not-small',
    level,
    eligible,
    least: leastPool,
    ...(named === undefined ? {} : { stratum: named }),
  };
}

function certificateCheck({ setup, inspectors, leftOut }: PreDrawFacts): PreDrawCheck {
  const ends = inspectors.flatMap(({ certificateUntil }) => (certificateUntil === null ? [] : [certificateUntil]));
  const earliest = ends.reduce<CalendarDate | null>((a, b) => (a === null || b < a ? b : a), null);
  // 行政处罚法第四十二条：执法人员不得少于两人，并应持证.
  const team = Math.max(...setup.strata.map((stratum) => stratum.seats.length));
  const level = inspectors.length < team ? 'failed' : leftOut > 0 ? 'warning' : 'passed';
  return { code: 'certificates-valid', level, inspectors: inspectors.length, earliest, leftOut };
}

/** The stratum whose qualified people are the scarcest for its visits. */
function qualificationCheck({ setup, strata, inspectors }: PreDrawFacts): PreDrawCheck {
  const sent = setup.strata.map((stratum, at) => ({ stratum, visits: visitCount(stratum, strata[at]?.size ?? 0) }));
  const seats = sent.reduce((sum, { stratum, visits }) => sum + visits * stratum.seats.length, 0);
  const load = inspectors.length === 0 ? 0 : Math.ceil(seats / inspectors.length);
  const [scarcest] = sent
    .filter(({ visits }) => visits > 0)
    .map(({ stratum, visits }) => {
      const qualified = qualifiedFor(inspectors, stratum).length;
      return { qualified, capacity: qualified * load, visits };
    })
    .sort((a, b) => a.capacity - a.visits - (b.capacity - b.visits));
  const { qualified, capacity, visits } = scarcest ?? { qualified: inspectors.length, capacity: 0, visits: 0 };
  // With balance the cap rises when the qualified are few, so a small capacity is a load, not an impossibility.
  const level = qualified === 0 ? 'failed' : capacity < visits ? 'warning' : 'passed';
  return { code: 'qualified-enough', level, qualified, capacity, visits };
}

/** One visit an object, or one a batch. */
export function visitCount({ batches }: Pick<DrawStratum, 'batches'>, size: number): number {
  return batches === null ? size : Math.min(batches, size);
}

/** Who could take any seat of the stratum's team. */
export function qualifiedFor<T extends Pick<RosterInspector, 'qualifications'>>(
  inspectors: readonly T[],
  { seats }: DrawStratum,
): T[] {
  return inspectors.filter(({ qualifications }) =>
    seats.every(({ needs }) => needs.every((need) => qualifications.includes(need))),
  );
}

/** Only where shares are bounded; bounds that cannot be met were refused before. */
function quotaChecks({ setup, strata, pool }: PreDrawFacts): PreDrawCheck[] {
  const { size } = sampleTotals(strata);
  return setup.quota.map(({ group, min, max }) => ({
    code: 'quota-kept',
    level: 'passed',
    min: min === null ? null : sizeOf(min, size),
    max: max === null ? null : sizeOf(max, size),
    eligible: pool.filter((entry) => entry.exclusion === null && entry.group === group).length,
  }));
}

function overrideChecks({ setup, strata }: PreDrawFacts): PreDrawCheck[] {
  const by = setup.override?.approved?.name;
  if (by === undefined) return [];
  const { size: total } = sampleTotals(strata);
  return [{ code: 'override-approved', level: 'warning', approved: setup.approvedCount, total, by }];
}

function trialCheck({ trial }: PreDrawFacts): PreDrawCheck {
  return { code: 'trial-without-vacancy', level: trial.vacant > 0 ? 'failed' : 'passed', ...trial };
}
