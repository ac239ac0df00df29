import type { PlanId, PlanRowId } from '../id.ts';
import { numberOf } from '../policy/index.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import { dateOf } from '../time.ts';
import { approvedOn } from './approval.ts';
import type { PlanEvent, PlanRefusal } from './event.ts';
import type { BaseCount } from './facts.ts';
import { baseOf, countOf } from './facts.ts';
import type { Plan, PlanRow, Signature } from './plan.ts';
import { planStatusTerms } from './plan.ts';

type Decision = Result<PlanEvent, PlanRefusal>;
type Decided = Extract<Plan, { status: 'approved' | 'published' }>;

export function isDecided(plan: Plan): plan is Decided {
  return plan.status === 'approved' || plan.status === 'published';
}

/** 「第1次修订」; empty for the year's first version. */
export function amendmentName(plan: Pick<Plan, 'amendment'>): string {
  return plan.amendment === undefined ? '' : `第${plan.amendment.no}次修订`;
}

/** The day from which a version is in force: never before all who must have approved it. */
export function inForceFrom(plan: Decided): CalendarDate {
  const approved = approvedOn(plan);
  const { amendment } = plan;
  return amendment !== undefined && amendment.effectiveOn > approved ? amendment.effectiveOn : approved;
}

/** The version of a year's plan that governs its draws on a day: the latest one in force by then. */
export function planInForce(versions: readonly Plan[], on: CalendarDate): Decided | undefined {
  const standing = versions.filter(isDecided).filter((plan) => plan.amendment === undefined || inForceFrom(plan) <= on);
  return standing.toSorted((a, b) => (b.amendment?.no ?? 0) - (a.amendment?.no ?? 0))[0];
}

/**
 * 修订 — an approved plan is never edited: another version begins from the latest one, with a reason and the day from
 * which it counts, and goes the same way of approval. One at a time.
 */
export function amendPlan(
  plan: Plan,
  versions: readonly Plan[],
  input: {
    readonly id: PlanId;
    readonly reason: string;
    readonly effectiveOn: CalendarDate;
    readonly by: Signature;
  },
): Decision {
  const latest = versions.toSorted((a, b) => (b.amendment?.no ?? 0) - (a.amendment?.no ?? 0))[0] ?? plan;
  if (!isDecided(latest)) {
    return latest.amendment === undefined
      ? refuse({ code: 'plan-in-other-state', status: planStatusTerms[latest.status], needs: planStatusTerms.approved })
      : refuse({ code: 'plan-already-amended', no: latest.amendment.no, status: planStatusTerms[latest.status] });
  }
  const wrong = wrongTerms(input, dateOf(input.by.at));
  if (wrong !== null) return wrong;
  const { year, rows, constraints, dismissals, title, addressees, upstream, publicity, imprint } = latest;
  // Number and dates belong to the paper before; the rest stays until somebody writes otherwise.
  const head = {
    ...{ title, documentNo: null, issuedOn: null, addressees, upstream },
    ...(publicity === undefined ? {} : { publicity }),
    ...(imprint === undefined ? {} : { imprint: { ...imprint, printedOn: null } }),
  };
  return ok({
    type: 'plan-amended',
    id: input.id,
    amendment: {
      no: (latest.amendment?.no ?? 0) + 1,
      former: latest.id,
      reason: input.reason.trim(),
      effectiveOn: input.effectiveOn,
      lastNo: Math.max(latest.amendment?.lastNo ?? 0, ...rows.map((row) => row.no)),
    },
    from: { year, rows, constraints, dismissals, head },
    by: input.by,
  });
}

export function updateAmendment(
  plan: Plan,
  input: { readonly reason: string; readonly effectiveOn: CalendarDate },
  today: CalendarDate,
): Decision {
  if (plan.status !== 'draft') return refuse({ code: 'plan-not-a-draft', status: planStatusTerms[plan.status] });
  if (plan.amendment === undefined) return refuse({ code: 'plan-not-an-amendment' });
  const { reason, effectiveOn } = input;
  return wrongTerms(input, today) ?? ok({ type: 'plan-amendment-updated', reason: reason.trim(), effectiveOn });
}

function wrongTerms(
  { reason, effectiveOn }: { readonly reason: string; readonly effectiveOn: CalendarDate },
  today: CalendarDate,
): Decision | null {
  if (reason.trim() === '') return refuse({ code: 'plan-reason-missing' });
  return effectiveOn < today ? refuse({ code: 'plan-effective-in-past', today }) : null;
}

/** A task whose draw has begun: what its row promised can no longer shrink. */
export interface TaskUnderWay {
  readonly rowId: PlanRowId;
  readonly name: string;
  readonly status: 'drawing' | 'drawn' | 'dispatched' | 'finished';
}

const underWayTerms = { drawing: '抽签中', drawn: '已开签', dispatched: '已派发', finished: '已完成' } as const;

/** Whether a version takes something from a row whose draw has begun; names the first such task. */
export function takenFromUnderWay(
  plan: Plan,
  former: Plan,
  underWay: readonly TaskUnderWay[],
  baseCounts: readonly BaseCount[],
): PlanRefusal | null {
  for (const { rowId, name, status } of underWay) {
    const before = former.rows.find((row) => row.id === rowId);
    const after = plan.rows.find((row) => row.id === rowId);
    const what = before === undefined ? undefined : lostOf(before, after, baseCounts);
    if (what !== undefined) {
      return { code: 'plan-row-under-way', task: name, status: underWayTerms[status], what };
    }
  }
  return null;
}

/** What the row promises less than before, in the word of its column; undefined while it holds all of it. */
function lostOf(before: PlanRow, after: PlanRow | undefined, counts: readonly BaseCount[]): string | undefined {
  if (after === undefined) return '整项任务';
  const left = new Set(after.items.map(({ itemId, title }) => itemId ?? title));
  const narrower: readonly (readonly [string, boolean])[] = [
    ['抽查类型', before.selection !== after.selection],
    ['抽查事项', before.items.some(({ itemId, title }) => !left.has(itemId ?? title))],
    ['抽查对象范围', before.scope !== after.scope || before.sectors.some((sector) => !after.sectors.includes(sector))],
    ['对象级别', before.level !== after.level && after.level !== 'all'],
    ['抽取家数', numberOf(after.ratio, baseOf(after, counts)) < countOf(before, counts)],
    ['轮次', after.rounds < before.rounds],
    ['抽查时间', after.window.from > before.window.from || after.window.to < before.window.to],
  ];
  return narrower.find(([, lost]) => lost)?.[0];
}
