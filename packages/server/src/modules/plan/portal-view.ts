import type { PortalPlan } from '@mingchou/contract';
import type { Plan } from '@mingchou/domain';
import { formulaOf, objectsOf, phraseOf } from '@mingchou/domain';

type Published = Extract<Plan, { status: 'published' }>;

/** What the public sees of a plan: the table with the sum behind each number, and who approved it. */
export function portalViewOf(plan: Published): PortalPlan {
  const { government, filing } = plan;
  return {
    year: plan.year,
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
