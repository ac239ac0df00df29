import type { ImportRun, ImportTarget } from '@mingchou/contract';
import {
  type Actor,
  type ImportMode,
  type Instant,
  isLiveRun,
  type RunPhase,
  type RunState,
  secondsLeft,
  runStanding,
} from '@mingchou/domain';
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

export interface AskedRun {
  readonly id: string;
  readonly importId: string;
  readonly target: ImportTarget;
  readonly mode: ImportMode;
  readonly total: number;
}

export interface RunProgress {
  readonly phase: RunPhase;
  readonly done: number;
  readonly total: number;
}

const live = ['waiting', 'running'] as const satisfies readonly RunState[];
const silentSeconds = sql<number>`extract(epoch from clock_timestamp() - import_run.heard_at)::float8`;

/** Puts the run down; `false` when another one into the same list is not at its end. */
export async function insertRun(tx: Tx, actor: Actor, run: AskedRun): Promise<boolean> {
  const asked = { asked_at: tx.now, asked_by: actor.personId, asked_by_name: actor.name };
  const inserted = await tx.db
    .insertInto('import_run')
    .values({
      ...{ bureau_id: tx.bureauId, id: run.id, import_id: run.importId, target: run.target, mode: run.mode },
      ...{ state: 'waiting', phase: 'reading', done: 0, total: run.total, ...asked },
    })
    // The index of live runs is what conflicts: whoever comes second waits for the first one's commit.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export interface LiveRun {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly fileName: string;
}

/** The import into this list that is not at its end; one that says nothing any more is none. */
export async function findLiveRun(db: Db, target: ImportTarget): Promise<LiveRun | undefined> {
  const row = await db.db
    .selectFrom('import_run')
    .innerJoin('import_dry_run', (join) =>
      join
        .onRef('import_dry_run.bureau_id', '=', 'import_run.bureau_id')
        .onRef('import_dry_run.id', '=', 'import_run.import_id'),
    )
    .select(['import_run.id', 'import_run.state', 'asked_by_name as by', 'asked_at as at', 'file_name as fileName'])
    .select(silentSeconds.as('silent'))
    .where('import_run.bureau_id', '=', db.bureauId)
    .where('import_run.target', '=', target)
    .where('import_run.state', 'in', live)
    .executeTakeFirst();
  if (row === undefined || !isLiveRun(runStanding(row.state, row.silent))) return undefined;
  return { id: row.id, by: row.by, at: row.at, fileName: row.fileName };
}

/** Gives up runs into this list that say nothing any more, so that the list is free again. */
export async function giveUpSilent(tx: Tx, target: ImportTarget): Promise<void> {
  const rows = await tx.db
    .selectFrom('import_run')
    .select(['id', 'state', silentSeconds.as('silent')])
    .where('bureau_id', '=', tx.bureauId)
    .where('target', '=', target)
    .where('state', 'in', live)
    .execute();
  for (const { id, state, silent } of rows) if (!isLiveRun(runStanding(state, silent))) await endRun(tx, id, 'broken');
}

/** Takes a waiting run; `false` when somebody took it or it was given up. */
export async function claimRun(tx: Tx, id: string): Promise<boolean> {
  const told = { heard_at: sql<Instant>`clock_timestamp()`, phase_at: sql<Instant>`clock_timestamp()` };
  const taken = await tx.db
    .updateTable('import_run')
    .set({ state: 'running', ...told })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** A word of the one who works: he is there, and so far. */
export async function tellRun(tx: Tx, id: string, { phase, done, total }: RunProgress): Promise<void> {
  const phaseAt = sql<Instant>`case when phase = ${phase} then phase_at else clock_timestamp() end`;
  await tx.db
    .updateTable('import_run')
    .set({ phase, done, total, heard_at: sql<Instant>`clock_timestamp()`, phase_at: phaseAt })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .where('state', 'in', live)
    .execute();
}

/** Ends the run; `false` when it was at its end already. `message` says why it was refused. */
export async function endRun(
  tx: Tx,
  id: string,
  state: 'done' | 'refused' | 'broken',
  message?: string,
): Promise<boolean> {
  const ended = await tx.db
    .updateTable('import_run')
    .set({ state, ended_at: tx.now, ...(message === undefined ? {} : { message }) })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .where('state', 'in', live)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** The last run of each of these dry runs. */
export async function runsOf(db: Db, importIds: readonly string[]): Promise<ReadonlyMap<string, ImportRun>> {
  if (importIds.length === 0) return new Map();
  const rows = await db.db
    .selectFrom('import_run')
    .distinctOn('import_id')
    .select(['import_id', 'state', 'phase', 'done', 'total', 'asked_by_name', 'asked_at', 'ended_at', 'message'])
    .select([silentSeconds.as('silent'), sql<number>`extract(epoch from heard_at - phase_at)::float8`.as('spent')])
    .where('bureau_id', '=', db.bureauId)
    .where('import_id', 'in', importIds)
    .orderBy('import_id')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.import_id, viewOf(row)]));
}

interface Row extends RunProgress {
  readonly state: RunState;
  readonly asked_by_name: string;
  readonly asked_at: Instant;
  readonly ended_at: Instant | null;
  readonly message: string | null;
  readonly silent: number;
  readonly spent: number;
}

function viewOf({ phase, done, total, ...row }: Row): ImportRun {
  return {
    ...{ state: runStanding(row.state, row.silent), phase, done, total },
    secondsSpent: Math.round(row.spent * 10) / 10,
    secondsLeft: secondsLeft(done, total, row.spent),
    ...{ by: row.asked_by_name, askedAt: row.asked_at, endedAt: row.ended_at },
    message: row.message,
  };
}
