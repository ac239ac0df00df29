import type { Finding, ItemId, PlanBudget, PlanConstraint, PersonId, PlanId, PlanRowId } from '@mingchou/domain';
import { z } from 'zod';
import { idOf } from './id.ts';
import { policyProfile, ratio, ruleClause } from './policy.ts';
import { calendarDate, instant } from './time.ts';

export const planSigned = z.object({ personId: idOf<PersonId>(), name: z.string(), at: instant });

export const legalReviewView = z.union([
  z.object({ kind: z.literal('reviewed'), by: planSigned, opinion: z.string() }),
  z.object({ kind: z.literal('skipped'), reason: z.string() }),
]);

const short = z.string().trim().max(200);

/** The columns that only some bureaus' tables have. */
export const rowParticulars = z.strictObject({
  field: short,
  origin: z.enum(['province', 'city', 'own']),
  section: short,
  joinSections: z.array(short).max(20).readonly(),
  bodies: z.array(short).max(20).readonly(),
  creditRequirement: short,
  mode: short,
  cap: z.number().int().min(1).max(12).nullable(),
});

export const planRowView = z.object({
  id: idOf<PlanRowId>(),
  no: z.number().int(),
  name: z.string(),
  selection: z.enum(['targeted', 'nonTargeted']),
  items: z.array(z.object({ itemId: idOf<ItemId>().nullable(), title: z.string() })),
  scope: z.string(),
  sectors: z.array(z.string()),
  level: z.enum(['all', 'priority', 'ordinary']),
  ratio,
  rounds: z.number().int(),
  window: z.object({ from: calendarDate, to: calendarDate }),
  initiator: z.string(),
  partners: z.array(z.string()),
  particulars: rowParticulars.optional(),
  base: z.number().int().nullable(),
  approvedCount: z.number().int().nullable(),
});

export const planStatus = z.enum([
  'draft',
  'awaiting-legal-review',
  'awaiting-approval',
  'awaiting-government',
  'approved',
  'published',
]);

/** 版记. */
export const planImprint = z.strictObject({
  copies: short,
  office: short,
  printedOn: calendarDate.nullable(),
});

export const planView = z.object({
  id: idOf<PlanId>(),
  version: z.number().int(),
  year: z.number().int(),
  status: planStatus,
  edition: z.number().int(),
  title: z.string(),
  documentNo: z.string().nullable(),
  issuedOn: calendarDate.nullable(),
  addressees: z.string(),
  upstream: z.array(z.string()),
  publicity: z.enum(['published', 'on-request', 'closed']).optional(),
  imprint: planImprint.optional(),
  rows: z.array(planRowView),
  createdBy: planSigned,
  amendment: z
    .object({ no: z.number().int(), former: idOf<PlanId>(), reason: z.string(), effectiveOn: calendarDate })
    .nullable(),
  submitted: planSigned.nullable(),
  legalReview: legalReviewView.nullable(),
  approved: planSigned.nullable(),
  published: planSigned.nullable(),
  sentBack: z
    .object({ kind: z.enum(['returned', 'withdrawn', 'government']), by: planSigned, reason: z.string() })
    .nullable(),
  changedBy: z.string(),
  changedAt: instant,
});
export type PlanView = z.infer<typeof planView>;

/** The calculation of one row, opened in place under it. */
export const planFormula = z.object({
  rowId: idOf<PlanRowId>(),
  base: z.number().int(),
  baseText: z.string(),
  count: z.number().int(),
  formula: z.string(),
  /** The same without its result: 41×20%＝8.2，进一. */
  calculation: z.string(),
  needsRounding: z.boolean(),
  /** What the registry holds now, which can differ from a base fixed at submission. */
  liveBase: z.number().int(),
  phrase: z.string(),
  windowText: z.string(),
  alternatives: z.array(
    z.object({ rounding: z.enum(['ceil', 'half-up', 'floor']), number: z.number().int(), share: z.string() }),
  ),
});
export type PlanFormula = z.infer<typeof planFormula>;

export const planSheetView = z.object({
  title: z.string(),
  columns: z.array(z.object({ title: z.string(), width: z.number() })),
  lines: z.array(z.array(z.string())),
});

export const planMeterView = z.object({
  key: z.string(),
  name: z.string(),
  clause: ruleClause,
  value: z.string(),
  base: z.string(),
  segments: z.array(z.number()),
  target: z.number().nullable(),
  verdict: z.enum(['reached', 'missed', 'agrees', 'differs', 'fits', 'exceeds']).nullable(),
  detail: z.string(),
});

export const findingView = z.object({
  id: z.string(),
  /** The number of its class: C-16. */
  rule: z.string(),
  severity: z.enum(['must', 'check', 'wording']),
  verdict: z.string(),
  detail: z.string().nullable(),
  evidence: z.array(z.object({ place: z.string(), text: z.string(), quoted: z.boolean() })),
  rows: z.array(z.string()),
  tag: z.string().nullable(),
  remediesAre: z.enum(['choices', 'buttons']),
  remedies: z.array(z.object({ key: z.string(), text: z.string() })),
  /** Ways out in words, where no button can take them. */
  mends: z.array(z.string()),
  dismissible: z.boolean(),
  blocks: z.boolean(),
});
export type FindingView = z.infer<typeof findingView>;

export const planCheck = z.object({
  open: z.array(findingView),
  kept: z.array(
    z.object({
      rule: z.string().nullable(),
      verdict: z.string(),
      reason: z.string(),
      by: z.string(),
      at: instant,
      /** 第n稿, in which it was kept; null where that was not recorded. */
      edition: z.number().int().nullable(),
    }),
  ),
  comparisons: z.array(
    z.object({
      key: z.string(),
      clause: ruleClause,
      says: z.string(),
      table: z.string(),
      verdict: z.enum(['agrees', 'contradicts', 'same-as-above']),
    }),
  ),
});

/** A finding on the wire: its remedies are named, what they change is reckoned again by the server. */
export function viewFinding(finding: Finding, blocking: boolean): FindingView {
  return {
    id: finding.id,
    rule: finding.rule,
    severity: finding.severity,
    verdict: finding.verdict,
    detail: finding.detail,
    evidence: [...finding.evidence],
    rows: [...finding.rows],
    tag: finding.tag,
    remediesAre: finding.remediesAre,
    remedies: finding.remedies.map(({ key, text }) => ({ key, text })),
    mends: [...finding.mends],
    dismissible: finding.dismissible,
    blocks: blocking,
  };
}

/** What a draft is judged by, so that the meters move while one types, without asking again. */
export const planFactsView = z.object({
  policy: policyProfile,
  baseCounts: z.array(
    z.object({ sector: z.string(), level: z.enum(['priority', 'ordinary']), count: z.number().int() }),
  ),
  // Written by the domain itself and read by nothing but the domain.
  constraints: z.array(z.custom<PlanConstraint>((value) => typeof value === 'object' && value !== null)),
  budgets: z.array(z.custom<PlanBudget>((value) => typeof value === 'object' && value !== null)),
});
