import type { Actor } from '../account/actor.ts';
import type { BudgetId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { Budget, BudgetReview, BudgetSignature, BudgetStatus } from './budget.ts';
import { budgetStatusTerms } from './budget.ts';
import { checkBudget, settleBudget } from './check.ts';
import type { BudgetContent } from './content.ts';
import type { BudgetEvent, BudgetRefusal } from './event.ts';
import type { BudgetOrigin } from './origin.ts';
import type { BudgetRules } from './rules.ts';

type Decision = Result<BudgetEvent, BudgetRefusal>;

function signature(actor: Actor, at: Instant): BudgetSignature {
  return { personId: actor.personId, name: actor.name, at };
}

/** One budget a year. `years` are those that have one. */
export function beginBudget(
  facts: {
    readonly id: BudgetId;
    readonly year: number;
    readonly content: BudgetContent;
    readonly years: readonly number[];
    readonly origin?: BudgetOrigin;
  },
  actor: Actor,
  at: Instant,
): Decision {
  const { id, year, content, years, origin } = facts;
  if (years.includes(year)) return refuse({ code: 'budget-year-taken', year });
  if (headingsEqual(content)) return refuse({ code: 'budget-headings-equal' });
  return ok({
    type: 'budget-begun',
    id,
    year,
    content,
    by: signature(actor, at),
    ...(origin === undefined ? {} : { origin }),
  });
}

/** Keeps what was typed, right or wrong: the check stands beside it, it does not stop anybody from writing. */
export function writeBudget(budget: Budget, content: BudgetContent): Decision {
  if (budget.status !== 'draft') return notIn(budget, 'draft');
  if (headingsEqual(content)) return refuse({ code: 'budget-headings-equal' });
  return ok({ type: 'budget-written', content });
}

/** Puts what a file says in the place of what was typed; the record keeps both. */
export function readIntoBudget(budget: Budget, content: BudgetContent, origin: BudgetOrigin): Decision {
  if (budget.status !== 'draft') return notIn(budget, 'draft');
  return ok({ type: 'budget-read', content, origin });
}

/** Takes one of the ways out that the check proposes for the figures as they stand. */
export function mendBudget(
  budget: Budget,
  choice: { readonly finding: string; readonly remedy: string },
  rules: BudgetRules,
): Decision {
  if (budget.status !== 'draft') return notIn(budget, 'draft');
  const found = checkBudget(budget.content, rules).find(({ id }) => id === choice.finding);
  if (found === undefined) return refuse({ code: 'budget-finding-gone' });
  const remedy = found.remedies.find(({ key }) => key === choice.remedy);
  if (remedy === undefined) return refuse({ code: 'budget-remedy-gone' });
  return ok({ type: 'budget-mended', finding: found.verdict, remedy: remedy.text, content: remedy.content });
}

export function keepBudgetFinding(
  budget: Budget,
  choice: { readonly finding: string; readonly reason: string },
  rules: BudgetRules,
  actor: Actor,
  at: Instant,
): Decision {
  if (budget.status !== 'draft') return notIn(budget, 'draft');
  const found = checkBudget(budget.content, rules).find(({ id }) => id === choice.finding);
  if (found === undefined) return refuse({ code: 'budget-finding-gone' });
  const { id: finding, verdict, detail } = found;
  if (found.severity === 'must') return refuse({ code: 'budget-finding-must-be-mended', verdict });
  const kept = { finding, verdict, detail, reason: choice.reason.trim(), by: actor.name, at };
  return ok({ type: 'budget-finding-kept', kept });
}

/** 提交审批 — no mistake may stand; doubts and warning lines go with it, kept or open, for the approver to see. */
export function submitBudget(budget: Budget, rules: BudgetRules, actor: Actor, at: Instant): Decision {
  if (budget.status !== 'draft') return notIn(budget, 'draft');
  const must = settleBudget(checkBudget(budget.content, rules), budget.kept).open.filter(
    ({ severity }) => severity === 'must',
  );
  if (must.length > 0) return refuse({ code: 'budget-has-findings', verdicts: must.map(({ verdict }) => verdict) });
  return ok({ type: 'budget-submitted', by: signature(actor, at), review: reviewFor(actor, rules) });
}

/** The budget is a part of the plan and is reviewed as the plan is; the legal section does not review its own paper. */
function reviewFor(actor: Actor, { legalReview: { asked, section } }: BudgetRules): 'asked' | BudgetReview {
  if (!asked) return { kind: 'skipped', reason: '本局规则不要求对计划作法制审核' };
  if (actor.roles.includes('legalClerk')) return { kind: 'skipped', reason: `测算由${section}起草，起草即审核` };
  return 'asked';
}

/** 法制审核通过 — never by the one who submitted it. */
export function reviewBudget(budget: Budget, actor: Actor, at: Instant, opinion: string): Decision {
  if (budget.status !== 'awaiting-legal-review') return notIn(budget, 'awaiting-legal-review');
  if (budget.submitted.personId === actor.personId) {
    return refuse({ code: 'budget-reviewer-is-applicant', name: actor.name });
  }
  return ok({ type: 'budget-reviewed', by: signature(actor, at), opinion: opinion.trim() });
}

/** 撤回 — only by the one who submitted it, and only while nobody has approved it. */
export function withdrawBudget(budget: Budget, actor: Actor, at: Instant, reason: string): Decision {
  if (!waits(budget)) return notIn(budget, 'awaiting-approval');
  const { personId, name } = budget.submitted;
  if (personId !== actor.personId) return refuse({ code: 'budget-withdrawn-by-other', applicant: name });
  return ok({ type: 'budget-sent-back', note: { kind: 'withdrawn', by: signature(actor, at), reason: reason.trim() } });
}

export function returnBudget(budget: Budget, actor: Actor, at: Instant, reason: string): Decision {
  if (!waits(budget)) return notIn(budget, 'awaiting-approval');
  return ok({ type: 'budget-sent-back', note: { kind: 'returned', by: signature(actor, at), reason: reason.trim() } });
}

/** 审批 — never by the one who submitted it. */
export function approveBudget(budget: Budget, actor: Actor, at: Instant): Decision {
  if (budget.status !== 'awaiting-approval') return notIn(budget, 'awaiting-approval');
  if (budget.submitted.personId === actor.personId) {
    return refuse({ code: 'budget-approver-is-applicant', name: actor.name });
  }
  return ok({ type: 'budget-approved', by: signature(actor, at) });
}

/** 重新打开 — the approved edition stays readable, printable and in force until the next is approved. */
export function reopenBudget(budget: Budget, actor: Actor, at: Instant, reason: string): Decision {
  if (budget.status !== 'approved') return notIn(budget, 'approved');
  return ok({ type: 'budget-reopened', note: { kind: 'reopened', by: signature(actor, at), reason: reason.trim() } });
}

function waits(budget: Budget): budget is Extract<Budget, { status: 'awaiting-legal-review' | 'awaiting-approval' }> {
  return budget.status === 'awaiting-legal-review' || budget.status === 'awaiting-approval';
}

function headingsEqual({ groups }: BudgetContent): boolean {
  return groups[0].heading === groups[1].heading;
}

function notIn(budget: Budget, needs: BudgetStatus): Decision {
  return refuse({
    code: 'budget-in-other-state',
    status: budgetStatusTerms[budget.status],
    needs: budgetStatusTerms[needs],
  });
}
