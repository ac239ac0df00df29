import type { PlanApprovalView } from '@mingchou/contract';
import type { CalendarDate, Plan, PolicyProfile } from '@mingchou/domain';
import { filingStateOf, resolvePolicy } from '@mingchou/domain';

/** 报政府批准 and 报上级备案 with their clauses, as far as this plan has come. */
export function approvalView(plan: Plan, policy: PolicyProfile, today: CalendarDate): PlanApprovalView {
  return { government: governmentView(plan, policy), filing: filingView(plan, policy, today) };
}

function governmentView(plan: Plan, policy: PolicyProfile): PlanApprovalView['government'] {
  const { value, clause } = resolvePolicy(policy, 'plan.governmentApproval');
  const decided = plan.status === 'approved' || plan.status === 'published';
  const answer = decided ? plan.government : undefined;
  if (answer !== undefined) {
    const { sent, answeredOn, documentNo, opinion, file, recorded } = answer;
    return { clause, sent, answer: { answeredOn, documentNo, opinion, file, recorded } };
  }
  if (plan.status === 'awaiting-government') return { clause, sent: plan.sent, answer: null };
  return decided || value === 'not-needed' ? null : { clause, sent: null, answer: null };
}

function filingView(plan: Plan, policy: PolicyProfile, today: CalendarDate): PlanApprovalView['filing'] {
  const state = filingStateOf(plan, policy, today);
  const filing = plan.status === 'approved' || plan.status === 'published' ? plan.filing : undefined;
  if (state === null) return null;
  return {
    ...state,
    with: filing?.with ?? state.with,
    sent: filing === undefined ? null : { sentOn: filing.sentOn, recorded: filing.recorded },
    receipt: filing?.receipt ?? null,
  };
}
