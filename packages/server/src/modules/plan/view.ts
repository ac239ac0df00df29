import type { PlanFormula, PlanView, planRoutes } from '@mingchou/contract';
import { viewFinding } from '@mingchou/contract';
import type { Instant, Plan, PlanFacts, PlanRow, PlanSurroundings } from '@mingchou/domain';
import {
  alternativesOf,
  baseOf,
  baseText,
  blocks,
  calculationOf,
  checkPlan,
  compareConstraints,
  countOf,
  dateOf,
  formulaOf,
  mergeProposals,
  mergesDismissed,
  metersOf,
  needsRounding,
  numberOf,
  phraseOf,
  resolvePolicy,
  shareText,
  sheetsOf,
  totalsOf,
  windowText,
} from '@mingchou/domain';
import type { z } from 'zod';
import { approvalView } from './approval-view.ts';
import type { StoredPlan } from './store.ts';

type ShowReply = z.input<typeof planRoutes.showPlan.reply>;

/** The plan's page: table, sums, meters, comparison and findings, all reckoned from the same facts. */
export function showOf(
  stored: StoredPlan,
  around: PlanSurroundings,
  now: Instant,
): Omit<ShowReply, 'history' | 'inspectors' | 'versions'> {
  const { plan } = stored;
  const facts: PlanFacts = { plan, ...around };
  const { open, kept } = checkPlan(facts);
  const { source, place, verified } = resolvePolicy(around.policy, 'ratio.rounding').clause;
  return {
    plan: viewPlan(stored),
    facts: {
      policy: around.policy,
      baseCounts: [...around.baseCounts],
      constraints: [...plan.constraints],
      budgets: [...(around.budgets ?? [])],
    },
    genre: resolvePolicy(around.policy, 'plan.genre').value,
    formulas: plan.rows.map((row) => formulaView(facts, row)),
    sheets: sheetsOf(facts).map(({ title, columns, lines }) => ({
      title,
      columns: columns.map((column) => ({ title: column.title, width: column.width })),
      lines: lines.map((line) => [...line]),
    })),
    meters: metersOf(facts).map((meter) => ({ ...meter, segments: [...meter.segments] })),
    check: {
      open: open.map((finding) => viewFinding(finding, blocks(finding))),
      kept: [
        ...kept.map(({ finding, dismissal }) => ({
          rule: finding.rule,
          verdict: finding.verdict,
          reason: dismissal.reason,
          by: dismissal.by,
          at: dismissal.at,
          edition: dismissal.edition ?? null,
        })),
        ...keptApart(facts),
      ],
      comparisons: [...compareConstraints(facts)],
    },
    approval: approvalView(plan, around.policy, dateOf(now)),
    merges: mergeProposals(facts).map(({ key, rows, verdict, detail }) => ({ key, rows: [...rows], verdict, detail })),
    totals: { ...totalsOf(facts), halfUp: halfUpTotal(facts) },
    roundingClause: { source, place, verified },
    baseOn: dateOf(plan.status === 'draft' ? now : plan.submitted.at),
    items: around.items.map(({ id, title, published }) => ({ id, title, published })),
    sectors: resolvePolicy(around.policy, 'sectors').value.map(({ code, label }) => ({
      code,
      label,
      count: around.baseCounts.filter((count) => count.sector === code).reduce((sum, count) => sum + count.count, 0),
    })),
  };
}

function keptApart({ plan }: PlanFacts): ShowReply['check']['kept'] {
  return mergesDismissed(plan).map(({ rows, dismissal: { reason, by, at, edition = null } }) => ({
    rule: null,
    verdict: `任务${rows.map((row) => row.no).join('、')}不合并为综合查一次`,
    ...{ reason, by, at, edition },
  }));
}

function formulaView({ policy, baseCounts }: PlanFacts, row: PlanRow): PlanFormula {
  const base = baseOf(row, baseCounts);
  const liveBase = baseOf({ ...row, base: null }, baseCounts);
  return {
    rowId: row.id,
    base,
    // What the base was made of is told only while the registry still adds up to it.
    baseText: base === liveBase ? baseText(row, policy, baseCounts) : `${base}家`,
    count: countOf(row, baseCounts),
    formula: formulaOf(row.ratio, base),
    calculation: calculationOf(row.ratio, base),
    needsRounding: needsRounding(row.ratio, base),
    liveBase,
    phrase: phraseOf(row.ratio),
    windowText: windowText(row.window),
    alternatives: alternativesOf(row.ratio, base).map(({ rounding, number }) => ({
      rounding,
      number,
      share: shareText(number, base, 2),
    })),
  };
}

/** What the year would come to if every row were rounded half up, shown beside the table's own total. */
function halfUpTotal({ plan, baseCounts }: PlanFacts): number {
  return plan.rows.reduce(
    (total, row) => total + numberOf({ ...row.ratio, rounding: 'half-up' }, baseOf(row, baseCounts)),
    0,
  );
}

function viewPlan({ plan, version, changedBy, changedAt }: StoredPlan): PlanView {
  return {
    id: plan.id,
    version,
    year: plan.year,
    status: plan.status,
    edition: plan.edition,
    title: plan.title,
    documentNo: plan.documentNo,
    issuedOn: plan.issuedOn,
    addressees: plan.addressees,
    upstream: [...plan.upstream],
    publicity: plan.publicity,
    imprint: plan.imprint,
    rows: plan.rows.map(viewRow),
    createdBy: plan.createdBy,
    amendment: amendmentOf(plan),
    ...signaturesOf(plan),
    changedBy,
    changedAt,
  };
}

function amendmentOf({ amendment }: Plan): PlanView['amendment'] {
  if (amendment === undefined) return null;
  const { no, former, reason, effectiveOn } = amendment;
  return { no, former, reason, effectiveOn };
}

type Signatures = Pick<PlanView, 'submitted' | 'legalReview' | 'approved' | 'published' | 'sentBack'>;

function signaturesOf(plan: Plan): Signatures {
  const none: Signatures = { submitted: null, legalReview: null, approved: null, published: null, sentBack: null };
  switch (plan.status) {
    case 'draft':
      return { ...none, sentBack: plan.sentBack };
    case 'awaiting-legal-review':
      return { ...none, submitted: plan.submitted };
    case 'awaiting-approval':
      return { ...none, submitted: plan.submitted, legalReview: plan.legalReview };
    case 'awaiting-government':
    case 'approved':
      return { ...none, submitted: plan.submitted, legalReview: plan.legalReview, approved: plan.approved };
    case 'published':
      return {
        ...none,
        submitted: plan.submitted,
        legalReview: plan.legalReview,
        approved: plan.approved,
        published: plan.published,
      };
  }
}

function viewRow(row: PlanRow): PlanView['rows'][number] {
  return {
    ...row,
    items: row.items.map((item) => ({ ...item })),
    sectors: [...row.sectors],
    partners: [...row.partners],
  };
}
