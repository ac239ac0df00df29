import type { PortalProgress } from '@mingchou/contract';
import type { DrawId, Inspection } from '@mingchou/domain';
import { publicName } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import type { InspectionPorts } from './ports.ts';
import { loadInspectionForUpdate } from './store.ts';
import './tables.ts';

/** The public progress of a visit that has no record: not yet, or never. */
export function earlyProgress(
  { subject }: Pick<Inspection, 'subject'>,
  drawNo: number,
  step: 'awaiting' | 'begun' | 'not-inspected',
  note: string | null = null,
): PortalProgress {
  const name = publicName(subject.name, subject.naturalPerson);
  return { drawNo, code: subject.code, name, step, endedOn: null, deadline: null, disclosedOn: null, note };
}

/** Publishes where every visit of the draw stands; nothing of it was public while the draw was sealed. */
export async function publishProgressOf(ports: InspectionPorts, tx: Tx, drawId: DrawId): Promise<void> {
  const visits = await tx.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .select('i.inspection_id as id')
    .where('i.bureau_id', '=', tx.bureauId)
    .where('v.draw_id', '=', drawId)
    .orderBy('v.place')
    .execute();
  for (const { id } of visits) {
    // A step that commits at this moment must not be overtaken by what stood before it.
    const found = await loadInspectionForUpdate(tx, id);
    if (found === undefined) continue;
    const { inspection, origin } = found;
    if ('outcome' in inspection) await ports.resultChanged(tx, inspection, origin);
    else await ports.publishProgress(tx, progressOf(inspection, origin.drawNo));
  }
}

function progressOf(inspection: Inspection, drawNo: number): PortalProgress {
  if (inspection.status === 'withdrawn') {
    return earlyProgress(inspection, drawNo, 'not-inspected', inspection.withdrawn.reason);
  }
  return earlyProgress(inspection, drawNo, inspection.status === 'begun' ? 'begun' : 'awaiting');
}
