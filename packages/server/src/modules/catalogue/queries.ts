import type { catalogueRoutes } from '@mingchou/contract';
import { viewItem } from '@mingchou/contract';
import type { CatalogueRefusal, InspectionItem, ItemColumns, ItemFacts, ItemId, Result } from '@mingchou/domain';
import { basisText, categoryTerms, mayBePlanned, ok, refuse } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { loadItem, loadItems } from './store.ts';

type ListInput = z.output<typeof catalogueRoutes.listItems.input>;
type BasesInput = z.output<typeof catalogueRoutes.listLegalBases.input>;
type BasisRow = z.output<typeof catalogueRoutes.listLegalBases.reply>['rows'][number];

/** Sorted by code units, so that the order does not depend on the machine's language. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A bureau's list has tens of items, so it is read whole and paged here. */
export async function listItems(db: Db, input: ListInput) {
  const stored = await loadItems(db);
  const wanted = stored.filter(
    ({ item }) =>
      (input.status === undefined || item.status === input.status) &&
      (input.sector === undefined || item.sectors.includes(input.sector)) &&
      matches(item, input.search),
  );
  const sorted = [...wanted].sort((a, b) => compare(a.item, b.item, input.sort));
  if (input.order === 'desc') sorted.reverse();
  return pageOfRows(
    sorted.map(({ item, version }) => viewItem(item, version)),
    input,
  );
}

export async function showItem(db: Db, id: ItemId): Promise<Result<ReturnType<typeof viewItem>, CatalogueRefusal>> {
  const stored = await loadItem(db, id);
  return stored === undefined ? refuse({ code: 'item-not-found' }) : ok(viewItem(stored.item, stored.version));
}

/** 法律依据, each once with the items that cite it. */
export async function listLegalBases(db: Db, input: BasesInput) {
  const rows = new Map<string, BasisRow>();
  for (const { item } of await loadItems(db)) {
    for (const basis of item.legalBases) {
      const text = basisText(basis);
      const row = rows.get(text) ?? { text, ...basis, items: [] };
      row.items.push({ id: item.id, no: item.no, title: item.title });
      rows.set(text, row);
    }
  }
  const wanted = [...rows.values()].filter((row) => input.search === undefined || row.text.includes(input.search));
  wanted.sort((a, b) => byText(a.text, b.text));
  if (input.order === 'desc') wanted.reverse();
  return pageOfRows(wanted, input);
}

/** What plans must know of the items. */
export async function itemFacts(db: Db): Promise<readonly ItemFacts[]> {
  const stored = await loadItems(db);
  return stored.map(({ item }) => ({
    id: item.id,
    title: item.title,
    published: mayBePlanned(item.status),
    sectors: item.sectors,
    columns: columnsOf(item),
  }));
}

function columnsOf(item: InspectionItem): ItemColumns {
  const { dutyItem, methods, department, tier } = item;
  return {
    ...{ dutyItem, methods, department, tier },
    contents: item.checkItems.map(({ text }) => text),
    category: categoryTerms[item.category],
    bases: item.legalBases.map(basisText),
  };
}

/** What is looked at on the spot, by item, for the records of inspections. */
export async function checklistsOf(db: Db, ids: readonly ItemId[]) {
  const stored = await loadItems(db);
  return stored
    .filter(({ item }) => ids.includes(item.id))
    .map(({ item }) => ({ itemId: item.id, title: item.title, checkItems: item.checkItems }));
}

function matches(item: InspectionItem, search: string | undefined): boolean {
  if (search === undefined || search === '') return true;
  return [item.title, item.dutyItem, item.subjects].some((text) => text.includes(search));
}

function compare(a: InspectionItem, b: InspectionItem, sort: string | undefined): number {
  switch (sort) {
    case 'title':
      return byText(a.title, b.title);
    case 'category':
      return byText(a.category, b.category) || a.no - b.no;
    case 'status':
      return byText(a.status, b.status) || a.no - b.no;
    default:
      return a.no - b.no;
  }
}

function pageOfRows<Row>(rows: readonly Row[], { page, size }: { page: number; size: number }) {
  return { rows: rows.slice((page - 1) * size, page * size), total: rows.length, page, size };
}
