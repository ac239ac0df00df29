import type { DrawnOfRound, roundRoutes } from '@mingchou/contract';
import type { RoundId } from '@mingchou/domain';
import { isSealed } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { earlierSelections } from './drawn-before.ts';
import { standingExternals } from './external/store.ts';
import './tables.ts';

/** Numbers of the round's draws that are neither drawn nor void, or still sealed: they keep it open. */
export async function openDrawsOfRound(db: Db, roundId: RoundId): Promise<number[]> {
  const rows = await db.db
    .selectFrom('draw')
    .select(['draw_no', 'status', 'state'])
    .where('bureau_id', '=', db.bureauId)
    .where('round_id', '=', roundId)
    .where('status', '<>', 'voided')
    .orderBy('draw_no')
    .execute();
  const open: readonly string[] = ['preparing', 'frozen', 'committed', 'collecting'];
  return rows.filter(({ status, state }) => open.includes(status) || isSealed(state)).map((row) => row.draw_no);
}

/** Objects drawn in the round, each once. */
export async function countDrawnOfRound(db: Db, roundId: RoundId): Promise<number> {
  const drawn = await earlierSelections(db);
  return new Set(drawn.filter((one) => one.roundId === roundId).map(({ subjectId }) => subjectId)).size;
}

type Input = z.output<typeof roundRoutes.listDrawnOfRound.input>;
type Reply = z.input<typeof roundRoutes.listDrawnOfRound.reply>;

/** The rows behind the number, in the order of the draws. */
export async function listDrawnOfRound(db: Db, input: Input): Promise<Reply> {
  const drawn = (await earlierSelections(db)).filter((one) => one.roundId === input.roundId);
  const named = await db.db
    .selectFrom('draw_roster as r')
    .innerJoin('draw as d', (join) =>
      join.onRef('d.bureau_id', '=', 'r.bureau_id').onRef('d.draw_id', '=', 'r.draw_id'),
    )
    .select(['r.draw_id', 'r.subject_id', 'r.code', 'r.name', 'r.sector', 'd.task_name'])
    .where('r.bureau_id', '=', db.bureauId)
    .where('d.round_id', '=', input.roundId)
    .execute();
  const names = new Map(named.map((row) => [`${row.draw_id} ${row.subject_id}`, row]));
  for (const { id, taskName, objects } of await standingExternals(db)) {
    for (const { subjectId, code, name, sector } of objects) {
      const row = { draw_id: id, subject_id: subjectId, code, name, sector, task_name: taskName };
      names.set(`${id} ${subjectId}`, row);
    }
  }
  const search = (input.search ?? '').trim();
  const rows = drawn.flatMap(({ drawId, subjectId, kind, no, on }): DrawnOfRound[] => {
    const row = names.get(`${drawId} ${subjectId}`);
    if (row === undefined) return [];
    const { code, name, sector, task_name } = row;
    return [{ subjectId, code, name, sector, drawId, kind, no, taskName: task_name, drawnOn: on }];
  });
  const shown = rows.filter(({ name, code }) => name.includes(search) || code.includes(search.toUpperCase()));
  const { page, size } = input;
  return { rows: shown.slice((page - 1) * size, page * size), total: shown.length, page, size };
}
