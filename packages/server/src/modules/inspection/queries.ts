import type { InspectionRow, inspectionRoutes } from '@mingchou/contract';
import type { Actor, CalendarDate, DrawId, Fieldwork, Inspection, SubjectId, TaskId } from '@mingchou/domain';
import { isOnTheTeam } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import type { InspectionPorts } from './ports.ts';
import type { StoredInspection } from './store.ts';
import './tables.ts';

type ListInput = z.output<typeof inspectionRoutes.listInspections.input>;
type ListReply = z.output<typeof inspectionRoutes.listInspections.reply>;

const columns = {
  place: 'v.place',
  subjectName: 'i.subject_name',
  status: 'i.status',
  dueOn: 'v.due_on',
  endedOn: 'i.ended_on',
} as const;

function columnOf(sort: string | undefined): (typeof columns)[keyof typeof columns] {
  return sort !== undefined && Object.hasOwn(columns, sort) ? columns[sort as keyof typeof columns] : 'v.place';
}

export async function listInspections(
  ports: InspectionPorts,
  db: Db,
  actor: Actor,
  input: ListInput,
): Promise<ListReply> {
  let rows = db.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .where('i.bureau_id', '=', db.bureauId);
  const closed = (await ports.drawsClosedTo(db, actor)).map(({ drawId }) => drawId);
  if (closed.length > 0) {
    rows = rows.where((e) => {
      const own = e(e.val(actor.inspectorId), '=', e.fn.any('i.team'));
      const mine = readsFinished(actor) ? [own, e('i.ended_on', 'is not', null)] : [own];
      return e.or([e('v.draw_id', 'not in', closed), ...mine]);
    });
  }
  if (input.status !== undefined) rows = rows.where('i.status', '=', input.status);
  if (input.drawNo !== undefined) {
    rows = rows.where('v.draw_no', '=', input.drawNo).where('v.draw_kind', '=', 'committed');
  }
  if (input.mine === true) rows = rows.where((e) => e(e.val(actor.inspectorId), '=', e.fn.any('i.team')));
  const search = (input.search ?? '').trim();
  if (search !== '') {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((e) =>
      e.or([e('i.subject_name', 'like', like), e('i.subject_code', 'like', like.toUpperCase())]),
    );
  }

  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const page = await rows
    .select(['i.state', 'i.version', 'v.place', 'v.draw_no', 'v.draw_kind', 'v.task_name', 'v.due_on'])
    .orderBy('v.draw_no', 'desc')
    .orderBy(columnOf(input.sort), input.order)
    .orderBy('i.inspection_id')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  return { rows: page.map((row) => inspectionRow(row, actor)), total, page: input.page, size: input.size };
}

function inspectionRow(
  row: {
    state: Inspection;
    version: number;
    place: number;
    draw_no: number;
    draw_kind: 'committed' | 'external';
    task_name: string;
    due_on: InspectionRow['dueOn'];
  },
  actor: Actor,
): InspectionRow {
  const { state: inspection } = row;
  const outcome = 'outcome' in inspection ? inspection.outcome : null;
  return {
    id: inspection.id,
    version: row.version,
    status: inspection.status,
    subjectName: inspection.subject.name,
    subjectCode: inspection.subject.code,
    place: row.place,
    drawNo: row.draw_no,
    drawKind: row.draw_kind,
    taskName: row.task_name,
    team: inspection.team.map((member) => member.name),
    mine: inspection.team.some((member) => member.inspectorId === actor.inspectorId),
    dueOn: row.due_on,
    endedOn: outcome?.endedOn ?? null,
    category: outcome?.category.label ?? null,
  };
}

/** Chief and legal section read every record that has come to its end, whoever was drawn. */
function readsFinished(actor: Actor): boolean {
  return actor.roles.includes('sectionChief') || actor.roles.includes('legalClerk');
}

/** Whether the seal of its draw closes this visit to the person. */
export async function isClosedTo(
  ports: InspectionPorts,
  db: Db,
  actor: Actor,
  { inspection, origin }: Pick<StoredInspection, 'inspection' | 'origin'>,
): Promise<boolean> {
  if (isOnTheTeam(inspection.team, actor)) return false;
  if (readsFinished(actor) && 'outcome' in inspection) return false;
  return (await ports.drawsClosedTo(db, actor)).some(({ drawId }) => drawId === origin.drawId);
}

/** How far the visits of a draw have come. */
export async function fieldworkOf(db: Db, drawId: DrawId): Promise<Fieldwork> {
  const rows = await db.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .select('i.ended_on')
    .where('i.bureau_id', '=', db.bureauId)
    .where('v.draw_id', '=', drawId)
    .where('i.status', '<>', 'withdrawn')
    .execute();
  const ended = rows.flatMap((row) => (row.ended_on === null ? [] : [row.ended_on])).sort();
  return { all: rows.length, open: rows.length - ended.length, lastEndedOn: ended.at(-1) ?? null };
}

/**
 * On which days each subject was inspected in the year: the cap of the next draw asks. Visits of a draw that is still
 * sealed are left out, because who reaches the cap is named in public.
 */
export async function inspectionsInYear(
  db: Db,
  year: number,
  sealed: readonly { readonly drawId: DrawId }[],
): Promise<ReadonlyMap<SubjectId, readonly CalendarDate[]>> {
  let visits = db.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .where('i.bureau_id', '=', db.bureauId);
  if (sealed.length > 0) {
    visits = visits.where(
      'v.draw_id',
      'not in',
      sealed.map(({ drawId }) => drawId),
    );
  }
  const rows = await visits
    .select(['i.subject_id', 'i.begun_on'])
    .where('i.begun_on', '>=', dayOf(year, '01-01'))
    .where('i.begun_on', '<=', dayOf(year, '12-31'))
    .orderBy('i.begun_on')
    .execute();
  const days = new Map<SubjectId, CalendarDate[]>();
  for (const { subject_id, begun_on } of rows) {
    if (begun_on !== null) days.set(subject_id, [...(days.get(subject_id) ?? []), begun_on]);
  }
  return days;
}

/** Subjects with an inspection that is not yet public, and the draw that sent for it. */
export async function openInspections(db: Db): Promise<ReadonlyMap<SubjectId, DrawId>> {
  const rows = await db.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .select(['i.subject_id', 'v.draw_id'])
    .where('i.bureau_id', '=', db.bureauId)
    .where('i.status', 'not in', ['disclosed', 'withdrawn'])
    .execute();
  return new Map(rows.map((row) => [row.subject_id, row.draw_id]));
}

function dayOf(year: number, rest: '01-01' | '12-31') {
  return `${year}-${rest}` as InspectionRow['dueOn'];
}

/** Whether any inspection of the task is still on its way to the public. */
export async function hasOpenInspections(db: Db, taskId: TaskId): Promise<boolean> {
  const row = await db.db
    .selectFrom('inspection as i')
    .innerJoin('visit as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.visit_id', '=', 'i.visit_id'),
    )
    .select('i.inspection_id')
    .where('i.bureau_id', '=', db.bureauId)
    .where('v.task_id', '=', taskId)
    .where('i.status', 'not in', ['disclosed', 'withdrawn'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
