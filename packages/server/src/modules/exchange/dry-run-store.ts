import type { ImportTarget } from '@mingchou/contract';
import type { Actor, DryRun, Instant, PersonId } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

export interface StoredDryRun extends DryRun {
  readonly id: string;
  readonly target: ImportTarget;
  readonly fileHash: string;
  readonly fileName: string;
  readonly triedBy: PersonId;
  readonly version: number;
  readonly undoneAt: Instant | null;
  /** What was found, as a page; null for one of before it was kept. */
  readonly viewHash: string | null;
  /** The workbook of the wrong rows; null where none was wrong. */
  readonly wrongHash: string | null;
}

export async function insertDryRun(
  tx: Tx,
  actor: Actor,
  dryRun: Omit<StoredDryRun, 'importedAt' | 'version' | 'triedBy' | 'undoneAt' | 'viewHash'> & { viewHash: string },
) {
  await tx.db
    .insertInto('import_dry_run')
    .values({
      bureau_id: tx.bureauId,
      id: dryRun.id,
      target: dryRun.target,
      file_hash: dryRun.fileHash,
      file_name: dryRun.fileName,
      registry_mark: dryRun.registryMark,
      counts: JSON.stringify(dryRun.counts),
      tried_at: tx.now,
      tried_by: actor.personId,
      tried_by_name: actor.name,
      view_hash: dryRun.viewHash,
      wrong_hash: dryRun.wrongHash,
      version: 1,
    })
    .execute();
}

function select(db: Db, id: string) {
  return db.db.selectFrom('import_dry_run').selectAll().where('bureau_id', '=', db.bureauId).where('id', '=', id);
}

export async function loadDryRun(db: Db, id: string): Promise<StoredDryRun | undefined> {
  return stored(await select(db, id).executeTakeFirst());
}

export async function loadDryRunForUpdate(tx: Tx, id: string): Promise<StoredDryRun | undefined> {
  return stored(await select(tx, id).forUpdate().executeTakeFirst());
}

/** `false` when it was imported a moment before. */
export async function saveImported(tx: Tx, actor: Actor, dryRun: StoredDryRun): Promise<boolean> {
  const saved = await tx.db
    .updateTable('import_dry_run')
    .set({ imported_at: tx.now, imported_by: actor.personId, version: dryRun.version + 1 })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', dryRun.id)
    .where('version', '=', dryRun.version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>;

function stored(row: Row): StoredDryRun | undefined {
  return (
    row && {
      id: row.id,
      target: row.target,
      fileHash: row.file_hash,
      fileName: row.file_name,
      triedBy: row.tried_by,
      registryMark: row.registry_mark,
      counts: row.counts,
      importedAt: row.imported_at,
      version: row.version,
      undoneAt: row.undone_at,
      viewHash: row.view_hash,
      wrongHash: row.wrong_hash,
    }
  );
}

/** The import into this registry that stands last; `undefined` when none does. */
export async function lastImport(db: Db, target: ImportTarget): Promise<string | undefined> {
  const row = await db.db
    .selectFrom('import_dry_run')
    .select('id')
    .where('bureau_id', '=', db.bureauId)
    .where('target', '=', target)
    .where('imported_at', 'is not', null)
    .where('undone_at', 'is', null)
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id;
}

export async function saveUndone(tx: Tx, actor: Actor, dryRun: StoredDryRun): Promise<void> {
  await tx.db
    .updateTable('import_dry_run')
    .set({ undone_at: tx.now, undone_by_name: actor.name, version: dryRun.version + 1 })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', dryRun.id)
    .where('version', '=', dryRun.version)
    .execute();
}
