import type { ItemId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { Fraction } from '../policy/ratio.ts';
import { percentOf } from '../policy/ratio.ts';
import type { InspectionItem, ItemContent, ItemStatus } from './item.ts';
import type { LawEdition } from './law.ts';
import type { ItemMapping } from './library.ts';
import { isUnmapped, shareAboveCeiling } from './review.ts';

export type ItemEvent =
  | { readonly type: 'item-added'; readonly id: ItemId; readonly no: number; readonly content: ItemContent }
  | { readonly type: 'item-updated'; readonly content: ItemContent }
  | { readonly type: 'item-published'; readonly at: Instant; readonly by: string }
  | { readonly type: 'item-withdrawn'; readonly at: Instant; readonly reason: string };

/** 登记 or 更正 of one edition in the library. */
export interface LawRecorded {
  readonly type: 'law-recorded';
  readonly law: LawEdition;
}

export type CatalogueRefusal =
  | { readonly code: 'item-not-found' }
  | { readonly code: 'item-title-taken'; readonly title: string; readonly no: number }
  | { readonly code: 'item-without-basis'; readonly title: string }
  | { readonly code: 'item-without-check-points'; readonly title: string }
  | { readonly code: 'item-without-duty'; readonly title: string }
  | {
      readonly code: 'item-ratio-above-ceiling';
      readonly title: string;
      readonly share: string;
      readonly ceiling: string;
    }
  | { readonly code: 'law-ends-before-it-begins' }
  | { readonly code: 'law-stale' }
  | { readonly code: 'edition-not-found' }
  | { readonly code: 'item-sector-unknown'; readonly sector: string }
  | { readonly code: 'item-already-published'; readonly title: string }
  | { readonly code: 'item-not-published'; readonly title: string }
  | { readonly code: 'item-stale'; readonly changedBy: string; readonly changedAt: Instant };

/** What a decision about an item must know of the rest: the other titles and the policy's sectors. */
export interface CatalogueFacts {
  readonly titles: readonly { readonly id: ItemId; readonly no: number; readonly title: string }[];
  readonly sectors: readonly string[];
}

export function addItem(id: ItemId, content: ItemContent, facts: CatalogueFacts): Result<ItemEvent, CatalogueRefusal> {
  const refusal = refusalOf(id, content, facts);
  if (refusal !== null) return refuse(refusal);
  const no = Math.max(0, ...facts.titles.map((other) => other.no)) + 1;
  return ok({ type: 'item-added', id, no, content });
}

/** A published item is not edited in place: what the public read must first be withdrawn with a reason. */
export function updateItem(
  item: InspectionItem,
  content: ItemContent,
  facts: CatalogueFacts,
): Result<ItemEvent, CatalogueRefusal> {
  if (item.status === 'published') return refuse({ code: 'item-already-published', title: item.title });
  const refusal = refusalOf(item.id, content, facts);
  return refusal === null ? ok({ type: 'item-updated', content }) : refuse(refusal);
}

/** What publishing asks of the bureau's tables and rules. */
export interface PublishingFacts {
  readonly mappings: readonly ItemMapping[];
  readonly ceiling: Fraction | null;
}

/**
 * 公布 — 国办发〔2015〕58号: without a legal basis nothing may be inspected, so nothing is published (N-01); every item
 * hangs under the power-and-duty list (LZ-24), and an ordinary one keeps its ratio within the ceiling (N-07).
 */
export function publishItem(
  item: InspectionItem,
  at: Instant,
  by: string,
  { mappings, ceiling }: PublishingFacts,
): Result<ItemEvent, CatalogueRefusal> {
  const { title } = item;
  if (item.status === 'published') return refuse({ code: 'item-already-published', title });
  if (item.legalBases.length === 0) return refuse({ code: 'item-without-basis', title });
  if (item.checkItems.length === 0) return refuse({ code: 'item-without-check-points', title });
  if (isUnmapped(item, mappings)) return refuse({ code: 'item-without-duty', title });
  const share = shareAboveCeiling(item, ceiling);
  if (share !== null && ceiling !== null) {
    return refuse({
      code: 'item-ratio-above-ceiling',
      ...{ title, share: percentOf(share), ceiling: percentOf(ceiling) },
    });
  }
  return ok({ type: 'item-published', at, by });
}

export function recordLaw(law: LawEdition): Result<LawRecorded, CatalogueRefusal> {
  const { from, to } = law;
  if (from !== null && to !== null && to < from) return refuse({ code: 'law-ends-before-it-begins' });
  return ok({ type: 'law-recorded', law });
}

export function withdrawItem(item: InspectionItem, at: Instant, reason: string): Result<ItemEvent, CatalogueRefusal> {
  if (item.status !== 'published') return refuse({ code: 'item-not-published', title: item.title });
  return ok({ type: 'item-withdrawn', at, reason });
}

export function evolveItem(item: InspectionItem | null, event: ItemEvent): InspectionItem {
  if (event.type === 'item-added') return { ...event.content, id: event.id, no: event.no, status: 'draft' };
  if (item === null) throw new Error(`${event.type} without an item`);
  const { id, no } = item;
  switch (event.type) {
    case 'item-updated':
      return { ...event.content, id, no, status: 'draft' };
    case 'item-published':
      return { ...contentOf(item), id, no, status: 'published', publishedAt: event.at, publishedBy: event.by };
    case 'item-withdrawn':
      return { ...contentOf(item), id, no, status: 'withdrawn', withdrawnAt: event.at, reason: event.reason };
  }
}

export function contentOf(item: InspectionItem): ItemContent {
  return {
    dutyItem: item.dutyItem,
    title: item.title,
    checkItems: item.checkItems,
    subjects: item.subjects,
    category: item.category,
    methods: item.methods,
    ratioAndFrequency: item.ratioAndFrequency,
    department: item.department,
    tier: item.tier,
    legalBases: item.legalBases,
    liability: item.liability,
    sectors: item.sectors,
  };
}

/** Whether the item may stand in a plan and be inspected (国办发〔2024〕54号: 未公布的事项不得检查). */
export function mayBePlanned(status: ItemStatus): boolean {
  return status === 'published';
}

function refusalOf(id: ItemId, content: ItemContent, facts: CatalogueFacts): CatalogueRefusal | null {
  const twin = facts.titles.find((other) => other.title === content.title && other.id !== id);
  if (twin !== undefined) return { code: 'item-title-taken', title: content.title, no: twin.no };
  const unknown = content.sectors.find((sector) => !facts.sectors.includes(sector));
  return unknown === undefined ? null : { code: 'item-sector-unknown', sector: unknown };
}
