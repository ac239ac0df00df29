import type { PoolEntry, Size } from '@mingchou/verifier';
import { sampleSizes, sizeOf } from '@mingchou/verifier';
import type { Place, PlacedEntry } from './exclusion.ts';
import type { DrawGrade, FilterFacts } from './filter.ts';
import { groupOf } from './quota.ts';
import { poolLines, rulesOf } from './rules.ts';
import type { DrawSetup } from './setup.ts';

/** Code of the stratum of one grade in rules.json. */
export function gradeStratum(grade: DrawGrade): string {
  return `grade-${grade}`;
}

/** The stratum an object falls into, whether the rules name it or not. */
export function drawPlaceOf(setup: Pick<DrawSetup, 'stratifiedBy' | 'strata' | 'quota'>, facts: FilterFacts): Place {
  const group = groupOf(setup.quota, facts);
  switch (setup.stratifiedBy) {
    case 'none':
      return { stratum: setup.strata[0]?.code ?? '-', group };
    case 'sector':
      return { stratum: facts.sector, group };
    case 'grade':
      return { stratum: gradeStratum(facts.grade), group };
  }
}

/** One stratum of the pool in figures. */
export interface StratumFigures {
  readonly code: string;
  readonly pool: number;
  readonly eligible: number;
  /** How many are drawn. */
  readonly size: number;
  /** How many reserves there will be. */
  readonly reserve: number;
  /** 全部检查: everyone who can be drawn is; the draw settles the order only (mc-draw/1 §6.5). */
  readonly full: boolean;
}

/** The strata in the order of the rules. */
export function strataFigures(setup: DrawSetup, roster: readonly PlacedEntry[]): StratumFigures[] {
  const pool = poolLines(roster);
  const sizes = sampleSizes(rulesOf(setup), pool);
  return setup.strata.map(({ code }, at) => figuresOf(pool, code, sizes[at] ?? 0, setup.reserve));
}

function figuresOf(pool: readonly PoolEntry[], code: string, size: number, wanted: Size): StratumFigures {
  const entries = pool.filter((entry) => entry.stratum === code);
  const eligible = entries.filter((entry) => !entry.excluded).length;
  const reserve = size === 0 ? 0 : Math.max(0, Math.min(sizeOf(wanted, size), eligible - size));
  return { code, pool: entries.length, eligible, size, reserve, full: size > 0 && size >= eligible };
}

/** 抽取 and 候补 over all strata. */
export function sampleTotals(strata: readonly StratumFigures[]): { readonly size: number; readonly reserve: number } {
  return {
    size: strata.reduce((sum, one) => sum + one.size, 0),
    reserve: strata.reduce((sum, one) => sum + one.reserve, 0),
  };
}
