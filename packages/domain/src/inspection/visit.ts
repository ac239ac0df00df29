import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { dateOf } from '../time.ts';
import type { Checklist, MarkedList } from './checklist.ts';
import type { InspectionEvent, InspectionRefusal } from './event.ts';
import { findingsOf, markList } from './mark-list.ts';
import type { Inspection, InspectionAct, Outcome, OutcomeCategory, TeamMember } from './state.ts';

type Decision<Type extends InspectionEvent['type']> = Result<
  Extract<InspectionEvent, { type: Type }>,
  InspectionRefusal
>;

export function inspectionAct(actor: Actor, now: Instant): InspectionAct {
  return { personId: actor.personId, name: actor.name, at: now };
}

export function isOnTheTeam(team: readonly TeamMember[], actor: Actor): boolean {
  return actor.inspectorId !== null && team.some((member) => member.inspectorId === actor.inspectorId);
}

/** 开始检查 — by someone of the team, never with fewer than two certified inspectors (行政处罚法 §42, hard floor). */
export function startInspection(
  inspection: Inspection,
  actor: Actor,
  minInspectors: number,
  now: Instant,
): Decision<'inspection-started'> {
  if (!isOnTheTeam(inspection.team, actor)) return refuse({ code: 'not-on-the-team' });
  if (inspection.status === 'begun')
    return refuse({ code: 'begun-already', by: inspection.begun.name, at: inspection.begun.at });
  if (inspection.status !== 'awaiting') return refuse({ code: 'inspection-in-other-state', status: inspection.status });
  const needed = Math.max(2, minInspectors);
  if (inspection.team.length < needed)
    return refuse({ code: 'team-too-small', present: inspection.team.length, needed });
  return ok({ type: 'inspection-started', inspectionId: inspection.id, act: inspectionAct(actor, now) });
}

/** What the inspector writes down at the end; `findings` are those outside the list. */
export type OutcomeDraft = Pick<Outcome, 'findings' | 'endedOn' | 'signatures'> &
  MarkedList & { readonly category: string };

/** What a record is held against: the bureau's categories and the list that was frozen with the dispatch. */
export interface RecordingFacts {
  readonly categories: readonly OutcomeCategory[];
  readonly checklist: Checklist;
}

/** 录入检查结果 — also again after it was returned. The list point by point, one of the bureau's categories for the whole, signed by all. */
export function recordOutcome(
  inspection: Inspection,
  actor: Actor,
  draft: OutcomeDraft,
  { categories, checklist }: RecordingFacts,
  now: Instant,
): Decision<'outcome-recorded'> {
  if (!isOnTheTeam(inspection.team, actor)) return refuse({ code: 'not-on-the-team' });
  if (inspection.status !== 'begun' && inspection.status !== 'returned')
    return refuse({ code: 'inspection-in-other-state', status: inspection.status });
  const category = categories.find((one) => one.code === draft.category);
  if (category === undefined) return refuse({ code: 'unknown-category', category: draft.category });
  const marked = markList(checklist, draft, category);
  if (!marked.ok) return marked;
  const findings = findingsOf(marked.value, draft.findings);
  if (category.finding && findings === '') return refuse({ code: 'findings-missing', category: category.label });
  if (!category.finding && findings !== '')
    return refuse({ code: 'findings-without-finding', category: category.label });
  const broken = dayRefusal(inspection.begun.at, draft, now) ?? signatureRefusal(inspection.team, draft);
  if (broken !== undefined) return refuse(broken);
  const { endedOn, signatures } = draft;
  const uncheckedReason = marked.value.some(({ mark }) => mark === 'unchecked') ? draft.uncheckedReason.trim() : '';
  const found = { points: marked.value, uncheckedReason, otherFindings: draft.findings.trim(), findings };
  const outcome = { category, ...found, endedOn, signatures, recorded: inspectionAct(actor, now) };
  return ok({ type: 'outcome-recorded', inspectionId: inspection.id, outcome });
}

function dayRefusal(begunAt: Instant, { endedOn }: OutcomeDraft, now: Instant): InspectionRefusal | undefined {
  if (endedOn < dateOf(begunAt)) return { code: 'ended-before-begun', begunOn: dateOf(begunAt) };
  if (endedOn > dateOf(now)) return { code: 'ended-in-future', today: dateOf(now) };
  return undefined;
}

function signatureRefusal(team: readonly TeamMember[], { signatures }: OutcomeDraft): InspectionRefusal | undefined {
  const missing = team.filter((member) => !signatures.inspectors.includes(member.inspectorId));
  if (missing.length > 0) return { code: 'signature-missing', inspectors: missing.map((member) => member.inspectorId) };
  if (signatures.respondent.kind === 'refused' && signatures.respondent.reason.trim() === '')
    return { code: 'refusal-without-reason' };
  return undefined;
}
