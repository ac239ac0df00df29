import type { Amended, DrawId, LiveDraw, SeatHolder, VisitDrawn, VisitNow, VisitStanding } from '@mingchou/domain';
import { standingVisits } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { VisitOfDraw } from './ports.ts';
import { readDrawFileNamed } from './files.ts';
import { type DrawnObject, type DrawnSeat, loadObjects, loadSeats } from './result-store.ts';
import { loadInspectors } from './roster-store.ts';

/** The drawn visits, their objects and seats. */
export async function visitsDrawn(db: Db, drawId: DrawId): Promise<readonly VisitDrawn[]> {
  const objects = (await loadObjects(db, drawId)).filter(({ kind }) => kind === 'selected');
  const holders = new Map<string | null, SeatHolder>(
    (await loadInspectors(db, drawId)).map(({ inspectorId, code, name }) => [code, { inspectorId, code, name }]),
  );
  const seats = await loadSeats(db, drawId);
  return [...new Set(objects.map(({ visit, code }) => visit ?? code))].map((visit) => ({
    visit,
    objects: objects.filter((one) => (one.visit ?? one.code) === visit).map(({ code, name }) => ({ code, name })),
    seats: seats
      .filter((one) => one.visit === visit)
      .map(({ seat, inspectorCode }) => ({ seat, holder: holders.get(inspectorCode) ?? null }))
      .sort((first, second) => first.seat - second.seat),
  }));
}

export function amendedOf(draw: LiveDraw): Amended {
  return draw.status === 'drawn' || draw.status === 'dispatched' ? draw : {};
}

/** Who inspects whom now, amendments and the leader's decisions taken in. */
export async function visitsStanding(db: Db, draw: LiveDraw): Promise<readonly VisitStanding[]> {
  return standingVisits(await visitsDrawn(db, draw.id), amendedOf(draw));
}

/** The same, with who has begun. */
export function visitsNow(standing: readonly VisitStanding[], ongoing: readonly VisitOfDraw[]): VisitNow[] {
  const begun = new Map(ongoing.flatMap((visit) => (visit.begun === null ? [] : [[visit.code, visit.begun] as const])));
  return standing.map((visit) => ({
    ...visit,
    begun: visit.objects.map(({ code }) => begun.get(code)).find((one) => one !== undefined) ?? null,
  }));
}

/** Selected objects and seats as they now go out; a substitute has the place of the one it stands in for. */
export async function objectsAndSeatsNow(
  db: Db,
  draw: LiveDraw,
): Promise<{ readonly objects: readonly DrawnObject[]; readonly seats: readonly DrawnSeat[] }> {
  const drawn = await loadObjects(db, draw.id);
  const facts = new Map(drawn.map((object) => [object.code, object]));
  const { amendments = [] } = amendedOf(draw);
  const place = new Map(
    drawn.flatMap(({ kind, code, order }) => (kind === 'selected' ? [[code, order] as const] : [])),
  );
  for (const line of amendments.flatMap(({ lines }) => lines)) {
    const order = line.kind === 'substitution' ? place.get(line.left.code) : undefined;
    if (line.kind === 'substitution' && line.joined !== null && order !== undefined) place.set(line.joined.code, order);
  }
  const visits = await visitsStanding(db, draw);
  const objects = visits.flatMap((visit) =>
    visit.objects.flatMap(({ code }): DrawnObject[] => {
      const object = facts.get(code);
      const order = place.get(code) ?? object?.order ?? 0;
      return object === undefined ? [] : [{ ...object, kind: 'selected', order, visit: visit.visit }];
    }),
  );
  const seats = visits.flatMap(({ visit, seats: all }) =>
    all.map(({ seat, holder }) => ({ visit, seat, inspectorCode: holder?.code ?? null })),
  );
  return { objects: objects.sort((first, second) => first.order - second.order), seats };
}

/** Where each object of a visit was dealt, as visits.csv tells it; a substitute has the place of the one it stands in for. */
export async function dealtPlaces(db: Db, draw: LiveDraw): Promise<ReadonlyMap<string, number>> {
  const file = await readDrawFileNamed(db, draw.id, 'visits.csv');
  const lines = new TextDecoder().decode(file).split('\n');
  const places = new Map(lines.map((line, at) => [line.slice(line.indexOf(',') + 1), at]));
  for (const line of (amendedOf(draw).amendments ?? []).flatMap((amendment) => amendment.lines)) {
    const place = line.kind === 'substitution' ? places.get(line.left.code) : undefined;
    if (line.kind === 'substitution' && line.joined !== null && place !== undefined)
      places.set(line.joined.code, place);
  }
  return places;
}
