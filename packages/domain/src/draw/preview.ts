import type { Size } from '@mingchou/verifier';
import { sizeOf } from '@mingchou/verifier';
import type { Ratio } from '../policy/index.ts';
import { formulaOf } from '../policy/index.ts';
import { countReasons, eligibleOf, qualifiedFor, visitCount } from './checks.ts';
import type { ExclusionReason } from './exclusion.ts';
import type { DesignFinding } from './finding.ts';
import { mustFindings, teamClause } from './finding.ts';
import { poolFindings } from './lint-pool.ts';
import type { Roster } from './roster.ts';
import { inspectorLines } from './roster.ts';
import { poolLines, rulesOf } from './rules.ts';
import type { DrawSetup } from './setup.ts';
import type { StratumFigures } from './stratum.ts';
import { sampleTotals, strataFigures } from './stratum.ts';
import type { Trial } from './trial.ts';
import { trialOf } from './trial.ts';

export interface StratumPreview extends StratumFigures {
  readonly name: string;
  readonly batches: number | null;
  /** 41×20%＝8.2，进一，9家 */
  readonly formula: string;
  readonly visits: number;
  /** People who may take the seat that needs the stratum's qualifications. */
  readonly qualified: number;
}

/** 占比 of 重点 as it would stand. */
export interface QuotaPreview {
  readonly group: string;
  readonly min: number | null;
  readonly max: number | null;
  /** 重点 among those who can be drawn. */
  readonly eligible: number;
  /** The most of them that the sizes leave room for. */
  readonly most: number;
}

/** 试算 — what a freeze at this moment would come to. */
export interface DrawPreview {
  /** Objects that meet the filter. */
  readonly base: number;
  readonly eligible: number;
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  readonly strata: readonly StratumPreview[];
  readonly size: number;
  readonly reserve: number;
  readonly quota: readonly QuotaPreview[];
  readonly inspectors: number;
  readonly leftOut: number;
  readonly conflicts: number;
  /** Null while something stands in the way of drawing at all. */
  readonly trial: Trial | null;
  readonly findings: readonly DesignFinding[];
}

/** Rounds of the preview's trial: a few, for it runs again with every change of the form. */
const previewRounds = 5;
/** Above this many objects the trial waits for the freeze. */
const mostTried = 3000;

/** The pool, the sizes and the findings of a setup over the registry as it is now; the freeze computes the same. */
export function previewDraw(setup: DrawSetup, roster: Roster): DrawPreview {
  const { pool, inspectors } = roster;
  const strata = strataFigures(setup, pool);
  const found = [...poolFindings(setup, pool), ...teamFindings(setup, strata, roster)];
  const able = mustFindings(found).length === 0 && pool.length <= mostTried;
  const lines = poolLines(pool);
  const trial = able ? trialOf(rulesOf(setup), lines, inspectorLines(roster), roster.conflicts, previewRounds) : null;
  const vacant = trial === null ? 0 : Math.ceil(trial.vacant / trial.rounds);
  return {
    base: pool.length,
    eligible: eligibleOf(pool),
    excluded: countReasons(pool),
    strata: strata.map((figures, at) => {
      const stratum = setup.strata[at];
      if (stratum === undefined) throw new Error(`no stratum ${figures.code}`);
      const { name, batches, size } = stratum;
      const formula = sizeFormula(size, figures.eligible);
      const qualified = qualifiedFor(inspectors, stratum).length;
      return { ...figures, name, batches, formula, visits: visitCount(stratum, figures.size), qualified };
    }),
    ...sampleTotals(strata),
    quota: quotaPreview(setup, strata, roster),
    inspectors: inspectors.length,
    leftOut: roster.leftOut,
    conflicts: roster.conflicts.length,
    trial,
    findings:
      vacant === 0
        ? found
        : [...found, { code: 'seats-left-vacant', seats: vacant, level: 'must', clause: teamClause }],
  };
}

/** The calculation as an officer writes it. */
export function sizeFormula(size: Size, base: number): string {
  if ('count' in size) return `${size.count}家`;
  const rounding = ({ ceil: 'ceil', floor: 'floor', halfUp: 'half-up' } as const)[size.round];
  const ratio: Ratio = { operator: '=', base: 'sector-registry', value: size.ratio, rounding, frequency: null };
  return formulaOf(ratio, base);
}

function quotaPreview(setup: DrawSetup, strata: readonly StratumFigures[], { pool }: Roster): QuotaPreview[] {
  const { size } = sampleTotals(strata);
  const bound = (wanted: Size | null) => (wanted === null ? null : sizeOf(wanted, size));
  return setup.quota.map(({ group, min, max }) => {
    const members = pool.filter((entry) => entry.exclusion === null && entry.group === group);
    const of = (code: string) => members.filter((entry) => entry.stratum === code).length;
    const most = strata.reduce((sum, one) => sum + Math.min(one.size, of(one.code)), 0);
    return { group, min: bound(min), max: bound(max), eligible: members.length, most };
  });
}

function teamFindings(setup: DrawSetup, strata: readonly StratumFigures[], roster: Roster): DesignFinding[] {
  const needed = Math.max(...setup.strata.map(({ seats }) => seats.length));
  const found = roster.inspectors.length;
  const clause = teamClause;
  if (found < needed) return [{ code: 'inspectors-too-few', found, needed, level: 'must', clause }];
  return setup.strata.flatMap((stratum, at): DesignFinding[] => {
    if ((strata[at]?.size ?? 0) === 0 || qualifiedFor(roster.inspectors, stratum).length > 0) return [];
    const needs = [...new Set(stratum.seats.flatMap((seat) => seat.needs))];
    return [{ code: 'nobody-qualified', stratum: stratum.name, needs, level: 'must', clause }];
  });
}
