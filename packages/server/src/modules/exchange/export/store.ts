import type { ExportList } from '@mingchou/contract';
import type { Actor, Instant } from '@mingchou/domain';
import { toJson } from '../../../db/json.ts';
import type { Db, Tx } from '../../../db/tx.ts';
import '../tables.ts';

export interface BegunExport {
  readonly id: string;
  readonly list: ExportList;
  readonly format: 'xlsx' | 'csv';
  readonly listing: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
}

export async function insertExport(tx: Tx, actor: Actor, { columns, listing, ...begun }: BegunExport): Promise<void> {
  await tx.db
    .insertInto('list_export')
    .values({
      bureau_id: tx.bureauId,
      ...begun,
      columns: [...columns],
      listing: toJson(listing),
      begun_at: tx.now,
      begun_by: actor.personId,
      begun_by_name: actor.name,
    })
    .execute();
}

/** An export this person began and has not taken yet. */
export async function waitingExport(db: Db, actor: Actor, id: string): Promise<BegunExport | undefined> {
  return db.db
    .selectFrom('list_export')
    .select(['id', 'list', 'format', 'listing', 'columns'])
    .where('bureau_id', '=', db.bureauId)
    .where('id', '=', id)
    .where('begun_by', '=', actor.personId)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
}

/** The manifest: `false` when the same export was taken a moment before. */
export async function saveManifest(tx: Tx, id: string, rows: number, sha256: string): Promise<boolean> {
  const saved = await tx.db
    .updateTable('list_export')
    .set({ rows, sha256, finished_at: tx.now })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export interface Manifest {
  readonly id: string;
  readonly list: ExportList;
  readonly format: 'xlsx' | 'csv';
  readonly by: string;
  readonly at: Instant;
  readonly rows: number | null;
  readonly sha256: string | null;
  readonly listing: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
}

export async function listedExports(db: Db, { page, size }: { readonly page: number; readonly size: number }) {
  const list = db.db.selectFrom('list_export').where('bureau_id', '=', db.bureauId);
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows: Manifest[] = await list
    .select(['id', 'list', 'format', 'begun_by_name as by', 'begun_at as at', 'rows', 'sha256', 'listing', 'columns'])
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}
