import { describe, expect, test } from 'vitest';
import { budgetRules, soundBudget } from '../../test/budget-example.ts';
import type { Actor, Budget, BudgetEvent, BudgetId, BudgetRefusal, Instant, PersonId, Result, Role } from '../index.ts';
import {
  approveBudget,
  approvedEdition,
  beginBudget,
  evolveBudget,
  reopenBudget,
  returnBudget,
  reviewBudget,
  submitBudget,
  withdrawBudget,
  writeBudget,
} from '../index.ts';

const at = '2024-01-09T01:00:00Z' as Instant;
const person = (name: string, ...roles: Role[]): Actor => ({
  personId: name as PersonId,
  bureauId: 'b' as Actor['bureauId'],
  name,
  roles,
  sectionId: null,
  inspectorId: null,
  reauthenticatedAt: null,
});
const clerk = person('何书', 'legalClerk');
const chief = person('施核', 'sectionChief');
const deputy = person('吕审', 'deputyDirector');

const clause = { source: '本局规则', place: '五', verified: true };
const reviewed = budgetRules({ 'legalReview.scope': { value: ['plan'], clause } });
const unreviewed = budgetRules({ 'legalReview.scope': { value: [], clause } });

function take(budget: Budget | null, decision: Result<BudgetEvent, BudgetRefusal>): Budget {
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return evolveBudget(budget, decision.value);
}
const draft = () =>
  take(null, beginBudget({ id: 'g' as BudgetId, year: 2024, content: soundBudget(), years: [] }, chief, at));
const submitted = (by = chief, rules = reviewed) => {
  const budget = draft();
  return take(budget, submitBudget(budget, rules, by, at));
};

describe('法制审核 of a budget', () => {
  test('is asked of what a section submits where the bureau’s rules have plans reviewed', () => {
    expect(submitted()).toMatchObject({ status: 'awaiting-legal-review', submitted: { name: '施核' } });
    const passed = take(submitted(), reviewBudget(submitted(), clerk, at, '同意 '));
    expect(passed).toMatchObject({
      status: 'awaiting-approval',
      review: { kind: 'reviewed', by: { name: '何书' }, opinion: '同意' },
    });
    expect(take(passed, approveBudget(passed, deputy, at))).toMatchObject({
      status: 'approved',
      review: { kind: 'reviewed' },
    });
  });

  test('is skipped, on record, for the legal section’s own paper and where the rules ask for none', () => {
    expect(submitted(clerk)).toMatchObject({
      status: 'awaiting-approval',
      review: { kind: 'skipped', reason: '测算由法规科起草，起草即审核' },
    });
    expect(submitted(chief, unreviewed)).toMatchObject({
      status: 'awaiting-approval',
      review: { kind: 'skipped', reason: '本局规则不要求对计划作法制审核' },
    });
  });

  test('is never done by the one who submitted it, and a returned or withdrawn budget is a draft again', () => {
    const both = person('施核', 'sectionChief', 'deputyDirector');
    expect(reviewBudget(submitted(), both, at, '')).toMatchObject({
      refusal: { code: 'budget-reviewer-is-applicant' },
    });
    expect(take(submitted(), returnBudget(submitted(), clerk, at, '补依据'))).toMatchObject({
      status: 'draft',
      edition: 2,
    });
    expect(take(submitted(), withdrawBudget(submitted(), chief, at, '再改'))).toMatchObject({ status: 'draft' });
  });
});

describe('reopening an approved budget', () => {
  const approved = () => {
    const waiting = submitted(clerk);
    return take(waiting, approveBudget(waiting, deputy, at));
  };
  const reopened = () => take(approved(), reopenBudget(approved(), clerk, at, '一名执法人员调出'));

  test('begins a new edition with the reason; the approved one stays whole and in force', () => {
    const budget = reopened();
    expect(budget).toMatchObject({
      status: 'draft',
      edition: 2,
      sentBack: { kind: 'reopened', by: { name: '何书' }, reason: '一名执法人员调出' },
    });
    const written = take(budget, writeBudget(budget, soundBudget({ onRoster: 13 })));
    expect(approvedEdition(written)).toMatchObject({
      edition: 1,
      content: soundBudget(),
      approved: { name: '吕审' },
    });
  });

  test('until the new one is approved, which then is in force with the old one beside it', () => {
    const waiting = take(reopened(), submitBudget(reopened(), reviewed, clerk, at));
    const again = take(waiting, approveBudget(waiting, deputy, at));
    expect(approvedEdition(again)?.edition).toBe(2);
    expect(again.editions?.map(({ edition }) => edition)).toEqual([1]);
  });

  test('is only for an approved one', () => {
    expect(reopenBudget(draft(), clerk, at, '再改')).toMatchObject({ refusal: { code: 'budget-in-other-state' } });
    expect(approvedEdition(draft())).toBeNull();
  });
});
