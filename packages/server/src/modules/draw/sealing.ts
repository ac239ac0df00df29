import type { DrawRow, SealingView } from '@mingchou/contract';
import type { Actor, CalendarDate, Draw, DrawId, Fieldwork, TaskId } from '@mingchou/domain';
import { dateOf, deadlineOf, isSealed, mayKnowSealed, nationalCalendar, recordOf } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';
import './tables.ts';

/** Who asks. */
export type Reader = Pick<Actor, 'personId' | 'roles'>;

/** Whether the seal closes the draw's result to this reader; null is the public. */
export function isClosedTo(draw: Draw, reader: Reader | null): boolean {
  return isSealed(draw) && (reader === null || !mayKnowSealed(recordOf(draw), reader.roles));
}

/** Draws of which this person must not be told whom they drew; his own visits are another matter. */
export async function drawsClosedTo(
  db: Db,
  reader: Reader | null,
): Promise<readonly { readonly drawId: DrawId; readonly drawNo: number }[]> {
  const rows = await db.db
    .selectFrom('draw')
    .select(['state as draw', 'draw_id as drawId', 'draw_no as drawNo'])
    .where('bureau_id', '=', db.bureauId)
    .where('status', 'in', ['drawn', 'dispatched'])
    .where((e) => e(e.ref('state', '->').key('sealing'), 'is not', null))
    .execute();
  return rows.flatMap(({ draw, drawId, drawNo }) => (isClosedTo(draw, reader) ? [{ drawId, drawNo }] : []));
}

/** 封存 for the desk; null in an open draw. */
export async function sealingOf(ports: DrawPorts, db: Db, draw: Draw, reader: Reader): Promise<SealingView | null> {
  const record = recordOf(draw);
  if (record.sealing === undefined) return null;
  const closed = isClosedTo(draw, reader);
  const visits = await ports.fieldworkOf(db, record.id);
  const due = isSealed(draw)
    ? await unsealingDue(ports, db, record.taskId, visits)
    : { unsealBy: null, overdue: false };
  return {
    reason: record.sealing.reason,
    closed,
    unsealed: ('unsealed' in record ? record.unsealed : undefined) ?? null,
    visits,
    ...due,
  };
}

/** What the list says of a draw that is still sealed, so that its unsealing is not forgotten. */
export async function sealedRow(ports: DrawPorts, db: Db, draw: Draw): Promise<DrawRow['sealed']> {
  if (!isSealed(draw)) return null;
  const visits = await ports.fieldworkOf(db, recordOf(draw).id);
  return { openVisits: visits.open, ...(await unsealingDue(ports, db, recordOf(draw).taskId, visits)) };
}

async function unsealingDue(
  ports: DrawPorts,
  db: Db,
  taskId: TaskId,
  { all, open, lastEndedOn }: Fieldwork,
): Promise<{ readonly unsealBy: CalendarDate | null; readonly overdue: boolean }> {
  if (all === 0 || open > 0 || lastEndedOn === null) return { unsealBy: null, overdue: false };
  const { sealing } = await ports.policy(db, taskId);
  const { last } = deadlineOf(nationalCalendar, {
    event: lastEndedOn,
    length: sealing.unsealWithin,
    rollOver: true,
  });
  return { unsealBy: last, overdue: dateOf(db.now) > last };
}
