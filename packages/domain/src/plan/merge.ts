import type { PlanRowId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { PlanEvent, PlanRefusal } from './event.ts';
import type { PlanFacts, PlanSurroundings } from './facts.ts';
import { countOf, visitsOf } from './facts.ts';
import type { RowParticulars } from './particulars.ts';
import { particularsOf } from './particulars.ts';
import type { Dismissal, Plan, PlanBody, PlanRow, RowContent, Signature } from './plan.ts';
import { planStatusTerms } from './plan.ts';
import { windowText } from './words.ts';

/** 综合查一次: rows that would visit the same objects at the same time, and the one row they could be (N-03, 条例第五十四条). */
export interface MergeProposal {
  /** The same again while the rows are the same: `merge:<row>:<row>…`. */
  readonly key: string;
  readonly rows: readonly PlanRowId[];
  readonly verdict: string;
  readonly detail: string;
  readonly merged: RowContent;
  /** 家次 that enterprises are spared. */
  readonly spared: number;
}

/**
 * Rows of the same sectors and level whose windows share days, though items, sections or departments differ. Rows that ask
 * for the same with the same people are rounds of one task, not a merge. What someone dismissed with a reason is left out.
 */
export function mergeProposals(facts: PlanFacts): readonly MergeProposal[] {
  const kept = new Set(facts.plan.dismissals.map(({ finding }) => finding));
  const groups = new Map<string, PlanRow[]>();
  for (const row of facts.plan.rows) {
    const objects = `${[...row.sectors].sort().join(',')}/${row.level}/${row.selection}`;
    groups.set(objects, [...(groups.get(objects) ?? []), row]);
  }
  const found = [...groups.values()].flatMap(overlapping).filter(differs);
  return found.map((rows) => proposalOf(facts, rows)).filter(({ key }) => !kept.has(key));
}

/** Sets of two and more rows that have days in common, each row in at most one set. */
function overlapping(rows: readonly PlanRow[]): readonly (readonly PlanRow[])[] {
  const sets: PlanRow[][] = [];
  for (const row of [...rows].sort((a, b) =>
    a.window.from < b.window.from ? -1 : a.window.from > b.window.from ? 1 : 0,
  )) {
    const last = sets.at(-1);
    const open = last !== undefined && last.every(({ window }) => window.to >= row.window.from);
    if (open) last.push(row);
    else sets.push([row]);
  }
  return sets.filter((set) => set.length > 1).map((set) => set.sort((a, b) => a.no - b.no));
}

function differs(rows: readonly PlanRow[]): boolean {
  const whoAndWhat = rows.map((row) => {
    const { section, bodies } = particularsOf(row);
    return JSON.stringify([row.items.map((item) => item.title), row.initiator, row.partners, section, bodies]);
  });
  return new Set(whoAndWhat).size > 1;
}

function proposalOf(facts: PlanFacts, rows: readonly PlanRow[]): MergeProposal {
  const merged = mergedContent(facts, rows);
  const before = rows.reduce((total, row) => total + visitsOf(row, facts.baseCounts), 0);
  const after = Math.max(...rows.map((row) => countOf(row, facts.baseCounts))) * merged.rounds;
  const numbers = rows.map((row) => row.no).join('、');
  return {
    key: `merge:${rows.map((row) => row.id).join(':')}`,
    rows: rows.map((row) => row.id),
    verdict: `任务${numbers}可合并为综合查一次`,
    detail: `对象同是${rows[0]?.scope ?? ''}，${windowText(merged.window)}都在查；合并后${after}家次，少${before - after}家次。`,
    merged,
    spared: before - after,
  };
}

function mergedContent({ baseCounts }: PlanFacts, rows: readonly PlanRow[]): RowContent {
  const [first] = rows;
  if (first === undefined) throw new Error('no rows to merge');
  // The row that draws most: merged, nobody is inspected less than the plan promised.
  const most = rows.reduce((a, b) => (countOf(b, baseCounts) > countOf(a, baseCounts) ? b : a));
  const { id: _id, no: _no, base: _base, approvedCount: _count, ...content } = first;
  const items = rows.flatMap((row) => row.items);
  const partners = distinct(rows.flatMap((row) => [row.initiator, ...row.partners])).filter(
    (one) => one !== first.initiator,
  );
  const merged: RowContent = {
    ...content,
    items: items.filter((item, at) => items.findIndex(({ title }) => title === item.title) === at),
    ratio: most.ratio,
    rounds: Math.max(...rows.map((row) => row.rounds)),
    window: {
      from: rows.map((row) => row.window.from).reduce((a, b) => (b > a ? b : a)),
      to: rows.map((row) => row.window.to).reduce((a, b) => (b < a ? b : a)),
    },
    partners,
  };
  return rows.some((row) => row.particulars !== undefined) ? { ...merged, particulars: joined(rows) } : merged;
}

/** The first row leads; the sections and bodies of the others join. */
function joined(rows: readonly PlanRow[]): RowParticulars {
  const all = rows.map((row) => particularsOf(row));
  const [first] = rows;
  const lead = particularsOf(first ?? {});
  const sections = distinct(all.flatMap(({ section, joinSections }) => [section, ...joinSections]));
  const caps = all.flatMap(({ cap }) => (cap === null ? [] : [cap]));
  return {
    ...lead,
    joinSections: sections.filter((section) => section !== '' && section !== lead.section),
    bodies: distinct(all.flatMap(({ bodies }) => bodies)),
    cap: caps.length === 0 ? null : Math.min(...caps),
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** What someone decided to keep apart, while all of its rows still stand. */
export function mergesDismissed(
  plan: PlanBody,
): readonly { readonly rows: readonly PlanRow[]; readonly dismissal: Dismissal }[] {
  return plan.dismissals.flatMap((dismissal) => {
    const [kind, ...ids] = dismissal.finding.split(':');
    const rows = plan.rows.filter((row) => ids.includes(row.id));
    return kind === 'merge' && rows.length === ids.length ? [{ rows, dismissal }] : [];
  });
}

interface MergeChoice {
  readonly proposal: string;
  readonly by: Signature;
}

/** 合并为综合查一次 — as reckoned from the plan as it is now. */
export function mergeRows(
  plan: Plan,
  { proposal }: MergeChoice,
  surroundings: PlanSurroundings,
): Result<PlanEvent, PlanRefusal> {
  const found = findProposal(plan, proposal, surroundings);
  if (!found.ok) return found;
  const [rowId, ...removed] = found.value.rows;
  if (rowId === undefined) throw new Error('a proposal without rows');
  return ok({ type: 'plan-rows-merged', rowId, removed, content: found.value.merged });
}

/** 不合并 — with a reason that goes with the plan. */
export function dismissMerge(
  plan: Plan,
  { proposal, by, reason }: MergeChoice & { readonly reason: string },
  surroundings: PlanSurroundings,
): Result<PlanEvent, PlanRefusal> {
  const found = findProposal(plan, proposal, surroundings);
  if (!found.ok) return found;
  if (reason.trim() === '') return refuse({ code: 'plan-reason-missing' });
  const dismissal = { finding: found.value.key, reason: reason.trim(), by: by.name, at: by.at };
  return ok({ type: 'plan-finding-dismissed', dismissal });
}

function findProposal(plan: Plan, key: string, surroundings: PlanSurroundings): Result<MergeProposal, PlanRefusal> {
  if (plan.status !== 'draft') return refuse({ code: 'plan-not-a-draft', status: planStatusTerms[plan.status] });
  const found = mergeProposals({ plan, ...surroundings }).find((one) => one.key === key);
  return found === undefined ? refuse({ code: 'plan-merge-gone' }) : ok(found);
}
