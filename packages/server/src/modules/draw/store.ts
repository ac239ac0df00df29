import type { Draw, DrawId, Result, TaskId } from '@mingchou/domain';
import { type DrawRefusal, ok, recordOf, refuse } from '@mingchou/domain';
import { sql } from 'kysely';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { type Changed, changedColumns, versionAfter, writtenBy } from '../../db/versioned.ts';
import './tables.ts';

export interface StoredDraw extends Changed {
  readonly draw: Draw;
}

/** Draws of one bureau are numbered and chained one after another: whoever takes a number waits for the earlier one. */
export async function lockNumbering(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draw ${tx.bureauId}`}, 0))`.execute(tx.db);
}

/** Pools of one bureau are frozen one after another: two at once would not see what they share. */
export async function lockPools(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pool ${tx.bureauId}`}, 0))`.execute(tx.db);
}

export async function insertDraw(tx: Tx, draw: Draw, by: string): Promise<void> {
  const { id, taskId, drawNo, setup, round } = recordOf(draw);
  await tx.db
    .insertInto('draw')
    .values({
      bureau_id: tx.bureauId,
      draw_id: id,
      task_id: taskId,
      draw_no: drawNo,
      year: setup.year,
      round_id: round?.id ?? null,
      task_name: setup.taskName,
      objects: setup.objects,
      status: draw.status,
      commitment: null,
      state: toJson(draw),
      ...writtenBy(tx, by),
    })
    .execute();
}

const stored = ['state as draw', ...changedColumns] as const;

/** The draw, locked until the transaction ends. */
export function loadDrawForUpdate(tx: Tx, drawId: DrawId): Promise<StoredDraw | undefined> {
  return tx.db
    .selectFrom('draw')
    .select(stored)
    .where('bureau_id', '=', tx.bureauId)
    .where('draw_id', '=', drawId)
    .forUpdate()
    .executeTakeFirst();
}

export function loadDraw(db: Db, drawId: DrawId): Promise<StoredDraw | undefined> {
  return db.db
    .selectFrom('draw')
    .select(stored)
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .executeTakeFirst();
}

/** The draw of a task that can still be designed. */
export async function preparingDrawOf(db: Db, taskId: TaskId): Promise<Draw | undefined> {
  const row = await db.db
    .selectFrom('draw')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .where('task_id', '=', taskId)
    .where('status', '=', 'preparing')
    .executeTakeFirst();
  return row?.state;
}

/** Which task a draw belongs to; never changes, so it may be read before the task is locked. */
export async function taskOfDraw(db: Db, drawId: DrawId): Promise<TaskId | undefined> {
  const row = await db.db
    .selectFrom('draw')
    .select('task_id')
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .executeTakeFirst();
  return row?.task_id;
}

/** Saves the next state over the version that was locked; returns the new version. */
export async function saveDraw(tx: Tx, next: Draw, before: number, by: string): Promise<number> {
  const record = recordOf(next);
  const updated = await tx.db
    .updateTable('draw')
    .set({
      status: next.status,
      commitment: 'commitment' in record ? record.commitment.c : null,
      state: toJson(next),
      ...writtenBy(tx, by, before),
    })
    .where('bureau_id', '=', tx.bureauId)
    .where('draw_id', '=', record.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `draw ${record.id}`, before);
}

/** Whether the page that gave the command had seen the latest step. */
export function unlessStale(found: StoredDraw | undefined, version: number): Result<StoredDraw, DrawRefusal> {
  if (found === undefined) return refuse({ code: 'draw-not-found' });
  if (found.version !== version) return refuse({ code: 'stale', by: found.changedBy, at: found.changedAt });
  return ok(found);
}

/** The bureau's highest number so far, void draws included; 0 before the first. */
export async function lastDrawNo(db: Db): Promise<number> {
  const row = await db.db
    .selectFrom('draw')
    .select((e) => e.fn.max('draw_no').as('last'))
    .where('bureau_id', '=', db.bureauId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export interface EarlierDraws {
  /** C of the nearest earlier draw that was committed, or "" (mc-draw/1 §4 `prev`). */
  readonly prev: string;
  /** The lowest-numbered earlier draw that may still be committed. */
  readonly open: number | null;
}

export async function earlierDraws(db: Db, drawNo: number): Promise<EarlierDraws> {
  const earlier = await db.db
    .selectFrom('draw')
    .select(['draw_no', 'status', 'commitment'])
    .where('bureau_id', '=', db.bureauId)
    .where('draw_no', '<', drawNo)
    .orderBy('draw_no')
    .execute();
  const open = earlier.find((row) => row.commitment === null && row.status !== 'voided');
  const committed = earlier.findLast((row) => row.commitment !== null);
  return { prev: committed?.commitment ?? '', open: open?.draw_no ?? null };
}

/** C of the latest void draw of the task that had been committed. */
export async function voidedCommitment(db: Db, taskId: TaskId): Promise<string | null> {
  const row = await db.db
    .selectFrom('draw')
    .select('commitment')
    .where('bureau_id', '=', db.bureauId)
    .where('task_id', '=', taskId)
    .where('status', '=', 'voided')
    .where('commitment', 'is not', null)
    .orderBy('draw_no', 'desc')
    .executeTakeFirst();
  return row?.commitment ?? null;
}
