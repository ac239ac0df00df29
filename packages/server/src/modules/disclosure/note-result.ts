import {
  channelDeadlines,
  disclosureDeadline,
  type Inspection,
  type InspectionId,
  nationalCalendar,
  strictestDay,
} from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Tx } from '../../db/tx.ts';
import type { DisclosurePorts, ResultOrigin } from './ports.ts';
import { publishProgressSnapshot } from './publish.ts';
import { type DisclosureRecord, progressOf, publicDeadlineOf, recordOf } from './record.ts';
import './tables.ts';

/** Told by the inspection at every step from the first record on: keeps the queue and the public progress. */
export async function noteResult(
  ports: DisclosurePorts,
  tx: Tx,
  inspection: Inspection,
  origin: ResultOrigin,
): Promise<void> {
  const before = await loadRecord(tx, inspection.id);
  const record = recordOf(inspection, origin, before);
  if (record === undefined) return;
  const profile = await ports.policy(tx);
  const reckoned = disclosureDeadline(profile, nationalCalendar, record.facts);
  const deadline = publicDeadlineOf(reckoned);
  const changing = {
    subject_name: record.subject.name,
    team: [...record.facts.team],
    step: record.facts.step,
    last_on: reckoned.last,
    strictest_on: strictestDay(reckoned, channelDeadlines(profile, nationalCalendar, reckoned)),
    record: toJson(record),
    deadline: toJson(deadline),
  };
  await tx.db
    .insertInto('disclosure')
    .values({
      bureau_id: tx.bureauId,
      inspection_id: inspection.id,
      draw_no: origin.drawNo,
      status: 'waiting',
      version: 1,
      ...changing,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['bureau_id', 'inspection_id'])
        .doUpdateSet((e) => ({ ...changing, version: e('disclosure.version', '+', 1) })),
    )
    .execute();
  await publishProgressSnapshot(tx, progressOf(record, deadline, null));
}

async function loadRecord(tx: Tx, id: InspectionId): Promise<DisclosureRecord | undefined> {
  const row = await tx.db
    .selectFrom('disclosure')
    .select('record')
    .where('bureau_id', '=', tx.bureauId)
    .where('inspection_id', '=', id)
    .executeTakeFirst();
  return row?.record;
}
