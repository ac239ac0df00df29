import type { PlanId, PlanRowId } from '../id.ts';
import type { PolicyProfile } from '../policy/index.ts';
import { resolvePolicy } from '../policy/index.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { checkPlan } from './check.ts';
import type { PlanConstraint } from './constraint.ts';
import { constraintsOf } from './constraint.ts';
import type { PlanEvent, PlanRefusal } from './event.ts';
import type { BaseCount, PlanSurroundings } from './facts.ts';
import { registryCountOf, sectorsOfPolicy, sum } from './facts.ts';
import { sayingOf } from './finding.ts';
import type { Plan, PlanHead, RowContent, Signature } from './plan.ts';
import { planStatusTerms } from './plan.ts';

type Decision = Result<PlanEvent, PlanRefusal>;

/** Begins a year's plan; its constraints are what the bureau's rules say about plans, and the base as the registry holds it. */
export function createPlan(
  input: { readonly id: PlanId; readonly year: number; readonly head: PlanHead; readonly by: Signature },
  facts: {
    readonly policy: PolicyProfile;
    readonly baseCounts: readonly BaseCount[];
    readonly years: readonly number[];
  },
): Decision {
  if (facts.years.includes(input.year)) return refuse({ code: 'plan-year-taken', year: input.year });
  const constraints = [statedBase(facts), ...constraintsOf(facts.policy)];
  return ok({ type: 'plan-created', ...input, constraints });
}

/** 自动底数 (ZZ-04): the statement with which the plan's text begins. */
function statedBase(facts: { policy: PolicyProfile; baseCounts: readonly BaseCount[] }): PlanConstraint {
  const sectors = sectorsOfPolicy(facts.policy).map((sector) => ({
    sector: sector.code,
    count: registryCountOf(sector.code, facts.baseCounts),
  }));
  const total = sum(facts.baseCounts.map((count) => count.count));
  const { clause } = resolvePolicy(facts.policy, 'sectors');
  return { key: 'declared-base', clause, rule: { kind: 'declared-base', total, sectors } };
}

export function updatePlanHead(plan: Plan, head: PlanHead): Decision {
  return notADraft(plan) ?? ok({ type: 'plan-head-updated', head });
}

export function addPlanRow(plan: Plan, rowId: PlanRowId, content: RowContent, policy: PolicyProfile): Decision {
  return notADraft(plan) ?? wrongRow(plan, content, policy) ?? ok({ type: 'plan-row-added', rowId, content });
}

export function updatePlanRow(plan: Plan, rowId: PlanRowId, content: RowContent, policy: PolicyProfile): Decision {
  const missing = notADraft(plan) ?? noSuchRow(plan, rowId);
  return missing ?? wrongRow(plan, content, policy) ?? ok({ type: 'plan-row-updated', rowId, content });
}

export function removePlanRow(plan: Plan, rowId: PlanRowId): Decision {
  return notADraft(plan) ?? noSuchRow(plan, rowId) ?? ok({ type: 'plan-row-removed', rowId });
}

/** Keeps a finding, with a reason; not below a floor of the law. */
export function dismissFinding(
  plan: Plan,
  input: { readonly finding: string; readonly reason: string; readonly by: Signature },
  surroundings: PlanSurroundings,
): Decision {
  const draft = notADraft(plan);
  if (draft !== null) return draft;
  const found = checkPlan({ plan, ...surroundings }).open.find((one) => one.id === input.finding);
  if (found === undefined) return refuse({ code: 'plan-finding-gone' });
  if (!found.dismissible) return refuse({ code: 'plan-finding-below-floor', verdict: found.verdict });
  const reason = input.reason.trim();
  if (reason === '') return refuse({ code: 'plan-reason-missing' });
  const { name: by, at } = input.by;
  const dismissal = { finding: found.id, reason, by, at, saying: sayingOf(found), edition: plan.edition };
  return ok({ type: 'plan-finding-dismissed', dismissal });
}

/** Takes one of the remedies that stand with a finding, as reckoned from the plan as it is now. */
export function mendFinding(
  plan: Plan,
  input: { readonly finding: string; readonly remedy: string; readonly by: Signature },
  surroundings: PlanSurroundings,
): Decision {
  const draft = notADraft(plan);
  if (draft !== null) return draft;
  const found = checkPlan({ plan, ...surroundings }).open.find((one) => one.id === input.finding);
  if (found === undefined) return refuse({ code: 'plan-finding-gone' });
  const remedy = found.remedies.find((one) => one.key === input.remedy);
  if (remedy === undefined) return refuse({ code: 'plan-remedy-gone' });
  if (remedy.does.kind === 'keep') return dismissFinding(plan, { ...input, reason: remedy.does.reason }, surroundings);
  return ok({ type: 'plan-mended', finding: found.id, remedy: remedy.text, changes: remedy.does.changes });
}

function notADraft(plan: Plan): Decision | null {
  return plan.status === 'draft' ? null : refuse({ code: 'plan-not-a-draft', status: planStatusTerms[plan.status] });
}

function noSuchRow(plan: Plan, rowId: PlanRowId): Decision | null {
  return plan.rows.some((row) => row.id === rowId) ? null : refuse({ code: 'plan-row-not-found' });
}

function wrongRow(plan: Plan, row: RowContent, policy: PolicyProfile): Decision | null {
  if (row.window.from > row.window.to) return refuse({ code: 'plan-window-backwards' });
  const years = [row.window.from, row.window.to].map((date) => Number(date.slice(0, 4)));
  if (years.some((year) => year !== plan.year)) return refuse({ code: 'plan-window-outside-year', year: plan.year });
  if (row.items.length === 0) return refuse({ code: 'plan-items-missing' });
  const known = sectorsOfPolicy(policy);
  const unknown = row.sectors.find((code) => !known.some((sector) => sector.code === code));
  return unknown === undefined ? null : refuse({ code: 'plan-sector-unknown', sector: unknown });
}
