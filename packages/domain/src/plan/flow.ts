import type { Actor } from '../account/actor.ts';
import type { PolicyProfile } from '../policy/index.ts';
import { numberOf, resolvePolicy } from '../policy/index.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { checkPlan } from './check.ts';
import type { PlanEvent, PlanRefusal } from './event.ts';
import type { PlanFacts, PlanSurroundings } from './facts.ts';
import { baseOf } from './facts.ts';
import { blocks } from './finding.ts';
import type { LegalReview, Plan, PlanStatus, Signature } from './plan.ts';
import { planStatusTerms, publicityTerms } from './plan.ts';

type Decision = Result<PlanEvent, PlanRefusal>;
type PlanIn<S extends PlanStatus> = Extract<Plan, { status: S }>;

export function planSignature(actor: Actor, at: Instant): Signature {
  return { personId: actor.personId, name: actor.name, at };
}

/** 提交审批 — nothing that must be settled may stand; the bases are fixed as of this moment. */
export function submitPlan(plan: Plan, actor: Actor, at: Instant, surroundings: PlanSurroundings): Decision {
  if (plan.status !== 'draft') return notIn(plan, 'draft');
  if (plan.rows.length === 0) return refuse({ code: 'plan-without-rows' });
  const facts: PlanFacts = { plan, ...surroundings };
  const standing = checkPlan(facts).open.filter(blocks);
  if (standing.length > 0) return refuse({ code: 'plan-has-findings', verdicts: standing.map((one) => one.verdict) });
  const bases = plan.rows.map((row) => ({ rowId: row.id, base: baseOf(row, surroundings.baseCounts) }));
  return ok({ type: 'plan-submitted', by: planSignature(actor, at), bases, review: reviewFor(actor, surroundings) });
}

/** The legal section does not review its own paper, nor a plan that the bureau's rules keep out of review; both are recorded. */
function reviewFor(actor: Actor, { policy }: PlanSurroundings): 'asked' | LegalReview {
  const scope = resolvePolicy(policy, 'legalReview.scope').value;
  const { legalSection } = resolvePolicy(policy, 'terms').value;
  if (!scope.includes('plan')) return { kind: 'skipped', reason: '本局规则不要求对计划作法制审核' };
  if (actor.roles.includes('legalClerk')) return { kind: 'skipped', reason: `计划由${legalSection}起草，起草即审核` };
  return 'asked';
}

/** 法制审核通过 — by someone of the legal section who did not submit it. */
export function reviewPlan(plan: Plan, actor: Actor, at: Instant, opinion: string): Decision {
  if (plan.status !== 'awaiting-legal-review') return notIn(plan, 'awaiting-legal-review');
  if (plan.submitted.personId === actor.personId) {
    return refuse({ code: 'plan-reviewer-is-applicant', name: actor.name });
  }
  return ok({ type: 'plan-reviewed', by: planSignature(actor, at), opinion: opinion.trim() });
}

/** 退回补正 — by the reviewer or the approver, with a reason; the plan is a draft again. */
export function returnPlan(plan: Plan, actor: Actor, at: Instant, reason: string): Decision {
  if (plan.status !== 'awaiting-legal-review' && plan.status !== 'awaiting-approval') {
    return notIn(plan, 'awaiting-approval');
  }
  if (reason.trim() === '') return refuse({ code: 'plan-reason-missing' });
  return ok({
    type: 'plan-sent-back',
    note: { kind: 'returned', by: planSignature(actor, at), reason: reason.trim() },
  });
}

/** 撤回 — only by the one who submitted it, and only while nobody has approved it. */
export function withdrawPlan(plan: Plan, actor: Actor, at: Instant, reason: string): Decision {
  if (plan.status !== 'awaiting-legal-review' && plan.status !== 'awaiting-approval') {
    return notIn(plan, 'awaiting-approval');
  }
  if (plan.submitted.personId !== actor.personId) {
    return refuse({ code: 'plan-withdrawn-by-other', applicant: plan.submitted.name });
  }
  if (reason.trim() === '') return refuse({ code: 'plan-reason-missing' });
  return ok({
    type: 'plan-sent-back',
    note: { kind: 'withdrawn', by: planSignature(actor, at), reason: reason.trim() },
  });
}

/** 审批 — never by the applicant. The numbers of the rows are fixed here and govern the draws, whatever the pool becomes. */
export function approvePlan(plan: Plan, actor: Actor, at: Instant, policy: PolicyProfile): Decision {
  if (plan.status !== 'awaiting-approval') return notIn(plan, 'awaiting-approval');
  if (plan.submitted.personId === actor.personId || plan.createdBy.personId === actor.personId) {
    return refuse({ code: 'plan-approver-is-applicant', name: actor.name });
  }
  const decided = { type: 'plan-approved' as const, by: planSignature(actor, at), counts: countsOf(plan) };
  const needed = resolvePolicy(policy, 'plan.governmentApproval').value === 'needed';
  return ok(needed ? { ...decided, government: 'asked' } : decided);
}

function countsOf(plan: PlanIn<'awaiting-approval'>) {
  return plan.rows.map((row) => {
    if (row.base === null) throw new Error(`row ${row.no} was submitted without a base`);
    return { rowId: row.id, count: numberOf(row.ratio, row.base) };
  });
}

/** 公开 — what all who must have approved, unless the paper itself says that it is not made public; filing may follow. */
export function publishPlan(plan: Plan, actor: Actor, at: Instant): Decision {
  if (plan.status !== 'approved') return notIn(plan, 'approved');
  if (plan.publicity !== undefined && plan.publicity !== 'published') {
    return refuse({ code: 'plan-not-for-publication', publicity: publicityTerms[plan.publicity] });
  }
  return ok({ type: 'plan-published', by: planSignature(actor, at) });
}

function notIn(plan: Plan, needs: PlanStatus): Decision {
  return refuse({
    code: 'plan-in-other-state',
    status: planStatusTerms[plan.status],
    needs: planStatusTerms[needs],
  });
}
