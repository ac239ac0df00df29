import type { OpenRound, Round, RoundId } from '@mingchou/domain';
import { roundFor } from '@mingchou/domain';
import { sql } from 'kysely';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { type Changed, changedColumns, versionAfter, writtenBy } from '../../db/versioned.ts';
import './tables.ts';

export interface StoredRound extends Changed {
  readonly round: Round;
}

/** Whoever opens a round waits for the one who opens another: two scopes must not meet unseen. */
export async function lockRounds(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`round ${tx.bureauId}`}, 0))`.execute(tx.db);
}

export async function loadRounds(db: Db): Promise<Round[]> {
  const rows = await db.db.selectFrom('round').select('state').where('bureau_id', '=', db.bureauId).execute();
  return rows.map(({ state }) => state);
}

export async function insertRound(tx: Tx, round: OpenRound, by: string): Promise<void> {
  await tx.db
    .insertInto('round')
    .values({
      bureau_id: tx.bureauId,
      round_id: round.id,
      name: round.name,
      status: round.status,
      starts_on: round.startsOn,
      state: toJson(round),
      ...writtenBy(tx, by),
    })
    .execute();
}

/** The round, locked until the transaction ends. */
export function loadRoundForUpdate(tx: Tx, roundId: RoundId): Promise<StoredRound | undefined> {
  return tx.db
    .selectFrom('round')
    .select(['state as round', ...changedColumns])
    .where('bureau_id', '=', tx.bureauId)
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveRound(tx: Tx, next: Round, before: number, by: string): Promise<number> {
  const updated = await tx.db
    .updateTable('round')
    .set({ status: next.status, state: toJson(next), ...writtenBy(tx, by, before) })
    .where('bureau_id', '=', tx.bureauId)
    .where('round_id', '=', next.id)
    .where('version', '=', before)
    .executeTakeFirst();
  return versionAfter(updated, `round ${next.id}`, before);
}

/** The open round for a draw of these sectors, as it is now. */
export async function findOpenRound(db: Db, sectors: readonly string[]): Promise<OpenRound | undefined> {
  const open = (await loadRounds(db)).filter((round) => round.status === 'open');
  return roundFor(open, sectors);
}

/** The open round for a draw of these sectors, held open until the transaction ends. */
export async function holdOpenRound(tx: Tx, sectors: readonly string[]): Promise<OpenRound | undefined> {
  const rows = await tx.db
    .selectFrom('round')
    .select('state')
    .where('bureau_id', '=', tx.bureauId)
    .where('status', '=', 'open')
    .orderBy('round_id')
    .forShare()
    .execute();
  return roundFor(
    rows.map(({ state }) => state),
    sectors,
  );
}
