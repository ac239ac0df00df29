import type { RoundRow, roundRoutes } from '@mingchou/contract';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { RoundPorts } from './ports.ts';
import './tables.ts';

type ListInput = z.output<typeof roundRoutes.listRounds.input>;
type ListReply = z.output<typeof roundRoutes.listRounds.reply>;

const columns = { name: 'name', status: 'status', startsOn: 'starts_on' } as const;

/** All rounds, the latest first unless asked otherwise. */
export async function listRounds(ports: RoundPorts, db: Db, input: ListInput): Promise<ListReply> {
  const { status, search, page, size } = input;
  let rows = db.db.selectFrom('round').where('bureau_id', '=', db.bureauId);
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (search !== undefined && search !== '') {
    rows = rows.where('name', 'like', `%${search.replace(/[\\%_]/g, '\\$&')}%`);
  }
  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const sorted = input.sort !== undefined && Object.hasOwn(columns, input.sort);
  const found = await rows
    .select(['state as round', 'version'])
    .orderBy(sorted ? columns[input.sort as keyof typeof columns] : 'starts_on', sorted ? input.order : 'desc')
    .orderBy('round_id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const shown: RoundRow[] = [];
  for (const { round, version } of found) {
    const { id, name, startsOn, endsOn, opened } = round;
    const over = round.status === 'closed';
    const figures = over
      ? round.figures
      : { drawn: await ports.countDrawn(db, id), base: await ports.base(db, round.sectors) };
    shown.push({
      ...{ id, version, name, status: round.status, sectors: [...round.sectors], startsOn, endsOn, opened },
      ...{ closedOn: over ? round.closedOn : null, closed: over ? round.closed : null, ...figures },
    });
  }
  return { rows: shown, total, page, size };
}
