import type { Size } from '@mingchou/verifier';
import type { Clause } from '../policy/index.ts';

/** What speaks against a design, in figures. */
export type DesignFact =
  /** 不定向抽查 that names conditions of its own. */
  | { readonly code: 'conditions-in-non-targeted' }
  /** The plan row was approved as the other type. */
  | { readonly code: 'selection-differs'; readonly approved: 'targeted' | 'nonTargeted' }
  /** Sectors or level that the approved row does not name. */
  | { readonly code: 'outside-the-plan'; readonly sectors: readonly string[] }
  /** Objects are drawn once a round, and no round is open for these sectors. */
  | { readonly code: 'round-not-open'; readonly sectors: readonly string[] }
  /** 行政处罚法 §42: fewer than two a visit. */
  | { readonly code: 'team-too-small'; readonly seats: number }
  | { readonly code: 'no-strata' }
  | { readonly code: 'stratum-twice'; readonly stratum: string }
  | { readonly code: 'nothing-drawn' }
  | { readonly code: 'rounding-differs'; readonly stratum: string }
  /** 重点 bound left out or below what the policy promises of every draw. */
  | { readonly code: 'key-share-below-policy'; readonly promised: Size }
  | { readonly code: 'pool-empty' }
  | { readonly code: 'stratum-not-named'; readonly stratum: string; readonly entries: number }
  | { readonly code: 'stratum-empty'; readonly stratum: string }
  | {
      readonly code: 'size-above-pool';
      readonly stratum: string;
      readonly size: number;
      readonly eligible: number;
      readonly by: number;
    }
  | { readonly code: 'small-stratum'; readonly stratum: string; readonly eligible: number; readonly least: number }
  | { readonly code: 'reserve-scarce'; readonly stratum: string; readonly wanted: number; readonly found: number }
  | { readonly code: 'bound-crossed'; readonly min: number; readonly max: number }
  | {
      readonly code: 'bound-unreachable';
      readonly bound: 'min' | 'max';
      readonly wanted: number;
      readonly reachable: number;
      readonly by: number;
    }
  | { readonly code: 'bounds-contradict'; readonly by: number }
  | { readonly code: 'base-differs'; readonly planned: number; readonly found: number }
  | { readonly code: 'count-differs'; readonly approved: number; readonly total: number }
  | { readonly code: 'inspectors-too-few'; readonly found: number; readonly needed: number }
  | { readonly code: 'nobody-qualified'; readonly stratum: string; readonly needs: readonly string[] }
  | { readonly code: 'seats-left-vacant'; readonly seats: number };

/** `must` keeps the draw from going on, `check` needs an eye. */
export type DesignFinding = DesignFact & { readonly level: 'must' | 'check'; readonly clause: Clause };

/** Departures that a deputy director may allow with a reason; nothing else can be overridden. */
const overridable: readonly DesignFact['code'][] = ['selection-differs', 'key-share-below-policy', 'count-differs'];

export function isOverridable({ code }: DesignFact): boolean {
  return overridable.includes(code);
}

/** The findings that keep the draw from going on. */
export function mustFindings(findings: readonly DesignFinding[]): readonly DesignFinding[] {
  return findings.filter((finding) => finding.level === 'must');
}

/** A departure from plan or policy: to be settled, or, once asked for with a reason, to be looked at. */
export function departure(fact: DesignFact, clause: Clause, override: object | null): DesignFinding {
  return { ...fact, clause, level: override === null ? 'must' : 'check' };
}

/** Where the draw protocol says so. */
export function protocolClause(section: number): Clause {
  return { source: '抽签协议mc-draw/1', place: `第${section}节`, verified: true };
}

/** The approved plan row. */
export function planClause(rowNo: number): Clause {
  return { source: '已批准的年度计划', place: `第${rowNo}项`, verified: true };
}

export const teamClause: Clause = { source: '《行政处罚法》', place: '第四十二条', verified: true };
/** A threshold of this system where no document sets one. */
export const ownClause: Clause = { source: '系统默认', place: '名单不少于20家', verified: true };
