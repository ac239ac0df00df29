import type { Rounding as ProtocolRounding, Size } from '@mingchou/verifier';
import type { Role } from '../account/role.ts';
import type {
  Clause,
  DrawPlatform,
  PolicyProfile,
  PolicyValues,
  Rounding,
  Rule,
  Sector,
  TaskProfile,
} from '../policy/index.ts';
import { clauseTitle, resolvePolicy } from '../policy/index.ts';
import type { RecusalDecider } from './amendment.ts';
import type { ExclusionPolicy } from './exclusion.ts';
import type { SourceKind } from './setup.ts';
import { sourceKinds } from './setup.ts';
import type { QuotaBound } from './quota.ts';
import { keyGroup } from './quota.ts';

/** What the bureau's policy says about draws. */
export interface DrawPolicy {
  readonly operatorRole: Role;
  readonly diceDigits: number;
  readonly leastWitnesses: number;
  /** Kinds of sources that may be announced; all of mc-draw/1 §5 where the policy says nothing. */
  readonly allowedSources: readonly SourceKind[];
  /** 候补, reckoned from the sample of each stratum. */
  readonly reserve: Size;
  /** 比例取整. */
  readonly rounding: Rule<ProtocolRounding>;
  /** The least share of 重点 in every draw, where the policy promises one (GX-13). */
  readonly keyShare: Rule<QuotaBound> | null;
  readonly sectors: readonly Sector[];
  /** People in a team. */
  readonly seats: number;
  readonly exclusion: ExclusionPolicy;
  /** Where the bureau says whether an object may be drawn again. */
  readonly repeats: Clause;
  /** Whether draws may happen on another platform (LZ, YS). */
  readonly platform: DrawPlatform;
  /** 回避由谁决定 */
  readonly recusalDecider: RecusalDecider;
  /** 封存抽签: for which tasks, and how soon after the last visit it must be unsealed. */
  readonly sealing: PolicyValues['draw.sealing'];
}

/** What the bureau's rules, or those of one task, say about draws. */
export function drawPolicyOf(profile: PolicyProfile | TaskProfile): DrawPolicy {
  const sources = resolvePolicy(profile, 'draw.sources').value;
  const reserve = resolvePolicy(profile, 'draw.reserve').value;
  const rounding = resolvePolicy(profile, 'ratio.rounding');
  return {
    operatorRole: resolvePolicy(profile, 'draw.operatorRole').value,
    diceDigits: sources.diceDigits,
    leastWitnesses: sources.witnesses,
    allowedSources: sources.allowed ?? sourceKinds,
    reserve: protocolSize(reserve),
    rounding: { value: protocolRounding[rounding.value], clause: rounding.clause },
    keyShare: keyShareOf(profile),
    sectors: resolvePolicy(profile, 'sectors').value,
    seats: resolvePolicy(profile, 'team.minInspectors').value,
    exclusion: exclusionPolicyOf(profile),
    repeats: resolvePolicy(profile, 'exclusion.rule').clause,
    sealing: resolvePolicy(profile, 'draw.sealing').value,
    platform: resolvePolicy(profile, 'draw.platform').value,
    recusalDecider: resolvePolicy(profile, 'recusal.decider').value,
  };
}

const leavers: Readonly<Record<PolicyValues['exclusion.rule'], ExclusionPolicy['drawnBefore']>> = {
  none: 'stay',
  'frequency-reached': 'stay',
  'drawn-in-round': 'leaveThisRound',
  'drawn-in-year': 'leaveThisYear',
  'avoid-repeats': 'leaveThisYear',
};

function exclusionPolicyOf(profile: PolicyProfile): ExclusionPolicy {
  const rule = resolvePolicy(profile, 'exclusion.rule');
  const openTask = resolvePolicy(profile, 'exclusion.openTask');
  const caps = resolvePolicy(profile, 'frequency.cap');
  const repeated = clauseTitle(rule.clause);
  return {
    drawnBefore: leavers[rule.value],
    openTask: openTask.value,
    frequency: rule.value === 'frequency-reached' ? frequencyOf(profile) : null,
    caps: caps.value,
    clauses: {
      'drawn-this-round': repeated,
      'drawn-this-year': repeated,
      'frequency-reached': repeated,
      'in-open-task': clauseTitle(openTask.clause),
      'frequency-cap': clauseTitle(caps.clause),
    },
  };
}

/** GX-15: who has reached the year's frequency is no longer drawn; without a number for an object nobody has reached it. */
function frequencyOf(profile: PolicyProfile): number | null {
  const rules = resolvePolicy(profile, 'frequency.perObject').value;
  return rules.find((rule) => rule.counts === 'inspections-per-subject')?.times ?? null;
}

/** The policy's words for rounding in the draw protocol's. */
export const protocolRounding: Readonly<Record<Rounding, ProtocolRounding>> = {
  ceil: 'ceil',
  floor: 'floor',
  'half-up': 'halfUp',
};

/** The policy's words for a size in the draw protocol's. */
function protocolSize(reserve: PolicyValues['draw.reserve']): Size {
  if ('count' in reserve) return { count: reserve.count };
  return { ratio: { n: reserve.ratio.n, d: reserve.ratio.d }, round: protocolRounding[reserve.rounding] };
}

/** 重点 are the key sectors of the policy; where it calls none 重点, the objects that the registry does. */
function keyShareOf(profile: PolicyProfile): { readonly value: QuotaBound; readonly clause: Clause } | null {
  const { value: share, clause } = resolvePolicy(profile, 'quota.keySharePerDraw');
  if (share === null) return null;
  const sectors = resolvePolicy(profile, 'sectors').value.filter((sector) => sector.key);
  const members: QuotaBound['members'] =
    sectors.length === 0
      ? { of: 'priority-subjects' }
      : { of: 'key-sectors', sectors: sectors.map((sector) => sector.code) };
  // 「不低于」 is kept only by rounding up.
  const min: Size = { ratio: { n: share.n, d: share.d }, round: 'ceil' };
  return { value: { group: keyGroup, members, min, max: null }, clause };
}
