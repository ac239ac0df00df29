import type { Assignment, DrawnSeat } from '../assignment/assignment.ts';
import { pairTickets } from '../assignment/pair-tickets.ts';
import { suits } from '../assignment/seating.ts';
import type { DrawnVisit } from '../assignment/visit.ts';
import type { Hex } from '../hash/hex.ts';
import type { Conflict, InspectorEntry, PoolEntry } from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { slotsOf } from '../rules/rules.ts';
import { sizeOf } from '../rules/size.ts';
import type { Selection } from '../selection/selection.ts';
import { byTicket } from '../selection/ticket.ts';

/** A drawn draw, from which its amendments follow. */
export interface Drawn {
  readonly rules: Rules;
  readonly pool: readonly PoolEntry[];
  readonly inspectors: readonly InspectorEntry[];
  readonly conflicts: readonly Conflict[];
  readonly seed: Hex;
  readonly selection: Selection;
  readonly assignment: Assignment;
}

/** Who inspects whom at one point after the draw. */
export interface Course {
  readonly drawn: Drawn;
  readonly visits: readonly DrawnVisit[];
  readonly seats: readonly DrawnSeat[];
  /** `subjectId,inspectorId`, with those that recusals added. */
  readonly conflicts: ReadonlySet<string>;
  /** Reserves that took a place. */
  readonly used: ReadonlySet<string>;
  readonly voided: boolean;
  /** Group of every subject of the pool. */
  readonly groups: ReadonlyMap<string, string>;
}

export function startOf(drawn: Drawn): Course {
  return {
    drawn,
    visits: drawn.assignment.visits,
    seats: drawn.assignment.seats,
    conflicts: new Set(drawn.conflicts.map(({ subjectId, inspectorId }) => pair(subjectId, inspectorId))),
    used: new Set(),
    voided: false,
    groups: new Map(drawn.pool.map(({ id, group }) => [id, group])),
  };
}

/**
 * 回避 after the draw: the holder of the seat now conflicts with every subject of the visit, all other seats stay, and
 * the first in the P order who may take the seat does (§8). `undefined` when nobody sits there.
 */
export function recuse(
  course: Course,
  visitId: string,
  seat: number,
): { readonly inspectorId: string; readonly substitute: string; readonly next: Course } | undefined {
  const visit = course.visits.find(({ id }) => id === visitId);
  const leaving = course.seats.find((drawn) => drawn.visit === visitId && drawn.seat === seat)?.holder?.inspectorId;
  if (visit === undefined || leaving === undefined) return undefined;
  const conflicts = new Set([...course.conflicts, ...visit.subjects.map((subject) => pair(subject, leaving))]);
  const vacated = { ...course, conflicts, seats: seated(course.seats, visitId, seat) };
  const found = firstWhoMay(vacated, visit, seat);
  const seats = found === undefined ? vacated.seats : seated(vacated.seats, visitId, seat, found);
  return { inspectorId: leaving, substitute: found?.inspectorId ?? '', next: { ...vacated, seats } };
}

/** 递补: the first unused reserve of the subject's stratum that keeps every bound takes its place (§8). `undefined` if it is not to be inspected. */
export function substitute(
  course: Course,
  id: string,
): { readonly substitute: string; readonly next: Course } | undefined {
  const visit = course.visits.find(({ subjects }) => subjects.includes(id));
  if (visit === undefined) return undefined;
  const kept = boundsKept(course, id);
  const reserve = course.drawn.selection.find(
    (line) => line.kind === 'R' && line.stratum === visit.stratum && !course.used.has(line.id) && kept(line.id),
  )?.id;
  const subjects = visit.subjects.flatMap((subject) =>
    subject === id ? (reserve === undefined ? [] : [reserve]) : [subject],
  );
  const visits = course.visits.map((other) => (other === visit ? { ...visit, subjects } : other));
  const used = reserve === undefined ? course.used : new Set([...course.used, reserve]);
  return { substitute: reserve ?? '', next: { ...course, visits, used } };
}

/** Seats whose holder conflicts with a subject of the visit: after a substitution they are recused next. */
export function conflictingSeats(course: Course): readonly { readonly visit: string; readonly seat: number }[] {
  const subjects = new Map(course.visits.map((visit) => [visit.id, visit.subjects]));
  return course.seats
    .filter(({ visit, holder }) =>
      (subjects.get(visit) ?? []).some((subject) => course.conflicts.has(pair(subject, holder?.inspectorId ?? ''))),
    )
    .map(({ visit, seat }) => ({ visit, seat }));
}

function firstWhoMay(course: Course, visit: DrawnVisit, seat: number): DrawnSeat['holder'] {
  const { rules, seed, assignment } = course.drawn;
  const slot = slotsOf(rules, visit.stratum)[seat - 1];
  if (slot === undefined) return undefined;
  const load = new Map<string, number>();
  for (const { holder } of course.seats) {
    if (holder !== undefined) load.set(holder.inspectorId, (load.get(holder.inspectorId) ?? 0) + 1);
  }
  const team = course.seats.filter((other) => other.visit === visit.id).map(({ holder }) => holder?.inspectorId);
  const may = (inspector: InspectorEntry) =>
    suits(slot, inspector) &&
    !team.includes(inspector.id) &&
    (load.get(inspector.id) ?? 0) < Math.min(inspector.cap, assignment.loweredTo ?? inspector.cap) &&
    !visit.subjects.some((subject) => course.conflicts.has(pair(subject, inspector.id)));
  const ticketOf = pairTickets(rules, seed)(visit.id);
  const candidates = course.drawn.inspectors
    .filter(may)
    .map(({ id }) => ({ inspectorId: id, pairTicket: ticketOf(id) }));
  return candidates.sort((a, b) => byTicket(a.pairTicket, a.inspectorId, b.pairTicket, b.inspectorId))[0];
}

/** Tells of each reserve whether every bound holds with it in the place of the leaving subject. */
function boundsKept(course: Course, leaving: string): (entering: string) => boolean {
  const { rules, selection } = course.drawn;
  const total = selection.filter(({ kind }) => kind === 'S').length;
  const counts = new Map<string, number>();
  for (const subject of course.visits.flatMap(({ subjects }) => subjects)) {
    const group = course.groups.get(subject) ?? '-';
    if (subject !== leaving) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return (entering) =>
    (rules.quota?.bounds ?? []).every(({ group, min, max }) => {
      const count = (counts.get(group) ?? 0) + (course.groups.get(entering) === group ? 1 : 0);
      return (min === undefined || count >= sizeOf(min, total)) && (max === undefined || count <= sizeOf(max, total));
    });
}

function seated(
  seats: readonly DrawnSeat[],
  visit: string,
  seat: number,
  holder?: DrawnSeat['holder'],
): readonly DrawnSeat[] {
  return seats.map((drawn) =>
    drawn.visit === visit && drawn.seat === seat ? { visit, seat, ...(holder === undefined ? {} : { holder }) } : drawn,
  );
}

function pair(subjectId: string, inspectorId: string): string {
  return `${subjectId},${inspectorId}`;
}
