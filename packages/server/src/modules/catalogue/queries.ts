import type { catalogueRoutes } from '@mingchou/contract';
import { viewItem } from '@mingchou/contract';
import type {
  CatalogueRefusal,
  Checklist,
  InspectionItem,
  ItemColumns,
  ItemFacts,
  ItemId,
  ItemSurroundings,
  Result,
} from '@mingchou/domain';
import {
  basisText,
  categoryTerms,
  dateOf,
  judgeBasis,
  mayBePlanned,
  ok,
  outdatedBases,
  refuse,
  resolvePolicy,
  standingText,
} from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { CataloguePorts } from './commands.ts';
import { lastEditionNo } from './editions.ts';
import { loadLibrary } from './library-store.ts';
import { byText, pageOfRows } from './page.ts';
import { loadItem, loadItems } from './store.ts';

type ListInput = z.output<typeof catalogueRoutes.listItems.input>;
type BasesInput = z.output<typeof catalogueRoutes.listLegalBases.input>;
type BasisRow = z.output<typeof catalogueRoutes.listLegalBases.reply>['rows'][number];

/** A bureau's list has tens of items, so it is read whole and paged here. */
export async function listItems(ports: CataloguePorts, db: Db, input: ListInput) {
  const around = await surroundings(ports, db);
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
    sorted.map(({ item, version }) => viewItem(item, version, around(item))),
    input,
  );
}

export async function showItem(
  ports: CataloguePorts,
  db: Db,
  id: ItemId,
): Promise<Result<ReturnType<typeof viewItem>, CatalogueRefusal>> {
  const stored = await loadItem(db, id);
  if (stored === undefined) return refuse({ code: 'item-not-found' });
  const around = await surroundings(ports, db);
  return ok(viewItem(stored.item, stored.version, around(stored.item)));
}

/** What items are judged by today, read once for a whole list. */
async function surroundings(ports: CataloguePorts, db: Db): Promise<(item: InspectionItem) => ItemSurroundings> {
  const on = dateOf(db.now);
  const laws = await loadLibrary(db, 'law');
  const mappings = await loadLibrary(db, 'mapping');
  const hazards = await loadLibrary(db, 'hazard');
  const planned = await ports.plannedItems(db, Number(on.slice(0, 4)));
  const ceiling = resolvePolicy(await ports.policy(db), 'ratio.ordinaryCeiling').value;
  const common = {
    ...{ on, ceiling },
    laws: laws.map(({ record }) => record),
    mappings: mappings.map(({ record }) => record),
    hazards: hazards.map(({ record }) => record.code),
  };
  return (item) => ({ ...common, planned: planned === null ? null : planned.includes(item.id) });
}

/** 法律依据, each once with the items that cite it. */
export async function listLegalBases(db: Db, input: BasesInput) {
  const laws = (await loadLibrary(db, 'law')).map(({ record }) => record);
  const rows = new Map<string, BasisRow>();
  for (const { item } of await loadItems(db)) {
    for (const basis of item.legalBases) {
      const text = basisText(basis);
      const standing = judgeBasis(laws, basis, dateOf(db.now));
      const worth = { standing: standing.kind, detail: standingText(standing) };
      const row = rows.get(text) ?? { text, ...basis, ...worth, items: [] };
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
  const laws = (await loadLibrary(db, 'law')).map(({ record }) => record);
  const stored = await loadItems(db);
  return stored.map(({ item }) => ({
    id: item.id,
    title: item.title,
    published: mayBePlanned(item.status),
    sectors: item.sectors,
    columns: columnsOf(item),
    outdatedBases: outdatedBases(laws, item.legalBases, dateOf(db.now)),
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

/** 现场检查表: the published items of a task in the order given, in the edition in force. */
export async function checklistOf(db: Db, ids: readonly string[]): Promise<Checklist> {
  const stored = await loadItems(db);
  const items = ids.flatMap((id) => {
    const found = stored.find(({ item }) => item.id === id && mayBePlanned(item.status));
    if (found === undefined) return [];
    const { id: itemId, title, department, checkItems: points } = found.item;
    return [{ itemId, title, department, points }];
  });
  return { edition: await lastEditionNo(db), items };
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
