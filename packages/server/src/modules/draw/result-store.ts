import type { DrawId, SubjectId } from '@mingchou/domain';
import type { Assignment, Selection } from '@mingchou/verifier';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

export interface DrawnObject {
  readonly kind: 'selected' | 'reserve';
  readonly order: number;
  readonly subjectId: SubjectId;
  readonly code: string;
  readonly name: string;
  readonly sector: string;
  readonly ticket: string;
  readonly stratum: string;
  /** Name of its visit: its own code, or the batch's; null for a reserve. */
  readonly visit: string | null;
}

export interface DrawnSeat {
  readonly visit: string;
  readonly seat: number;
  readonly inspectorCode: string | null;
}

/** Writes the result as rows for the desk's lists; the files are what counts. */
export async function saveResult(
  tx: Tx,
  drawId: DrawId,
  selection: Selection,
  assignment: Assignment,
  subjectOf: ReadonlyMap<string, SubjectId>,
): Promise<void> {
  const key = { bureau_id: tx.bureauId, draw_id: drawId };
  const places = { S: 0, R: 0 };
  const visitOf = new Map(assignment.visits.flatMap(({ id, subjects }) => subjects.map((subject) => [subject, id])));
  const objects = selection.map(({ kind, id, ticket }) => {
    places[kind] += 1;
    const subject = subjectOf.get(id);
    if (subject === undefined) throw new Error(`${id} was drawn and is not in the roster`);
    const names = { S: 'selected', R: 'reserve' } as const;
    const visit = visitOf.get(id) ?? null;
    return { ...key, kind: names[kind], place: places[kind], subject_id: subject, code: id, ticket, visit };
  });
  if (objects.length > 0) await tx.db.insertInto('draw_object').values(objects).execute();

  const seats = assignment.seats.map(({ visit, seat, holder }, index) => ({
    ...key,
    place: index + 1,
    visit,
    seat,
    inspector_code: holder?.inspectorId ?? null,
  }));
  if (seats.length > 0) await tx.db.insertInto('draw_seat').values(seats).execute();
}

/** All selected, then all reserves, in the order of selected.csv. */
export function loadObjects(db: Db, drawId: DrawId): Promise<DrawnObject[]> {
  return db.db
    .selectFrom('draw_object as o')
    .innerJoin('draw_roster as r', (join) =>
      join.onRef('r.bureau_id', '=', 'o.bureau_id').onRef('r.draw_id', '=', 'o.draw_id').onRef('r.code', '=', 'o.code'),
    )
    .select(['o.kind', 'o.place as order', 'o.subject_id as subjectId', 'o.code', 'o.ticket', 'o.visit'])
    .select(['r.name', 'r.sector', 'r.stratum'])
    .where('o.bureau_id', '=', db.bureauId)
    .where('o.draw_id', '=', drawId)
    .orderBy('o.kind', 'desc')
    .orderBy('o.place')
    .execute();
}

export function loadSeats(db: Db, drawId: DrawId): Promise<DrawnSeat[]> {
  return db.db
    .selectFrom('draw_seat')
    .select(['visit', 'seat', 'inspector_code as inspectorCode'])
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .orderBy('place')
    .execute();
}
