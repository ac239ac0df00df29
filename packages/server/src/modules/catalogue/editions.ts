import type { EditionHead } from '@mingchou/contract';
import type { CatalogueRefusal, InspectionItem, ListChange, ListLine } from '@mingchou/domain';
import { compareLists, contentOf, listCells, ok, refuse } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { completed } from './store.ts';
import './tables.ts';

/** Keeps the list as it now stands in public as one more edition (GX-19). */
export async function keepEdition(tx: Tx, by: string, published: readonly InspectionItem[]): Promise<void> {
  const last = await lastEditionNo(tx);
  const items = published.map((item) => ({ ...contentOf(item), id: item.id, no: item.no }));
  await tx.db
    .insertInto('catalogue_edition')
    .values({
      ...{ bureau_id: tx.bureauId, no: (last ?? 0) + 1, published_at: tx.now, published_by: by },
      items: toJson(items),
    })
    .execute();
}

/** The number of the list that the public reads now; null before the first. */
export async function lastEditionNo(db: Db): Promise<number | null> {
  const newest = await db.db
    .selectFrom('catalogue_edition')
    .select((e) => e.fn.max<number | null>('no').as('no'))
    .where('bureau_id', '=', db.bureauId)
    .executeTakeFirst();
  return newest?.no ?? null;
}

/** Newest first. */
async function loadEditions(db: Db) {
  const rows = await db.db
    .selectFrom('catalogue_edition')
    .select(['no', 'published_at', 'published_by', 'items'])
    .where('bureau_id', '=', db.bureauId)
    .orderBy('no', 'desc')
    .execute();
  return rows.map(({ no, published_at, published_by, items }) => ({
    ...{ no, publishedAt: published_at, publishedBy: published_by },
    items: items.map((item) => ({ ...item, checkItems: completed(item.checkItems) })),
  }));
}
type Edition = Awaited<ReturnType<typeof loadEditions>>[number];

export async function listEditions(db: Db, { page, size }: { page: number; size: number }) {
  const all = await loadEditions(db);
  const rows = all.slice((page - 1) * size, page * size);
  return { rows: rows.map((edition) => headOf(edition, changesOf(all, edition))), total: all.length, page, size };
}

export async function showEdition(db: Db, no: number | undefined) {
  const all = await loadEditions(db);
  const edition = no === undefined ? all[0] : all.find((each) => each.no === no);
  if (edition === undefined) return refuse<CatalogueRefusal>({ code: 'edition-not-found' });
  const changes = changesOf(all, edition);
  const lines = edition.items.map((item: ListLine) => [...listCells(item), item.liability]);
  const told = changes.map((change) => (change.kind === 'changed' ? { ...change, cells: [...change.cells] } : change));
  return ok({ ...headOf(edition, changes), lines, changes: told });
}

function changesOf(all: readonly Edition[], edition: Edition): readonly ListChange[] {
  const before = all.find(({ no }) => no === edition.no - 1);
  return compareLists(before?.items ?? [], edition.items);
}

function headOf({ no, publishedAt, publishedBy, items }: Edition, changes: readonly ListChange[]): EditionHead {
  const words = { added: '增加', changed: '修改', removed: '撤下' } as const;
  const counts = (['added', 'changed', 'removed'] as const).map((kind) => ({
    word: words[kind],
    count: changes.filter((change) => change.kind === kind).length,
  }));
  const told = counts.filter(({ count }) => count > 0).map(({ word, count }) => `${word}${count}项`);
  return { no, publishedAt, publishedBy, items: items.length, changed: told.join('，') || '没有变化' };
}
