import type { PortalPlan, PortalPlanVersion } from '@mingchou/contract';
import type { DifferenceFacts, Plan } from '@mingchou/domain';
import { formulaOf, inForceFrom, objectsOf, phraseOf, planDifference } from '@mingchou/domain';
import { latestFirst } from './versions.ts';

type Published = Extract<Plan, { status: 'published' }>;

/** What the public sees of a year: every published version with its table, its day, and what it changed and why. */
export function portalViewOf(versions: readonly Plan[], facts: DifferenceFacts): PortalPlan | undefined {
  const published = latestFirst(versions)
    .filter((plan): plan is Published => plan.status === 'published')
    .toReversed();
  const [first] = published;
  if (first === undefined) return undefined;
  const former = (plan: Published) => published.find(({ id }) => id === plan.amendment?.former);
  return {
    ...bodyOf(first),
    year: first.year,
    versions: published.map((plan) => versionOf(plan, former(plan), facts)),
  };
}

function versionOf(plan: Published, former: Published | undefined, facts: DifferenceFacts): PortalPlanVersion {
  const rows = former === undefined ? [] : planDifference(former, plan, facts).rows;
  return {
    ...bodyOf(plan),
    no: plan.amendment?.no ?? 0,
    from: inForceFrom(plan),
    reason: plan.amendment?.reason ?? null,
    changes: rows.map(({ sentence }) => sentence),
  };
}

/** The table with the sum behind each number, and who approved it. */
function bodyOf(plan: Published): Omit<PortalPlan, 'year' | 'versions'> {
  const { government, filing } = plan;
  return {
    title: plan.title,
    documentNo: plan.documentNo,
    issuedOn: plan.issuedOn,
    publishedAt: plan.published.at,
    government:
      government === undefined
        ? null
        : { by: government.sent.to, on: government.answeredOn, documentNo: government.documentNo },
    filing:
      filing === undefined
        ? null
        : { with: filing.with, on: filing.sentOn, receiptNo: filing.receipt?.receiptNo ?? null },
    rows: plan.rows.map((row) => ({
      no: row.no,
      taskName: row.name,
      selection: row.selection,
      item: row.items.map((item) => item.title).join('；'),
      objects: objectsOf(row),
      scope: row.scope,
      ratio: phraseOf(row.ratio),
      base: row.base,
      count: row.approvedCount ?? 0,
      sum: formulaOf(row.ratio, row.base ?? 0),
      from: row.window.from,
      to: row.window.to,
      department: row.initiator,
    })),
  };
}
