import { type PortalResult, type PublicDeadline, portalPlan, portalPlanOn } from '@mingchou/contract';
import { dateOf, daysUsed, type Instant, nationalCalendar } from '@mingchou/domain';
import { sql } from 'kysely';
import type { Db } from '../../db/tx.ts';
import type { DisclosureRecord } from './record.ts';
import './portal-tables.ts';

/** Exactly what the public will read, made by one function for the preview and for the disclosure. */
export async function publicResultOf(
  db: Db,
  record: DisclosureRecord,
  deadline: PublicDeadline,
  at: Instant,
): Promise<PortalResult> {
  const { facts, origin, subject, category } = record;
  const plan = await publishedPlan(db, origin.year);
  const on = dateOf(at);
  return {
    id: facts.inspectionId,
    drawNo: origin.drawNo,
    drawKind: origin.drawKind,
    drawYear: origin.year,
    order: origin.place,
    planName: plan?.title ?? `${origin.year}年度抽查计划`,
    taskName: origin.taskName,
    selection: plan?.rows.find((row) => row.no === origin.planRowNo)?.selection ?? null,
    authority: await bureauName(db),
    name: subject.publicName,
    code: subject.code,
    completedOn: facts.endedOn,
    category: { code: category.code, name: category.label },
    findings: facts.publicFindings ?? '',
    inspectors: record.inspectors.map(({ name, certificateNo }) => ({ name, certificateNo })),
    deadline,
    disclosedAt: at,
    disclosedOn: on,
    daysUsed: daysUsed(nationalCalendar, { ...deadline, event: dayOf(deadline.event) }, on),
    late: on > deadline.last,
  };
}

function dayOf(text: string) {
  return text as ReturnType<typeof dateOf>;
}

/** The plan as it stands on the portal; the result must not name what the public has not seen. */
async function publishedPlan(db: Db, year: number) {
  const row = await db.db
    .selectFrom('portal_snapshot')
    .select('view')
    .where('bureau_id', '=', db.bureauId)
    .where('kind', '=', 'plan')
    .where('key', '=', String(year))
    .executeTakeFirst();
  return row === undefined ? undefined : portalPlanOn(portalPlan.parse(row.view), dateOf(db.now));
}

async function bureauName(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from bureau where bureau_id = ${db.bureauId}`.execute(db.db);
  const [bureau] = rows;
  if (bureau === undefined) throw new Error(`bureau ${db.bureauId} is not in the directory`);
  return bureau.name;
}
