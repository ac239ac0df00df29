import type { Size } from '@mingchou/verifier';
import { sizeOf } from '@mingchou/verifier';
import type { Role } from '../account/role.ts';
import type { PolicyProfile, PolicyValues } from '../policy/index.ts';
import { resolvePolicy } from '../policy/index.ts';
import type { ExclusionPolicy, SourceKind } from './setup.ts';
import { sourceKinds } from './setup.ts';

/** What the bureau's policy says about draws. */
export interface DrawPolicy {
  readonly operatorRole: Role;
  readonly diceDigits: number;
  readonly leastWitnesses: number;
  /** Kinds of sources that may be announced; all of mc-draw/1 §5 where the policy says nothing. */
  readonly allowedSources: readonly SourceKind[];
  /** 候补 for a sample of that size. */
  readonly reserve: (size: number) => number;
  /** People in a team. */
  readonly seats: number;
  readonly exclusion: ExclusionPolicy;
}

export function drawPolicyOf(profile: PolicyProfile): DrawPolicy {
  const sources = resolvePolicy(profile, 'draw.sources').value;
  const reserve = resolvePolicy(profile, 'draw.reserve').value;
  return {
    operatorRole: resolvePolicy(profile, 'draw.operatorRole').value,
    diceDigits: sources.diceDigits,
    leastWitnesses: sources.witnesses,
    allowedSources: sources.allowed ?? sourceKinds,
    reserve: (size) => sizeOf(protocolSize(reserve), size),
    seats: resolvePolicy(profile, 'team.minInspectors').value,
    exclusion: {
      drawnBefore: leavers[resolvePolicy(profile, 'exclusion.rule').value],
      frequencyCap: capOf(profile),
    },
  };
}

const leavers: Readonly<Record<PolicyValues['exclusion.rule'], ExclusionPolicy['drawnBefore']>> = {
  none: 'stay',
  'frequency-reached': 'stay',
  'drawn-in-round': 'leaveThisRound',
  'drawn-in-year': 'leaveThisRound',
  'avoid-repeats': 'leaveThisRound',
};

/** GX-15: who has reached the year's frequency is no longer drawn; without a number for an object there is no cap. */
function capOf(profile: PolicyProfile): number | null {
  if (resolvePolicy(profile, 'exclusion.rule').value !== 'frequency-reached') return null;
  const rules = resolvePolicy(profile, 'frequency.perObject').value;
  return rules.find((rule) => rule.counts === 'inspections-per-subject')?.times ?? null;
}

/** The policy's words for a size in the draw protocol's. */
function protocolSize(reserve: PolicyValues['draw.reserve']): Size {
  if ('count' in reserve) return { count: reserve.count };
  const rounds = { ceil: 'ceil', floor: 'floor', 'half-up': 'halfUp' } as const;
  return { ratio: { n: reserve.ratio.n, d: reserve.ratio.d }, round: rounds[reserve.rounding] };
}
