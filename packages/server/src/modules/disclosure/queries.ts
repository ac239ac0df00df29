import type { DisclosureRow as Row, disclosureRoutes } from '@mingchou/contract';
import {
  type Actor,
  addDays,
  type CalendarDate,
  dateOf,
  dayOf,
  daysUsed,
  discloseResult,
  disclosureRate,
  mayGive,
  nationalCalendar,
  type PolicyProfile,
  type Publisher,
  resolvePolicy,
  standingOf,
} from '@mingchou/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { DisclosurePorts } from './ports.ts';
import { sealedDraws } from './sealed-draw.ts';
import { columns, type DisclosureRow, rowOf } from './store.ts';

type ListInput = z.output<typeof disclosureRoutes.listDisclosures.input>;
type ListReply = z.output<typeof disclosureRoutes.listDisclosures.reply>;
type Figures = z.output<typeof disclosureRoutes.disclosureFigures.reply>;

/** The queue by the first day on which something would be late; what is disclosed, latest first. */
export async function listDisclosures(
  ports: DisclosurePorts,
  db: Db,
  actor: Actor,
  input: ListInput,
): Promise<ListReply> {
  let rows = db.db.selectFrom('disclosure').where('bureau_id', '=', db.bureauId).where('status', '=', input.state);
  if (input.drawNo !== undefined) {
    rows = rows.where('draw_no', '=', input.drawNo).where(sql`record->'origin'->>'drawKind'`, 'is', null);
  }
  if (input.mine === true) rows = rows.where((e) => e(e.val(actor.inspectorId), '=', e.fn.any('team')));
  const closed = await closedDraws(ports, db, actor);
  if (closed.length > 0) {
    rows = rows.where((e) =>
      e.or([
        e('draw_no', 'not in', closed),
        e(sql`record->'origin'->>'drawKind'`, 'is not', null),
        e(e.val(actor.inspectorId), '=', e.fn.any('team')),
      ]),
    );
  }
  const search = (input.search ?? '').trim();
  if (search !== '') rows = rows.where('subject_name', 'like', `%${search.replace(/[\\%_]/g, '\\$&')}%`);

  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const order = input.state === 'disclosed' ? 'desc' : 'asc';
  const page = await rows
    .select(columns)
    .orderBy(input.state === 'disclosed' ? 'disclosed_at' : 'strictest_on', order)
    .orderBy('subject_name')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  const shown = viewer(await ports.policy(db), db, actor, await sealedDraws(db));
  return { rows: page.map((row) => shown(rowOf(row))), total, page: input.page, size: input.size };
}

/**
 * Draws whose results this person reads only where he was there himself; chief and legal section confirm and review all
 * that has come to its end.
 */
export async function closedDraws(ports: DisclosurePorts, db: Db, actor: Actor): Promise<readonly number[]> {
  if (actor.roles.includes('sectionChief') || actor.roles.includes('legalClerk')) return [];
  return (await ports.drawsClosedTo(db, actor)).map(({ drawNo }) => drawNo);
}

/** Shows rows of the queue to one person on one day. */
export function viewer(
  profile: PolicyProfile,
  db: Db,
  actor: Actor,
  sealed: ReadonlySet<number>,
): (row: DisclosureRow) => Row {
  const publisher = resolvePolicy(profile, 'disclosure.publisher').value;
  const today = dateOf(db.now);
  return (row) => {
    const { facts, subject, category, origin, inspectors, stepNote } = row.record;
    const { disclosure } = row;
    const disclosed =
      disclosure.status === 'disclosed'
        ? {
            at: disclosure.disclosed.at,
            by: disclosure.disclosed.name,
            daysUsed: row.daysUsed ?? 0,
            late: row.late === true,
          }
        : null;
    return {
      id: facts.inspectionId,
      version: row.version,
      drawNo: origin.drawNo,
      drawKind: origin.drawKind ?? 'committed',
      subjectName: subject.name,
      category: category.label,
      deadline: row.deadline,
      used: usedOn(row, today),
      remaining: standingOf(nationalCalendar, today, row.last),
      lastIsMakeUp: dayOf(nationalCalendar, row.last).reason === 'make-up-workday',
      inspectors: inspectors.map((one) => one.name),
      mine: facts.team.some((inspectorId) => inspectorId === actor.inspectorId),
      step: facts.step,
      stepNote,
      mayDisclose:
        (origin.drawKind !== undefined || !sealed.has(origin.drawNo)) && mayDisclose(row, actor, publisher, db),
      disclosed,
    };
  };
}

function usedOn(row: DisclosureRow, today: CalendarDate): number {
  const event = row.deadline.event as CalendarDate;
  return Math.min(row.deadline.length.n, daysUsed(nationalCalendar, { event, length: row.deadline.length }, today));
}

function mayDisclose(row: DisclosureRow, actor: Actor, publisher: Publisher, db: Db): boolean {
  if (!mayGive('disclose-results', actor.roles)) return false;
  return discloseResult(row.disclosure, actor, publisher, row.last, db.now).ok;
}

/** The meter and the counts above the queue. */
export async function disclosureFigures(
  ports: DisclosurePorts,
  db: Db,
  actor: Actor,
  drawNo: number | undefined,
): Promise<Figures> {
  const profile = await ports.policy(db);
  const stored = await db.db.selectFrom('disclosure').select(columns).where('bureau_id', '=', db.bureauId).execute();
  const shown = viewer(profile, db, actor, await sealedDraws(db));
  const all = stored.map((row) => shown(rowOf(row)));
  const committed = all.filter((row) => row.drawKind === 'committed');
  const rows = drawNo === undefined ? all : committed.filter((row) => row.drawNo === drawNo);
  const waiting = rows.filter((row) => row.disclosed === null);
  const { finished, disclosed, inTime, overdue, averageDays } = disclosureRate(
    rows.map((row) => ({ disclosed: row.disclosed, overdue: row.remaining.kind === 'overdue' })),
  );
  const soon = waiting.filter(dueWithinTwo).length;
  const today = dateOf(db.now);
  const tomorrow = dayOf(nationalCalendar, addDays(today, 1));
  return {
    today,
    tomorrowIs: {
      date: tomorrow.date,
      workday: tomorrow.workday,
      makeUp: tomorrow.reason === 'make-up-workday',
    },
    ...{ finished, disclosed, inTime, averageDays, overdue },
    dueWithinTwo: soon,
    later: waiting.length - overdue - soon,
    approved: waiting.filter((row) => row.mayDisclose).length,
    draws: [...new Set(committed.map((row) => row.drawNo))]
      .sort((a, b) => b - a)
      .map((no) => ({
        drawNo: no,
        waiting: committed.filter((row) => row.drawNo === no && row.disclosed === null).length,
      })),
    mine: all.filter((row) => row.mine && row.disclosed === null).length,
    length: resolvePolicy(profile, 'disclosure.normal.deadline').value.n,
  };
}

/** 今明两个工作日到期 */
function dueWithinTwo({ remaining }: Row): boolean {
  return remaining.kind === 'today' || (remaining.kind === 'left' && remaining.workdays <= 1);
}
