import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { DrawDispatched } from './event.ts';
import { actOf } from './act.ts';
import { refuseOthers } from './prepare.ts';
import type { DispatchFinding, DrawRefusal } from './refusal.ts';
import type { Draw } from './state.ts';

/** One drawn visit as the registries know it today. */
export interface VisitToday {
  /** One, or those of a batch. */
  readonly subjects: readonly { readonly name: string; readonly active: boolean }[];
  readonly seats: readonly SeatToday[];
}

/** A seat and who was drawn for it; null when it stayed vacant. */
export interface SeatToday {
  readonly inspector: string | null;
  readonly available: boolean;
  readonly certificateUntil: CalendarDate | null;
  /** With any object of the visit. */
  readonly conflict: boolean;
}

/** What has changed since the freeze that keeps a team from going; a certificate must last through the window. */
export function dispatchFindings(visits: readonly VisitToday[], until: CalendarDate): DispatchFinding[] {
  return visits.flatMap(({ subjects, seats }) => {
    const all = subjects.map(({ name }) => name).join('、');
    const gone = subjects.filter(({ active }) => !active);
    return [
      ...gone.map(({ name }): DispatchFinding => ({ kind: 'subject-not-active', subject: name, inspector: null })),
      ...seats.flatMap((seat) => seatFindings(seat, all, until)),
    ];
  });
}

function seatFindings(seat: SeatToday, subject: string, until: CalendarDate): DispatchFinding[] {
  const { inspector, available, certificateUntil, conflict } = seat;
  if (inspector === null) return [{ kind: 'seat-vacant', subject, inspector: null }];
  if (!available) return [{ kind: 'inspector-left', subject, inspector }];
  if (certificateUntil === null || certificateUntil < until) return [{ kind: 'certificate-ended', subject, inspector }];
  return conflict ? [{ kind: 'conflict-since', subject, inspector }] : [];
}

/** What a dispatch asks of the other nouns once more. */
export interface DispatchFacts {
  readonly visits: readonly VisitToday[];
  /** Titles of the plan row's items that the list does not publish on this day. */
  readonly unpublished: readonly string[];
}

/**
 * 派发 — sends the drawn teams out. 未公布的事项不得检查 (国办发〔2024〕54号): an item withdrawn since the approval keeps
 * every team at home, and no policy sets this aside.
 */
export function dispatchDraw(
  draw: Draw,
  { visits, unpublished }: DispatchFacts,
  actor: Actor,
  now: Instant,
): Result<DrawDispatched, DrawRefusal> {
  if (draw.status === 'dispatched') return refuse({ code: 'draw-dispatched', at: draw.dispatched.at });
  if (draw.status !== 'drawn') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const notOperator = refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  if (unpublished.length > 0) return refuse({ code: 'items-withdrawn', titles: unpublished });
  const findings = dispatchFindings(visits, draw.setup.to);
  if (findings.length > 0) return refuse({ code: 'not-dispatchable', findings });
  return ok({ type: 'draw-dispatched', drawId: draw.id, visits: visits.length, act: actOf(actor, now) });
}
