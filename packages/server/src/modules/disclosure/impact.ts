import type { PolicyImpact } from '@mingchou/contract';
import {
  channelDeadlines,
  type DisclosureFacts,
  disclosureDeadline,
  nationalCalendar,
  type PolicyProfile,
  strictestDay,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { columns, rowOf } from './store.ts';

/** The last days that other rules would give to the results not yet disclosed; they are reckoned at every next step. */
export async function disclosureImpact(db: Db, before: PolicyProfile, after: PolicyProfile): Promise<PolicyImpact> {
  const stored = await db.db
    .selectFrom('disclosure')
    .select(columns)
    .where('bureau_id', '=', db.bureauId)
    .where('status', '=', 'waiting')
    .orderBy('strictest_on')
    .execute();
  const rows = stored.flatMap((row) => {
    const { record } = rowOf(row);
    const [was, will] = [lastDayText(before, record.facts), lastDayText(after, record.facts)];
    return was === will ? [] : [{ name: record.subject.name, before: was, after: will }];
  });
  return { kind: 'disclosure', open: stored.length, rows };
}

function lastDayText(profile: PolicyProfile, facts: DisclosureFacts): string {
  const deadline = disclosureDeadline(profile, nationalCalendar, facts);
  const first = strictestDay(deadline, channelDeadlines(profile, nationalCalendar, deadline));
  return first === deadline.last ? `最迟${deadline.last}` : `最迟${deadline.last}，最早一个渠道${first}`;
}
