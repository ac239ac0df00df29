import type { readingRoutes } from '@mingchou/contract';
import {
  type Acceptance,
  type Actor,
  blankPoint,
  type CatalogueRefusal,
  type Draft,
  headOfDraft,
  type ItemContent,
  itemOfDraft,
  ok,
  openDraft,
  type PlanId,
  type PlanReading,
  type PlanRefusal,
  type ReadingFacts,
  type ReadingId,
  type ReadingRefusal,
  type ReadItem,
  refuse,
  type Result,
  rowOfDraft,
  yearOfDrafts,
} from '@mingchou/domain';
import type { z } from 'zod';
import type { Tx } from '../../db/tx.ts';
import { keep, lockReading } from './commands.ts';
import type { ReadingPorts } from './ports.ts';

type Input = z.output<typeof readingRoutes.acceptDrafts.input>;
export type AcceptRefusal = ReadingRefusal | PlanRefusal | CatalogueRefusal;
interface Accepted {
  readingId: ReadingId;
  version: number;
  planId: PlanId | null;
  rows: number;
  items: number;
}
type Outcome<T> = Promise<Result<T, AcceptRefusal>>;

/** What one acceptance works with; `accepted` grows as rows and items are made. */
interface Work {
  readonly ports: ReadingPorts;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly facts: ReadingFacts;
  readonly reading: PlanReading;
  readonly accepted: Acceptance[];
}

/** 列入: all of the chosen drafts or none, items before the rows that name them. Nothing is published by it. */
export async function accept(ports: ReadingPorts, tx: Tx, actor: Actor, input: Input): Outcome<Accepted> {
  const stored = await lockReading(tx, input);
  if (!stored.ok) return stored;
  const { reading } = stored.value;
  const chosen: Draft[] = [];
  for (const key of input.drafts) {
    const draft = openDraft(reading, key);
    if (!draft.ok) return draft;
    chosen.push(draft.value);
  }
  const work: Work = { ports, tx, actor, facts: await ports.facts(tx), reading, accepted: [] };
  const items = await takeItems(work, chosen);
  if (!items.ok) return items;
  const rows = chosen.filter(({ kind }) => kind === 'row');
  const plan = rows.length === 0 ? ok(null) : await takeRows(work, rows, input.into);
  if (!plan.ok) return plan;

  const saved = await keep(tx, actor, stored.value, { type: 'drafts-accepted', accepted: work.accepted });
  return ok({ ...saved, planId: plan.value, rows: rows.length, items: items.value });
}

function note(work: Work, draft: Draft, as: Acceptance['as'], id: string, planId: PlanId | null): void {
  work.accepted.push({ draft: draft.key, as, id, planId, at: work.tx.now, by: work.actor.name });
}

async function takeItems(work: Work, chosen: readonly Draft[]): Outcome<number> {
  const { ports, tx, actor, facts } = work;
  const drafts = chosen.filter(({ kind }) => kind === 'item');
  for (const draft of drafts) {
    const item = itemOfDraft(draft, facts);
    if (!item.ok) return item;
    const saved = await ports.addItem(tx, actor, contentOf(item.value));
    if (!saved.ok) return saved;
    note(work, draft, 'item', saved.value.id, null);
  }
  return ok(drafts.length);
}

/** As the catalogue takes it: points without wording, no liability. */
function contentOf({ points, bases, ...item }: ReadItem): ItemContent {
  const checkItems = points.map((text, at) => ({ ...blankPoint, no: at + 1, text }));
  return { ...item, checkItems, legalBases: bases, liability: '' };
}

async function takeRows(work: Work, rows: readonly Draft[], into: Input['into']): Outcome<PlanId | null> {
  const { ports, tx, actor, facts, reading } = work;
  if (into === null) return refuse({ code: 'reading-plan-unnamed' });
  const documentYear = yearOfDrafts(reading.drafts);
  if (documentYear === null) return refuse({ code: 'reading-year-missing' });
  const begun = into.kind === 'new' ? await beginPlan(work, into.year) : await standingPlan(work, into.planId);
  if (!begun.ok) return begun;
  const { planId, year } = begun.value;
  let version = into.kind === 'plan' ? into.version : begun.value.version;
  const items = await ports.items(tx);
  for (const draft of rows) {
    const content = rowOfDraft(draft, facts, { documentYear, year, items });
    if (!content.ok) return content;
    const saved = await ports.addRow(tx, actor, { planId, version, content: content.value });
    if (!saved.ok) return saved;
    version = saved.value.version;
    note(work, draft, 'row', saved.value.rowId, planId);
  }
  return ok(planId);
}

interface Begun {
  readonly planId: PlanId;
  readonly version: number;
  readonly year: number;
}

async function beginPlan(work: Work, year: number): Outcome<Begun> {
  const { ports, tx, actor, facts, reading } = work;
  const draft = reading.drafts.find(({ kind }) => kind === 'head');
  if (draft === undefined) return refuse({ code: 'reading-draft-gone' });
  const head = headOfDraft(draft, facts, year);
  if (!head.ok) return head;
  const plan = await ports.createPlan(tx, actor, { year, head: head.value });
  if (!plan.ok) return plan;
  const { planId, version } = plan.value;
  if (!reading.accepted.some(({ as }) => as === 'head')) note(work, draft, 'head', planId, planId);
  return ok({ planId, version, year });
}

async function standingPlan(work: Work, planId: PlanId): Outcome<Begun> {
  const plan = (await work.ports.plans(work.tx)).find((one) => one.planId === planId);
  return plan === undefined ? refuse({ code: 'plan-not-found' }) : ok(plan);
}
