import type { DisclosureView } from '@mingchou/contract';
import {
  type Actor,
  addDays,
  channelDeadlines,
  dateOf,
  disclosureDeadline,
  type InspectionId,
  nationalCalendar,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { DisclosurePorts } from './ports.ts';
import { publicResultOf } from './public-result.ts';
import { closedDraws, viewer } from './queries.ts';
import { sealedDraws } from './sealed-draw.ts';
import { loadRow } from './store.ts';

/** The pane: the reckoning day by day, the exact public text, the channels. */
export async function showDisclosure(
  ports: DisclosurePorts,
  db: Db,
  actor: Actor,
  id: InspectionId,
): Promise<DisclosureView | undefined> {
  const row = await loadRow(db, id);
  if (row === undefined) return undefined;
  const mine = row.record.facts.team.some((inspectorId) => inspectorId === actor.inspectorId);
  const closed = await closedDraws(ports, db, actor);
  if (!mine && closed.includes(row.record.origin.drawNo)) return undefined;
  const profile = await ports.policy(db);
  const { facts } = row.record;
  const reckoned = disclosureDeadline(profile, nationalCalendar, facts);
  const at = row.disclosure.status === 'disclosed' ? row.disclosure.disclosed.at : db.now;
  const reviewed = facts.publicFindings !== null;
  return {
    row: viewer(profile, db, actor, await sealedDraws(db))(row),
    days: reckoned.days.map(({ date, workday, reason, festival, number }) => ({
      date,
      workday,
      reason,
      festival,
      number,
    })),
    today: dateOf(db.now),
    naiveDay: addDays(reckoned.event, reckoned.length.n),
    publicText: reviewed ? await publicResultOf(db, row.record, row.deadline, at) : null,
    channels: channelDeadlines(profile, nationalCalendar, reckoned).map(({ channel, last }) => ({
      label: channel.label,
      last,
      place: channel.place,
    })),
  };
}
