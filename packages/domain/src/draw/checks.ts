import type { CalendarDate } from '../time.ts';
import { entropyOfAll, isEntropyEnough } from './entropy.ts';
import type { ExclusionReason, RosterEntry } from './exclusion.ts';
import type { DrawSetup, RandomSource } from './setup.ts';
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
  | { readonly code: 'pool-not-small'; readonly eligible: number; readonly least: number }
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
);

/** Below this many objects the page warns: in a small pool every draw can be guessed at (design: 名单不太小). */
const leastPool = 20;

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
  readonly pool: readonly RosterEntry[];
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

function sizeCheck({ setup, pool }: PreDrawFacts): PreDrawCheck {
  const eligible = eligibleOf(pool);
  const { approvedCount: size, reserve } = setup;
  const level = size > eligible ? 'failed' : size + reserve > eligible ? 'warning' : 'passed';
  return { code: 'size-fits', level, size, reserve, eligible };
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

function smallPoolCheck({ pool }: PreDrawFacts): PreDrawCheck {
  const eligible = eligibleOf(pool);
  return { code: 'pool-not-small', level: eligible < leastPool ? 'warning' : 'passed', eligible, least: leastPool };
}

function certificateCheck({ setup, inspectors, leftOut }: PreDrawFacts): PreDrawCheck {
  const ends = inspectors.flatMap(({ certificateUntil }) => (certificateUntil === null ? [] : [certificateUntil]));
  const earliest = ends.reduce<CalendarDate | null>((a, b) => (a === null || b < a ? b : a), null);
  // 行政处罚法第四十二条：执法人员不得少于两人，并应持证.
  const level = inspectors.length < setup.seats.length ? 'failed' : leftOut > 0 ? 'warning' : 'passed';
  return { code: 'certificates-valid', level, inspectors: inspectors.length, earliest, leftOut };
}

function qualificationCheck({ setup, inspectors }: PreDrawFacts): PreDrawCheck {
  const needs = setup.seats.flatMap((seat) => seat.needs);
  const qualified = inspectors.filter(({ qualifications }) => needs.every((need) => qualifications.includes(need)));
  const visits = setup.approvedCount;
  const load = inspectors.length === 0 ? 0 : Math.ceil((visits * setup.seats.length) / inspectors.length);
  const capacity = qualified.length * load;
  // With balance the cap rises when the qualified are few, so a small capacity is a load, not an impossibility.
  const level = qualified.length === 0 ? 'failed' : capacity < visits ? 'warning' : 'passed';
  return { code: 'qualified-enough', level, qualified: qualified.length, capacity, visits };
}

function trialCheck({ trial }: PreDrawFacts): PreDrawCheck {
  return { code: 'trial-without-vacancy', level: trial.vacant > 0 ? 'failed' : 'passed', ...trial };
}
