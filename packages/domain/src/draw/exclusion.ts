import type { RoundId, SubjectId } from '../id.ts';
import { capFor } from '../policy/index.ts';
import type { CalendarDate } from '../time.ts';
import type { FilterFacts } from './filter.ts';
import type { DrawAct } from './act.ts';

/** Why an object of the pool cannot be drawn; the code stands in exclusions.csv. */
export const exclusionReasons = [
  'closed',
  'suspended',
  'drawn-this-round',
  'drawn-this-year',
  'in-open-task',
  'frequency-cap',
  'frequency-reached',
  'left-out',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export const overrideKinds = ['put-back', 'leave-out'] as const;
export type OverrideKind = (typeof overrideKinds)[number];

/** 恢复列入 or 另行排除 — what a person wants otherwise than the rules say of one object, and who decided on it. */
export interface ExclusionOverride {
  /** Place among the overrides of the draw, from 1. */
  readonly no: number;
  readonly kind: OverrideKind;
  readonly subjectId: SubjectId;
  readonly code: string;
  readonly name: string;
  /** The reasons that are set aside, all that stood when it was asked for; none when an eligible object is left out. */
  readonly was: readonly ExclusionReason[];
  readonly text: string;
  /** 法律依据: asked where the number of checks has a cap (N-19: hard stop, override only with legal ground). */
  readonly ground: string | null;
  readonly applicant: DrawAct;
  readonly decision: {
    readonly kind: 'approved' | 'declined';
    readonly text: string | null;
    readonly act: DrawAct;
  } | null;
}

/** 频次上限 (N-19) of one class of objects: the first that fits an object counts. No sector, no grade: every one. */
export interface FrequencyCap {
  readonly sectors: readonly string[];
  readonly grade: string | null;
  /** Checks a year, whatever their reason. */
  readonly times: number;
}

/** Which of the objects that could be drawn leave the pool; policy data with its clauses. */
export interface ExclusionPolicy {
  /** Earlier draws that take an object out: those of the same round, of the same year, or none. */
  readonly drawnBefore: 'stay' | 'leaveThisRound' | 'leaveThisYear';
  /** Whether an object leaves while an earlier draw's check of it is not finished. */
  readonly openTask: 'stay' | 'leave';
  /** 已达到抽查频次的 (GX-15): so many checks a year are enough; null where no document gives a number. */
  readonly frequency: number | null;
  readonly caps: readonly FrequencyCap[];
  /** Where each rule stands: 2022年抽查工作计划 六（一）. */
  readonly clauses: Readonly<Partial<Record<ExclusionReason, string>>>;
}

/** The round a draw belongs to. */
export interface DrawRound {
  readonly id: RoundId;
  readonly name: string;
}

/** An earlier draw that selected the object: here, or on another platform. */
export interface DrawnBefore {
  readonly kind: 'committed' | 'external';
  /** 抽签 number, or register number of an external draw. */
  readonly no: number;
  readonly on: CalendarDate;
}

/** An object as the registry knows it on the day of the freeze. */
export interface SubjectAtFreeze extends FilterFacts {
  readonly subjectId: SubjectId;
  /** 统一社会信用代码 or another typed code (mc-draw/1 §1 `id`). */
  readonly code: string;
  readonly standing: 'active' | 'closed' | 'suspended';
  /** Document or note behind a standing other than active. */
  readonly evidence: string | null;
  readonly drawnThisRound: DrawnBefore | null;
  readonly drawnThisYear: DrawnBefore | null;
  /** The earlier draw whose check of the object is not finished. */
  readonly openTask: DrawnBefore | null;
  /** Days of this year on which it was inspected. */
  readonly inspectedOn: readonly CalendarDate[];
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
 * The pool with its exclusions. An excluded object stays in the pool, flagged, with its reason: nothing disappears
 * silently (mc-draw/1 §2). The first reason that applies is the one recorded. What a leader has approved is heeded:
 * an object put back is excluded again only for a reason that the approval did not name.
 */
export function poolOf(
  subjects: readonly SubjectAtFreeze[],
  policy: ExclusionPolicy,
  overrides: readonly ExclusionOverride[] = [],
): RosterEntry[] {
  return subjects
    .map((subject) => ({
      subjectId: subject.subjectId,
      code: subject.code,
      name: subject.name,
      sector: subject.sector,
      exclusion: exclusionOf(subject, policy, approvedFor(subject.subjectId, overrides)),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What was approved of one object. */
export function approvedFor(
  subjectId: SubjectId,
  overrides: readonly ExclusionOverride[],
): readonly ExclusionOverride[] {
  return overrides.filter((one) => one.subjectId === subjectId && one.decision?.kind === 'approved');
}

function exclusionOf(
  subject: SubjectAtFreeze,
  policy: ExclusionPolicy,
  approved: readonly ExclusionOverride[],
): RosterEntry['exclusion'] {
  const [found] = standingReasons(subject, policy, approved);
  if (found !== undefined) return found;
  const leftOut = approved.find(({ kind }) => kind === 'leave-out');
  if (leftOut === undefined) return null;
  const approver = leftOut.decision?.act.name ?? '';
  return { reason: 'left-out', evidence: `${leftOut.text}（${leftOut.applicant.name}申请，${approver}批准）` };
}

/** The reasons against the object that no approval has set aside, the strongest first. */
export function standingReasons(
  subject: SubjectAtFreeze,
  policy: ExclusionPolicy,
  approved: readonly ExclusionOverride[],
): NonNullable<RosterEntry['exclusion']>[] {
  const lifted = approved.flatMap(({ kind, was }) => (kind === 'put-back' ? was : []));
  return reasonsOf(subject, policy).filter(({ reason }) => isFloor(reason) || !lifted.includes(reason));
}

/** What the law forbids nobody can approve: an object that no longer exists is not drawn. */
export function isFloor(reason: ExclusionReason): boolean {
  return reason === 'closed';
}

/** Every reason against the object, the strongest first. */
function reasonsOf(subject: SubjectAtFreeze, policy: ExclusionPolicy): NonNullable<RosterEntry['exclusion']>[] {
  const found: NonNullable<RosterEntry['exclusion']>[] = [];
  const add = (reason: ExclusionReason, fact: string) => {
    const clause = policy.clauses[reason];
    found.push({ reason, evidence: clause === undefined ? fact : `${fact}；依据${clause}` });
  };
  const { standing, drawnThisRound, drawnThisYear, openTask, inspectedOn } = subject;
  if (standing !== 'active') found.push({ reason: standing, evidence: subject.evidence });
  // 2022年抽查工作计划 六（一）：对于已经抽查过的对象，不再列为下一轮随机抽查对象。
  if (policy.drawnBefore === 'leaveThisRound' && drawnThisRound !== null) {
    add('drawn-this-round', `${drawLabel(drawnThisRound)}抽中`);
  }
  if (policy.drawnBefore === 'leaveThisYear' && drawnThisYear !== null) {
    add('drawn-this-year', `${drawLabel(drawnThisYear)}抽中`);
  }
  if (policy.openTask === 'leave' && openTask !== null) add('in-open-task', `${drawLabel(openTask)}抽中，尚未办结`);
  const cap = capFor(subject, policy.caps);
  if (cap !== undefined && inspectedOn.length >= cap.times) {
    add('frequency-cap', `上限${cap.times}次，${visitsOf(inspectedOn)}`);
  }
  // GX-15: 已达到抽查频次的，一般不再作为本年度的抽查对象。
  if (policy.frequency !== null && inspectedOn.length >= policy.frequency) {
    add('frequency-reached', `频次${policy.frequency}次，${visitsOf(inspectedOn)}`);
  }
  return found;
}

/** 第2号抽签（2022-04-06） */
function drawLabel({ kind, no, on }: DrawnBefore): string {
  return kind === 'external' ? `外部抽取第${no}号（${on}）` : `第${no}号抽签（${on}）`;
}

function visitsOf(days: readonly CalendarDate[]): string {
  return days.length === 0 ? '本年度没有检查' : `本年度已检查${days.length}次：${[...days].sort().join('、')}`;
}
