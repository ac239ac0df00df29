import type { CheckItem, InspectionItem, ItemId } from '@mingchou/domain';
import { blankPoint } from '@mingchou/domain';
import { sql } from 'kysely';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { type Changed, changedColumns, versionAfter, writtenBy } from '../../db/versioned.ts';
import './tables.ts';

export interface StoredItem extends Changed {
  readonly item: InspectionItem;
}

const columns = ['state as item', ...changedColumns] as const;

/** Check points of an earlier version of the program have neither wording nor hazards. */
export function completed(points: readonly CheckItem[]): readonly CheckItem[] {
  return points.map((point) => ({ ...blankPoint, ...point }));
}

const complete = <Stored extends StoredItem>(stored: Stored): Stored => ({
  ...stored,
  item: { ...stored.item, checkItems: completed(stored.item.checkItems) },
});

export async function loadItems(db: Db): Promise<readonly StoredItem[]> {
  const rows = await db.db
    .selectFrom('catalogue_item')
    .select(columns)
    .where('bureau_id', '=', db.bureauId)
    .orderBy('no')
    .execute();
  return rows.map(complete);
}

export async function loadItem(db: Db, id: ItemId): Promise<StoredItem | undefined> {
  const row = await db.db
    .selectFrom('catalogue_item')
    .select(columns)
    .where('bureau_id', '=', db.bureauId)
    .where('item_id', '=', id)
    .executeTakeFirst();
  return row && complete(row);
}

/** The whole list, locked: numbers and titles are unique within it, so changes of the list take turns. */
export async function loadItemsForUpdate(tx: Tx): Promise<readonly StoredItem[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue ${tx.bureauId}`}, 0))`.execute(tx.db);
  return loadItems(tx);
}

export async function insertItem(tx: Tx, item: InspectionItem, by: string): Promise<void> {
  await tx.db
    .insertInto('catalogue_item')
    .values({
      bureau_id: tx.bureauId,
      item_id: item.id,
      no: item.no,
      title: item.title,
      status: item.status,
      state: toJson(item),
      ...writtenBy(tx, by),
    })
    .execute();
}

/** Saves the next state over the version that was locked; returns the new version. */
export async function saveItem(tx: Tx, item: InspectionItem, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('catalogue_item')
    .set({
      title: item.title,
      status: item.status,
      state: toJson(item),
      ...writtenBy(tx, by, before),
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('item_id', '=', item.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `item ${item.id}`, before);
}
