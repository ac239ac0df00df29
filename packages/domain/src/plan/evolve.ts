import { unreachable } from '../result.ts';
import type { PlanConstraint } from './constraint.ts';
import type { PlanEvent } from './event.ts';
import type { PlanChange } from './finding.ts';
import type { Dismissal, Plan, PlanBody, PlanRow, RowContent } from './plan.ts';

type Later = Exclude<PlanEvent, { type: 'plan-created' | 'plan-amended' }>;

/** The plan after an event; the same code that saved it can replay it from the log. */
export function evolvePlan(plan: Plan | null, event: PlanEvent): Plan {
  if (event.type === 'plan-created') {
    const { id, year, head, constraints, by } = event;
    const body = { id, year, ...head, edition: 1, rows: [], constraints, dismissals: [], createdBy: by };
    return { ...body, status: 'draft', sentBack: null };
  }
  if (event.type === 'plan-amended') {
    const { id, amendment, from, by } = event;
    const { head, rows, ...rest } = from;
    const carried = rows.map((row) => ({ ...row, approvedCount: null, carried: true as const }));
    const body = { id, ...rest, ...head, edition: 1, rows: carried, createdBy: by, amendment };
    return { ...body, status: 'draft', sentBack: null };
  }
  if (plan === null) throw new Error(`${event.type} without a plan`);
  return plan.status === 'draft' ? evolveDraft(plan, event) : evolveSubmitted(plan, event);
}

function evolveDraft(plan: Extract<Plan, { status: 'draft' }>, event: Later): Plan {
  switch (event.type) {
    case 'plan-head-updated':
      return { ...plan, ...event.head };
    case 'plan-amendment-updated': {
      const { reason, effectiveOn } = event;
      return plan.amendment === undefined
        ? outOfPlace(plan, event)
        : { ...plan, amendment: { ...plan.amendment, reason, effectiveOn } };
    }
    case 'plan-row-added': {
      const row = { ...event.content, id: event.rowId, no: nextNo(plan), base: null, approvedCount: null };
      return { ...plan, rows: [...plan.rows, row] };
    }
    case 'plan-row-updated':
      return {
        ...plan,
        rows: plan.rows.map((row) => (row.id === event.rowId ? withContent(row, event.content) : row)),
      };
    case 'plan-row-removed':
      return {
        ...plan,
        rows: renumbered(
          plan,
          plan.rows.filter((row) => row.id !== event.rowId),
        ),
      };
    case 'plan-rows-merged': {
      const left = plan.rows.filter((row) => !event.removed.includes(row.id));
      return {
        ...plan,
        rows: renumbered(
          plan,
          left.map((row) => (row.id === event.rowId ? withContent(row, event.content) : row)),
        ),
      };
    }
    case 'plan-mended':
      return event.changes.reduce(change, plan);
    case 'plan-finding-dismissed':
      return { ...plan, dismissals: kept(plan.dismissals, event.dismissal) };
    case 'plan-submitted': {
      const body = { ...bodyOf(plan), rows: plan.rows.map((row) => ({ ...row, base: baseIn(event, row) })) };
      return event.review === 'asked'
        ? { ...body, status: 'awaiting-legal-review', submitted: event.by }
        : { ...body, status: 'awaiting-approval', submitted: event.by, legalReview: event.review };
    }
    default:
      throw new Error(`${event.type} does not happen to a draft`);
  }
}

function evolveSubmitted(plan: Exclude<Plan, { status: 'draft' }>, event: Later): Plan {
  const body = bodyOf(plan);
  if (event.type === 'plan-sent-back') {
    const rows = plan.rows.map((row) => ({
      ...row,
      base: row.carried === true ? row.base : null,
      approvedCount: null,
    }));
    return { ...body, rows, edition: plan.edition + 1, status: 'draft', sentBack: event.note };
  }
  if (event.type === 'plan-reviewed' && plan.status === 'awaiting-legal-review') {
    const legalReview = { kind: 'reviewed' as const, by: event.by, opinion: event.opinion };
    return { ...body, status: 'awaiting-approval', submitted: plan.submitted, legalReview };
  }
  if (event.type === 'plan-approved' && plan.status === 'awaiting-approval') {
    const countOf = (row: PlanRow) => event.counts.find((count) => count.rowId === row.id)?.count ?? null;
    const rows = plan.rows.map((row) => ({ ...row, approvedCount: countOf(row) }));
    const decided = { submitted: plan.submitted, legalReview: plan.legalReview, approved: event.by };
    return event.government === 'asked'
      ? { ...body, rows, ...decided, status: 'awaiting-government', sent: null }
      : { ...body, rows, ...decided, status: 'approved' };
  }
  if (plan.status === 'awaiting-government') return evolveWithGovernment(plan, event);
  if (plan.status === 'approved' || plan.status === 'published') return evolveApproved(plan, event);
  return outOfPlace(plan, event);
}

function evolveWithGovernment(plan: Extract<Plan, { status: 'awaiting-government' }>, event: Later): Plan {
  if (event.type === 'plan-sent-to-government') return { ...plan, sent: event.sent };
  if (event.type !== 'plan-approved-by-government') return outOfPlace(plan, event);
  const { sent: _sent, ...decided } = plan;
  return { ...decided, status: 'approved', government: event.answer };
}

function evolveApproved(plan: Extract<Plan, { status: 'approved' | 'published' }>, event: Later): Plan {
  if (event.type === 'plan-published') return { ...plan, status: 'published', published: event.by };
  if (event.type === 'plan-numbered') return { ...plan, documentNo: event.documentNo, issuedOn: event.issuedOn };
  if (event.type === 'plan-filed') return { ...plan, filing: event.filing };
  if (event.type === 'plan-filing-received' && plan.filing !== undefined) {
    return { ...plan, filing: { ...plan.filing, receipt: event.receipt } };
  }
  return outOfPlace(plan, event);
}

function outOfPlace(plan: Plan, event: Later): never {
  throw new Error(`${event.type} does not happen to a plan that is ${plan.status}`);
}

function change<P extends PlanBody>(plan: P, one: PlanChange): P {
  switch (one.kind) {
    case 'row':
      return { ...plan, rows: plan.rows.map((row) => (row.id === one.rowId ? withContent(row, one.content) : row)) };
    case 'constraint': {
      const changed = (constraint: PlanConstraint): PlanConstraint =>
        constraint.key === one.key ? { ...constraint, rule: one.rule } : constraint;
      return { ...plan, constraints: plan.constraints.map(changed) };
    }
    case 'drop-constraint':
      return { ...plan, constraints: plan.constraints.filter((constraint) => constraint.key !== one.key) };
    default:
      return unreachable(one);
  }
}

/** A carried row keeps the base that was approved while it draws from the same objects. */
function withContent(row: PlanRow, content: RowContent & { readonly carried?: true }): PlanRow {
  const { carried: _carried, ...own } = content;
  const next = { ...own, id: row.id, no: row.no, base: null, approvedCount: null };
  const sameObjects = row.level === own.level && row.sectors.join() === own.sectors.join();
  return row.carried === true && sameObjects ? { ...next, base: row.base, carried: true } : next;
}

/** In an amendment a task keeps its number, by which draws and the portal know it. */
function renumbered(plan: PlanBody, rows: readonly PlanRow[]): readonly PlanRow[] {
  if (plan.amendment !== undefined) return rows;
  return rows.map((row, index) => ({ ...row, no: index + 1 }));
}

function nextNo({ rows, amendment }: PlanBody): number {
  return Math.max(amendment?.lastNo ?? 0, ...rows.map((row) => row.no)) + 1;
}

function baseIn(event: Extract<PlanEvent, { type: 'plan-submitted' }>, row: PlanRow): number | null {
  return event.bases.find((base) => base.rowId === row.id)?.base ?? null;
}

function bodyOf(plan: Plan): PlanBody {
  const { id, year, title, documentNo, issuedOn, addressees, upstream, publicity, imprint } = plan;
  const { edition, rows, constraints, dismissals, createdBy, amendment } = plan;
  const known = { title, documentNo, issuedOn, addressees, upstream };
  const head = {
    ...known,
    ...(publicity === undefined ? {} : { publicity }),
    ...(imprint === undefined ? {} : { imprint }),
  };
  const body = { id, year, ...head, edition, rows, constraints, dismissals, createdBy };
  return amendment === undefined ? body : { ...body, amendment };
}

/** A finding that was kept, came back and is kept again has its newest reason alone. */
function kept(before: readonly Dismissal[], dismissal: Dismissal): readonly Dismissal[] {
  return [...before.filter(({ finding }) => finding !== dismissal.finding), dismissal];
}
