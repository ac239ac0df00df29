import type { DrawId, ExternalDraw, ExternalRefusal, Instant, Result, RoundId, TaskId } from '@mingchou/domain';
import { ok, refuse } from '@mingchou/domain';
import type { BureauId } from '@mingchou/domain';
import { toJson } from '../../../db/json.ts';
import type { Db, Tx } from '../../../db/tx.ts';
import { type Changed, changedColumns, versionAfter, writtenBy } from '../../../db/versioned.ts';

export interface ExternalDrawTable {
  bureau_id: BureauId;
  draw_id: DrawId;
  register_no: number;
  task_id: TaskId;
  year: number;
  round_id: RoundId | null;
  status: ExternalDraw['status'];
  state: ExternalDraw;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

declare module '../../../db/tables.ts' {
  interface Tables {
    external_draw: ExternalDrawTable;
  }
}

export interface StoredExternal extends Changed {
  readonly draw: ExternalDraw;
}

const stored = ['state as draw', ...changedColumns] as const;

/** The bureau's highest 登记号 so far; 0 before the first. */
export async function lastRegisterNo(db: Db): Promise<number> {
  const row = await db.db
    .selectFrom('external_draw')
    .select((e) => e.fn.max('register_no').as('last'))
    .where('bureau_id', '=', db.bureauId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function insertExternal(tx: Tx, draw: ExternalDraw, by: string): Promise<void> {
  await tx.db
    .insertInto('external_draw')
    .values({
      bureau_id: tx.bureauId,
      draw_id: draw.id,
      register_no: draw.registerNo,
      task_id: draw.taskId,
      year: draw.year,
      round_id: draw.round?.id ?? null,
      status: draw.status,
      state: toJson(draw),
      ...writtenBy(tx, by),
    })
    .execute();
}

export function loadExternal(db: Db, drawId: DrawId): Promise<StoredExternal | undefined> {
  return db.db
    .selectFrom('external_draw')
    .select(stored)
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .executeTakeFirst();
}

/** The external draw, locked until the transaction ends. */
export function loadExternalForUpdate(tx: Tx, drawId: DrawId): Promise<StoredExternal | undefined> {
  return tx.db
    .selectFrom('external_draw')
    .select(stored)
    .where('bureau_id', '=', tx.bureauId)
    .where('draw_id', '=', drawId)
    .forUpdate()
    .executeTakeFirst();
}

/** Every external draw that counts, by 登记号. */
export async function standingExternals(db: Db): Promise<ExternalDraw[]> {
  const rows = await db.db
    .selectFrom('external_draw')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .where('status', '<>', 'withdrawn')
    .orderBy('register_no')
    .execute();
  return rows.map(({ state }) => state);
}

export async function saveExternal(tx: Tx, next: ExternalDraw, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('external_draw')
    .set({ status: next.status, state: toJson(next), ...writtenBy(tx, by, before) })
    .where('bureau_id', '=', tx.bureauId)
    .where('draw_id', '=', next.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `external draw ${next.id}`, before);
}

export function unlessStale(
  found: StoredExternal | undefined,
  version: number,
): Result<StoredExternal, ExternalRefusal> {
  if (found === undefined) return refuse({ code: 'external-not-found' });
  if (found.version !== version) return refuse({ code: 'stale', by: found.changedBy, at: found.changedAt });
  return ok(found);
}
