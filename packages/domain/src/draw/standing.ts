import type { AmendmentLine, Amended, NamedObject, SeatHolder } from './amendment.ts';

/** One visit as the draw left it. */
export interface VisitDrawn {
  readonly visit: string;
  readonly objects: readonly NamedObject[];
  readonly seats: readonly { readonly seat: number; readonly holder: SeatHolder | null }[];
}

export interface VisitStanding {
  readonly visit: string;
  readonly objects: readonly NamedObject[];
  readonly seats: readonly { readonly seat: number; readonly holder: SeatHolder | null; readonly appointed: boolean }[];
}

/**
 * Who inspects whom now: the drawn visits with the amendments applied line after line, and on a vacant seat whom the
 * leader appointed. Says the same as the verifier's own replay of amendments.jsonl, without drawing again.
 */
export function standingVisits(drawn: readonly VisitDrawn[], amended: Amended): readonly VisitStanding[] {
  const lines = (amended.amendments ?? []).flatMap((amendment) => amendment.lines);
  const visits = lines.reduce(applied, drawn);
  return visits.map(({ visit, objects, seats }) => ({
    visit,
    objects,
    seats: seats.map(({ seat, holder }) => {
      const decision = (amended.seatDecisions ?? []).findLast((one) => one.visit === visit && one.seat === seat);
      const appointed = holder === null ? (decision?.appointed ?? null) : null;
      return { seat, holder: holder ?? appointed, appointed: appointed !== null };
    }),
  }));
}

function applied(visits: readonly VisitDrawn[], line: AmendmentLine): readonly VisitDrawn[] {
  return visits.map((visit) => {
    if (line.kind === 'recusal') {
      if (visit.visit !== line.visit) return visit;
      const seats = visit.seats.map((one) => (one.seat === line.seat ? { ...one, holder: line.joined } : one));
      return { ...visit, seats };
    }
    if (!visit.objects.some(({ code }) => code === line.left.code)) return visit;
    const objects = visit.objects.flatMap((one) =>
      one.code !== line.left.code ? [one] : line.joined === null ? [] : [line.joined],
    );
    return { ...visit, objects };
  });
}

/** How many seats each inspector holds now. */
export function loads(visits: readonly VisitStanding[]): ReadonlyMap<string, number> {
  const load = new Map<string, number>();
  for (const { seats, objects } of visits) {
    if (objects.length === 0) continue;
    for (const { holder } of seats) if (holder !== null) load.set(holder.code, (load.get(holder.code) ?? 0) + 1);
  }
  return load;
}
