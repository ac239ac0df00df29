import type { Size } from '@mingchou/verifier';
import type { DesignOrder, DrawDesign } from './design.ts';
import { hasOwnConditions } from './filter.ts';
import type { DrawRound } from './exclusion.ts';
import type { DesignFinding } from './finding.ts';
import { departure, planClause, protocolClause, teamClause } from './finding.ts';
import type { DrawPolicy } from './policy.ts';
import type { DesignOverride } from './setup.ts';

/**
 * What plan and policy have against a design, whatever stands in the registry. The round is the one that is open for it,
 * `settled` once the draw is prepared and keeps the round it began in.
 */
export function designFindings(
  design: DrawDesign,
  order: DesignOrder,
  policy: DrawPolicy,
  override: DesignOverride | null = null,
  round: DrawRound | null | 'settled' = 'settled',
): DesignFinding[] {
  return [
    ...roundFindings(design, policy, round),
    ...teamFindings(policy),
    ...selectionFindings(design, order, override),
    ...scopeFindings(design, order),
    ...strataFindings(design),
    ...roundingFindings(design, policy),
    ...keyShareFindings(design, policy, override),
  ];
}

function roundFindings(
  { filter }: DrawDesign,
  { exclusion, repeats }: DrawPolicy,
  round: DrawRound | null | 'settled',
): DesignFinding[] {
  if (exclusion.drawnBefore !== 'leaveThisRound' || round !== null) return [];
  return [{ code: 'round-not-open', sectors: filter.sectors, level: 'must', clause: repeats }];
}

function teamFindings({ seats }: DrawPolicy): DesignFinding[] {
  return seats >= 2 ? [] : [{ code: 'team-too-small', seats, level: 'must', clause: teamClause }];
}

function selectionFindings(
  { filter }: DrawDesign,
  { selection, rowNo }: DesignOrder,
  override: DesignOverride | null,
): DesignFinding[] {
  const clause = planClause(rowNo);
  const found: DesignFinding[] = [];
  if (filter.selection !== selection) {
    found.push(departure({ code: 'selection-differs', approved: selection }, clause, override));
  }
  // 不定向 means that nobody picks: the whole of what the plan row names is the pool (ZZ-10).
  if (filter.selection === 'nonTargeted' && hasOwnConditions(filter)) {
    found.push({ code: 'conditions-in-non-targeted', level: 'must', clause });
  }
  return found;
}

/** A filter may narrow what the plan row names, never widen it. */
function scopeFindings({ filter }: DrawDesign, { sectors, level, rowNo }: DesignOrder): DesignFinding[] {
  const beyond = filter.sectors.filter((sector) => !sectors.includes(sector));
  const wider = level !== 'all' && filter.level !== level;
  if (beyond.length === 0 && !wider && filter.sectors.length > 0) return [];
  return [{ code: 'outside-the-plan', sectors: beyond, level: 'must', clause: planClause(rowNo) }];
}

function strataFindings({ strata }: DrawDesign): DesignFinding[] {
  const clause = protocolClause(3);
  if (strata.length === 0) return [{ code: 'no-strata', level: 'must', clause }];
  const codes = strata.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  return twice === undefined ? [] : [{ code: 'stratum-twice', stratum: twice, level: 'must', clause }];
}

function roundingFindings({ strata }: DrawDesign, { rounding }: DrawPolicy): DesignFinding[] {
  return strata
    .filter(({ size }) => 'round' in size && size.round !== rounding.value)
    .map(({ code }) => ({ code: 'rounding-differs', stratum: code, level: 'check', clause: rounding.clause }));
}

/** GX-13: each draw keeps the policy's share of 重点. */
function keyShareFindings(
  { quota }: DrawDesign,
  { keyShare }: DrawPolicy,
  override: DesignOverride | null,
): DesignFinding[] {
  const promised = keyShare?.value.min ?? null;
  if (keyShare === null || promised === null) return [];
  const kept = quota.some(({ min }) => min !== null && isAtLeast(min, promised));
  return kept ? [] : [departure({ code: 'key-share-below-policy', promised }, keyShare.clause, override)];
}

/** A count is no share: it keeps a promised share only for one size of the sample. */
function isAtLeast(min: Size, promised: Size): boolean {
  if ('count' in min || 'count' in promised) return false;
  return BigInt(min.ratio.n) * BigInt(promised.ratio.d) >= BigInt(promised.ratio.n) * BigInt(min.ratio.d);
}
