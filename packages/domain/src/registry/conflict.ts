import type { Brand, InspectorId, PersonId, SubjectId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';

export type ConflictId = Brand<'ConflictId'>;

/** 利害关系 (行政处罚法 第四十三条; GX-04): why this person may not inspect this object. */
export const conflictKinds = ['kin', 'shareholding', 'past-employment', 'declared', 'other'] as const;
export type ConflictKind = (typeof conflictKinds)[number];
export const conflictKindTitles: Readonly<Record<ConflictKind, string>> = {
  kin: '近亲属',
  shareholding: '持股或投资',
  'past-employment': '曾在该企业任职',
  declared: '本人申报',
  other: '其他可能影响公正的关系',
};

/** 利害关系, once declared — stays on record when withdrawn. */
export interface ConflictOfInterest {
  readonly id: ConflictId;
  readonly inspectorId: InspectorId;
  readonly subjectId: SubjectId;
  readonly kind: ConflictKind;
  readonly reason: string;
  readonly withdrawn: { readonly at: Instant; readonly by: PersonId; readonly reason: string } | null;
  readonly version: number;
}

export type ConflictRefusal =
  | { readonly code: 'not-own-conflict' }
  | { readonly code: 'conflict-already-declared' }
  | { readonly code: 'conflict-reason-missing' }
  | { readonly code: 'inspector-not-found' }
  | { readonly code: 'subject-not-found' };

export type WithdrawConflictRefusal =
  | { readonly code: 'conflict-already-withdrawn' }
  | { readonly code: 'conflict-reason-missing' }
  | { readonly code: 'own-conflict' };

export interface ConflictDeclared {
  readonly type: 'conflict-declared';
  readonly conflict: ConflictOfInterest;
}
export interface ConflictWithdrawn {
  readonly type: 'conflict-withdrawn';
  readonly id: ConflictId;
  readonly at: Instant;
  readonly by: PersonId;
  readonly reason: string;
}

export interface ConflictFacts {
  readonly inspectorKnown: boolean;
  readonly subjectKnown: boolean;
  readonly alreadyDeclared: boolean;
  /** An inspector speaks for himself; only others may speak for anybody. */
  readonly ownOnly: InspectorId | 'nobody' | null;
}

export function declareConflict(
  declared: Pick<ConflictOfInterest, 'id' | 'inspectorId' | 'subjectId' | 'kind' | 'reason'>,
  facts: ConflictFacts,
): Result<ConflictDeclared, ConflictRefusal> {
  const reason = declared.reason.trim();
  if (facts.ownOnly !== null && facts.ownOnly !== declared.inspectorId) return refuse({ code: 'not-own-conflict' });
  if (!facts.inspectorKnown) return refuse({ code: 'inspector-not-found' });
  if (!facts.subjectKnown) return refuse({ code: 'subject-not-found' });
  if (facts.alreadyDeclared) return refuse({ code: 'conflict-already-declared' });
  if (reason === '') return refuse({ code: 'conflict-reason-missing' });
  return ok({ type: 'conflict-declared', conflict: { ...declared, reason, withdrawn: null, version: 1 } });
}

/** Nobody takes away a relation of his own: the inspector concerned could otherwise choose whom to visit. */
export function withdrawConflict(
  conflict: ConflictOfInterest,
  by: { readonly personId: PersonId; readonly inspectorId: InspectorId | null },
  reason: string,
  at: Instant,
): Result<ConflictWithdrawn, WithdrawConflictRefusal> {
  if (conflict.withdrawn !== null) return refuse({ code: 'conflict-already-withdrawn' });
  if (by.inspectorId === conflict.inspectorId) return refuse({ code: 'own-conflict' });
  if (reason.trim() === '') return refuse({ code: 'conflict-reason-missing' });
  return ok({ type: 'conflict-withdrawn', id: conflict.id, at, by: by.personId, reason: reason.trim() });
}
