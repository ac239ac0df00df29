import type { Actor } from '../account/actor.ts';
import type { PersonId, SubjectId, SubjectRequestId } from '../id.ts';
import type { RegistryApproval } from '../policy/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import type { FieldChange } from './history.ts';

export const requestKinds = ['add', 'change', 'status'] as const;
export type RequestKind = (typeof requestKinds)[number];
export const requestTitles: Readonly<Record<RequestKind, string>> = {
  add: '增加对象',
  change: '修改登记',
  status: '状态变动',
};

/** 待批变动 — a change of an object that waits for another person; nothing in the registry has changed yet. */
export interface SubjectRequest {
  readonly id: SubjectRequestId;
  readonly kind: RequestKind;
  /** The object; for a new one the id that it will have. */
  readonly subjectId: SubjectId;
  readonly name: string;
  /** The version the change was written against; 0 for a new object. */
  readonly subjectVersion: number;
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  readonly asked: { readonly at: Instant; readonly by: PersonId; readonly name: string };
  readonly answer:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'approved'; readonly at: Instant; readonly name: string }
    | { readonly kind: 'declined'; readonly at: Instant; readonly name: string; readonly reason: string };
  readonly version: number;
}

export type SubjectRequestRefusal =
  | { readonly code: 'request-waiting'; readonly by: string; readonly at: Instant }
  | { readonly code: 'request-answered' }
  | { readonly code: 'applicant-answers' }
  | { readonly code: 'decline-reason-missing' }
  | { readonly code: 'request-outdated'; readonly by: string; readonly at: Instant }
  | { readonly code: 'approval-asked' };

export interface SubjectChangeAsked {
  readonly type: 'subject-change-asked';
  readonly request: SubjectRequest;
}
export interface SubjectRequestAnswered {
  readonly type: 'subject-request-approved' | 'subject-request-declined';
  readonly id: SubjectRequestId;
  readonly answer: Exclude<SubjectRequest['answer'], { kind: 'waiting' }>;
}

/** Whether this person's change waits for another one (policy `registry.approval`). The legal section decides for the sections. */
export function approvalNeeded(rule: RegistryApproval, { roles }: Pick<Actor, 'roles'>): boolean {
  if (rule === 'none') return false;
  return rule === 'everyone' || !roles.includes('legalClerk');
}

/** Puts a change down for approval. One object has one open request, so that an approver never weighs two against each other. */
export function askForChange(
  given: Omit<SubjectRequest, 'asked' | 'answer' | 'version'>,
  waiting: Pick<SubjectRequest, 'asked'> | null,
  actor: Pick<Actor, 'personId' | 'name'>,
  now: Instant,
): Result<SubjectChangeAsked, SubjectRequestRefusal> {
  if (waiting !== null) return refuse({ code: 'request-waiting', by: waiting.asked.name, at: waiting.asked.at });
  const asked = { at: now, by: actor.personId, name: actor.name };
  return ok({ type: 'subject-change-asked', request: { ...given, asked, answer: { kind: 'waiting' }, version: 1 } });
}

/** Approves or declines, with a reason; never one's own request. Approving makes the change by the rules of the day. */
export function answerRequest(
  request: SubjectRequest,
  answer: { readonly kind: 'approved' } | { readonly kind: 'declined'; readonly reason: string },
  actor: Pick<Actor, 'personId' | 'name'>,
  now: Instant,
): Result<SubjectRequestAnswered, SubjectRequestRefusal> {
  if (request.answer.kind !== 'waiting') return refuse({ code: 'request-answered' });
  if (request.asked.by === actor.personId) return refuse({ code: 'applicant-answers' });
  const by = { at: now, name: actor.name };
  if (answer.kind === 'approved') {
    return ok({ type: 'subject-request-approved', id: request.id, answer: { kind: 'approved', ...by } });
  }
  const reason = answer.reason.trim();
  if (reason === '') return refuse({ code: 'decline-reason-missing' });
  return ok({ type: 'subject-request-declined', id: request.id, answer: { kind: 'declined', ...by, reason } });
}
