import type { Actor } from '../account/actor.ts';
import { deadlineOf, nationalCalendar } from '../calendar/index.ts';
import type { Clause, PolicyProfile } from '../policy/index.ts';
import { resolvePolicy } from '../policy/index.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { dateOf } from '../time.ts';
import type { Evidence, FilingReceipt } from './approval-record.ts';
import type { PlanEvent, PlanRefusal } from './event.ts';
import type { Plan, PlanStatus } from './plan.ts';
import { planStatusTerms } from './plan.ts';
import type { Signature } from './signature.ts';
import { dayText } from './words.ts';

type Decision = Result<PlanEvent, PlanRefusal>;

type Decided = Extract<Plan, { status: 'approved' | 'published' }>;

/** The day from which a plan is approved by all who must: the government where it was asked, else the bureau. */
export function approvedOn(plan: Decided): CalendarDate {
  return plan.government?.answeredOn ?? dateOf(plan.approved.at);
}

interface Step {
  readonly actor: Actor;
  readonly at: Instant;
}

export function sendToGovernment(
  plan: Plan,
  input: { readonly to: string; readonly sentOn: CalendarDate },
  { actor, at }: Step,
): Decision {
  if (plan.status !== 'awaiting-government') return notIn(plan, 'awaiting-government');
  if (plan.sent !== null) return refuse({ code: 'plan-already-sent', to: plan.sent.to, sentOn: plan.sent.sentOn });
  const wrong = wrongDate('报送日期', input.sentOn, { name: '本局批准', on: dateOf(plan.approved.at) }, at);
  return wrong ?? ok({ type: 'plan-sent-to-government', sent: { ...input, recorded: signed(actor, at) } });
}

export interface AnswerInput {
  readonly outcome: 'approved' | 'returned';
  readonly answeredOn: CalendarDate;
  readonly documentNo: string;
  readonly opinion: string;
  readonly file: Evidence | null;
}

/** 政府批复 — approved with its number, or returned with its opinion, which makes the plan a draft again. */
export function recordGovernmentAnswer(plan: Plan, input: AnswerInput, { actor, at }: Step): Decision {
  if (plan.status !== 'awaiting-government') return notIn(plan, 'awaiting-government');
  const { sent } = plan;
  if (sent === null) return refuse({ code: 'plan-not-sent-yet' });
  const wrong = wrongDate('批复日期', input.answeredOn, { name: '报送政府', on: sent.sentOn }, at);
  if (wrong !== null) return wrong;
  const opinion = input.opinion.trim();
  const recorded = signed(actor, at);
  if (input.outcome === 'returned') {
    if (opinion === '') return refuse({ code: 'plan-reason-missing' });
    const reason = `${sent.to}${dayText(input.answeredOn)}退回：${opinion}`;
    return ok({ type: 'plan-sent-back', note: { kind: 'government', by: recorded, reason, file: input.file } });
  }
  const { answeredOn, documentNo, file } = input;
  return ok({
    type: 'plan-approved-by-government',
    answer: { sent, answeredOn, documentNo: documentNo.trim(), opinion, file, recorded },
  });
}

/** 编文号 — once, when all who must have approved, and before the plan is public: the date is that of the last approval or later. */
export function numberPlan(
  plan: Plan,
  input: { readonly documentNo: string; readonly issuedOn: CalendarDate },
  at: Instant,
): Decision {
  if (plan.status !== 'approved') return notIn(plan, 'approved');
  if (plan.documentNo !== null) return refuse({ code: 'plan-already-numbered', documentNo: plan.documentNo });
  const wrong = wrongDate('印发日期', input.issuedOn, { name: '批准', on: approvedOn(plan) }, at);
  return wrong ?? ok({ type: 'plan-numbered', ...input });
}

/** 报上级备案 — only what is approved by all who must; where the rules name nobody there is nothing to file. */
export function filePlan(plan: Plan, sentOn: CalendarDate, policy: PolicyProfile, { actor, at }: Step): Decision {
  if (plan.status !== 'approved' && plan.status !== 'published') return notIn(plan, 'approved');
  const rule = resolvePolicy(policy, 'plan.filing').value;
  if (rule === null) return refuse({ code: 'plan-filing-not-asked' });
  const { filing } = plan;
  if (filing !== undefined) return refuse({ code: 'plan-already-filed', with: filing.with, sentOn: filing.sentOn });
  const wrong = wrongDate('报备日期', sentOn, { name: '批准', on: approvedOn(plan) }, at);
  const next = { with: rule.with, sentOn, recorded: signed(actor, at), receipt: null };
  return wrong ?? ok({ type: 'plan-filed', filing: next });
}

export function recordFilingReceipt(plan: Plan, input: Omit<FilingReceipt, 'recorded'>, { actor, at }: Step): Decision {
  if (plan.status !== 'approved' && plan.status !== 'published') return notIn(plan, 'approved');
  const { filing } = plan;
  if (filing === undefined) return refuse({ code: 'plan-not-filed-yet' });
  if (filing.receipt !== null) {
    return refuse({ code: 'plan-filing-already-received', receivedOn: filing.receipt.receivedOn });
  }
  const wrong = wrongDate('回执日期', input.receivedOn, { name: '报送备案', on: filing.sentOn }, at);
  return wrong ?? ok({ type: 'plan-filing-received', receipt: { ...input, recorded: signed(actor, at) } });
}

/** What filing asks of a plan today. Late is a warning, never a bar: the plan stands all the same. */
export interface FilingState {
  readonly with: string;
  readonly clause: Clause;
  /** The last day in time; null while the plan is not approved, or where no length is written. */
  readonly last: CalendarDate | null;
  readonly late: boolean;
}

export function filingStateOf(plan: Plan, policy: PolicyProfile, today: CalendarDate): FilingState | null {
  const { value, clause } = resolvePolicy(policy, 'plan.filing');
  if (value === null) return null;
  if (plan.status !== 'approved' && plan.status !== 'published') {
    return { with: value.with, clause, last: null, late: false };
  }
  const rollOver = resolvePolicy(policy, 'deadline.rollOver').value;
  const last =
    value.within === null
      ? null
      : deadlineOf(nationalCalendar, { event: approvedOn(plan), length: value.within, rollOver }).last;
  const done = plan.filing?.sentOn ?? today;
  return { with: value.with, clause, last, late: last !== null && done > last };
}

/** A step is dated no earlier than the one before it and not in the future. */
function wrongDate(
  what: string,
  date: CalendarDate,
  earlier: { readonly name: string; readonly on: CalendarDate },
  at: Instant,
): Decision | null {
  const today = dateOf(at);
  if (date > today) return refuse({ code: 'plan-date-in-future', what, today });
  if (date < earlier.on) {
    return refuse({ code: 'plan-date-too-early', what, before: earlier.name, earliest: earlier.on });
  }
  return null;
}

function signed(actor: Actor, at: Instant): Signature {
  return { personId: actor.personId, name: actor.name, at };
}

function notIn(plan: Plan, needs: PlanStatus): Decision {
  return refuse({
    code: 'plan-in-other-state',
    status: planStatusTerms[plan.status],
    needs: planStatusTerms[needs],
  });
}
