import type { ExpertConflictId, ExpertId, SubjectId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { ConflictKind } from './conflict.ts';

/** 专家的利害关系 (GX-04): the expert is not asked along to this object. */
export interface ExpertConflict {
  readonly id: ExpertConflictId;
  readonly expertId: ExpertId;
  readonly subjectId: SubjectId;
  readonly kind: ConflictKind;
  readonly reason: string;
}

export type ExpertConflictRefusal =
  | { readonly code: 'record-not-found' }
  | { readonly code: 'subject-not-found' }
  | { readonly code: 'conflict-already-declared' }
  | { readonly code: 'conflict-reason-missing' };

export interface ExpertConflictDeclared {
  readonly type: 'expert-conflict-declared';
  readonly conflict: ExpertConflict;
}

/** GX-04: 回避 covers 随检专家 as it covers inspectors. */
export function declareExpertConflict(
  declared: ExpertConflict,
  facts: { readonly expertKnown: boolean; readonly subjectKnown: boolean; readonly alreadyDeclared: boolean },
): Result<ExpertConflictDeclared, ExpertConflictRefusal> {
  const reason = declared.reason.trim();
  if (!facts.expertKnown) return refuse({ code: 'record-not-found' });
  if (!facts.subjectKnown) return refuse({ code: 'subject-not-found' });
  if (facts.alreadyDeclared) return refuse({ code: 'conflict-already-declared' });
  if (reason === '') return refuse({ code: 'conflict-reason-missing' });
  return ok({ type: 'expert-conflict-declared', conflict: { ...declared, reason } });
}
