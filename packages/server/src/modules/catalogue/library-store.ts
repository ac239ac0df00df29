import type { ItemMapping, LawEdition, LibraryList, MajorHazard } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import './tables.ts';

/** The record that each table beside the list holds. */
export interface LibraryRecords {
  readonly law: LawEdition;
  readonly mapping: ItemMapping;
  readonly hazard: MajorHazard;
}

export interface StoredEntry<List extends LibraryList> {
  readonly key: string;
  readonly id: string;
  readonly record: LibraryRecords[List];
  readonly version: number;
}

/** One whole table, by key; a bureau's tables have tens to hundreds of rows. */
export async function loadLibrary<List extends LibraryList>(db: Db, list: List): Promise<readonly StoredEntry<List>[]> {
  const rows = await db.db
    .selectFrom('catalogue_library')
    .select(['key', 'entry_id', 'state', 'version'])
    .where('bureau_id', '=', db.bureauId)
    .where('list', '=', list)
    .orderBy('key')
    .execute();
  // Only `saveEntries` writes the table, and it takes the record of the same list.
  return rows.map(({ key, entry_id, state, version }) => ({
    ...{ key, id: entry_id, version },
    record: state as LibraryRecords[List],
  }));
}

/** Writes records over the versions that were read; `false` when somebody was faster. */
export async function saveEntries<List extends LibraryList>(
  tx: Tx,
  list: List,
  entries: readonly { readonly key: string; readonly record: LibraryRecords[List]; readonly before: number }[],
): Promise<boolean> {
  const added = entries.filter(({ before }) => before === 0);
  for (let at = 0; at < added.length; at += 1_000) {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('catalogue_library')
      .values(
        added.slice(at, at + 1_000).map(({ key, record }) => ({
          ...{ bureau_id: tx.bureauId, list, key, entry_id: newId<string>(), version: 1 },
          state: toJson(record),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== BigInt(Math.min(1_000, added.length - at))) return false;
  }
  for (const { key, record, before } of entries.filter((entry) => entry.before > 0)) {
    const { numUpdatedRows } = await tx.db
      .updateTable('catalogue_library')
      .set({ state: toJson(record), version: before + 1 })
      .where('bureau_id', '=', tx.bureauId)
      .where('list', '=', list)
      .where('key', '=', key)
      .where('version', '=', before)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
  }
  return true;
}
