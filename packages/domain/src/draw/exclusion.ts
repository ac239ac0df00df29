import type { SubjectId } from '../id.ts';
import type { FilterFacts } from './filter.ts';
import type { ExclusionPolicy } from './setup.ts';

/** Why an object of the pool cannot be drawn; the code stands in exclusions.csv. */
export const exclusionReasons = ['closed', 'suspended', 'drawn-this-round', 'frequency-cap'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** An object as the registry knows it on the day of the freeze. */
export interface SubjectAtFreeze extends FilterFacts {
  readonly subjectId: SubjectId;
  /** 统一社会信用代码 or another typed code (mc-draw/1 §1 `id`). */
  readonly code: string;
  readonly standing: 'active' | 'closed' | 'suspended';
  /** Document or note behind a standing other than active. */
  readonly evidence: string | null;
  readonly drawnThisRound: boolean;
  readonly inspectionsThisYear: number;
}

export interface RosterEntry {
  readonly subjectId: SubjectId;
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  readonly exclusion: { readonly reason: ExclusionReason; readonly evidence: string | null } | null;
}

/** Where an object of the pool stands: its stratum and its group (mc-draw/1 §2). */
export interface Place {
  readonly stratum: string;
  readonly group: string;
}
export type PlacedEntry = RosterEntry & Place;

/**
 * The pool with automatic exclusions. An excluded object stays in the pool, flagged, with its reason:
 * nothing disappears silently (mc-draw/1 §2). The first reason that applies is the one recorded.
 */
export function poolOf(subjects: readonly SubjectAtFreeze[], policy: ExclusionPolicy): RosterEntry[] {
  return subjects
    .map((subject) => ({
      subjectId: subject.subjectId,
      code: subject.code,
      name: subject.name,
      sector: subject.sector,
      exclusion: exclusionOf(subject, policy),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function exclusionOf(subject: SubjectAtFreeze, policy: ExclusionPolicy): RosterEntry['exclusion'] {
  if (subject.standing !== 'active') return { reason: subject.standing, evidence: subject.evidence };
  // 2022年抽查工作计划 六（一）：对于已经抽查过的对象，不再列为下一轮随机抽查对象。
  if (policy.drawnBefore === 'leaveThisRound' && subject.drawnThisRound) {
    return { reason: 'drawn-this-round', evidence: null };
  }
  if (policy.frequencyCap !== null && subject.inspectionsThisYear >= policy.frequencyCap) {
    return { reason: 'frequency-cap', evidence: null };
  }
  return null;
}
