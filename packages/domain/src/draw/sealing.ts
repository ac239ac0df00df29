import type { Actor } from '../account/actor.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { DrawEvent, DrawUnsealed } from './event.ts';
import { actOf } from './act.ts';
import type { DrawRefusal } from './refusal.ts';
import type { Draw, LiveDraw } from './state.ts';

/** Whether anything from which a drawn object follows must stay closed. A void draw inspects nobody: it is open. */
export function isSealed(draw: Draw): boolean {
  if (draw.status === 'voided' || draw.sealing === undefined) return false;
  return !('unsealed' in draw) || draw.unsealed === undefined;
}

/** Who may know a sealed result before its unsealing; whoever is sent out knows his own visits, from the dispatch on. */
export function mayKnowSealed(draw: LiveDraw, roles: readonly string[]): boolean {
  return [draw.setup.operatorRole, 'deputyDirector', 'auditor'].some((role) => roles.includes(role));
}

/** How far the inspections of a draw have come. */
export interface Fieldwork {
  readonly all: number;
  /** Not yet dispatched, waiting, or being inspected. */
  readonly open: number;
  /** The day on which the last finished one ended. */
  readonly lastEndedOn: CalendarDate | null;
}

/**
 * 开封 — everything of a sealed draw becomes public. The operator does it once the last visit is over; before that only
 * the leader may decide it, with a reason that the public will read.
 */
export function unsealDraw(
  draw: Draw,
  visits: Fieldwork,
  reason: string | null,
  actor: Actor,
  now: Instant,
): Result<DrawUnsealed, DrawRefusal> {
  if (draw.status !== 'drawn' && draw.status !== 'dispatched') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  if (draw.sealing === undefined) return refuse({ code: 'draw-not-sealed' });
  const { unsealed } = draw;
  if (unsealed !== undefined) return refuse({ code: 'already-unsealed', by: unsealed.act.name, at: unsealed.act.at });
  const operator = draw.setup.operatorRole;
  const leads = actor.roles.includes('deputyDirector');
  if (!leads && !actor.roles.includes(operator)) return refuse({ code: 'not-the-operator', operator });
  const over = draw.status === 'dispatched' && visits.open === 0;
  if (!over && !leads) return refuse({ code: 'visits-still-open', open: visits.open });
  if (!over && reason === null) return refuse({ code: 'unsealing-needs-reason', open: visits.open });
  return ok({ type: 'draw-unsealed', drawId: draw.id, early: over ? null : reason, act: actOf(actor, now) });
}

/** The event as the audit log keeps it while the draw is sealed: who did what when, without what gives the result away. */
export function withheldEvent<Event extends DrawEvent>(event: Event): Event {
  switch (event.type) {
    case 'dice-recorded':
      return { ...event, digits: '' };
    case 'lottery-recorded':
      return { ...event, numbers: '' };
    case 'witness-revealed':
      return { ...event, value: '' };
    case 'drand-recorded':
      return { ...event, signature: '' };
    case 'draw-completed':
      return { ...event, result: { ...event.result, seed: '', sampleKey: '', salt: '' } };
    case 'amendment-requested': {
      const { request } = event;
      const named = request.kind === 'recusal' ? { visit: '' } : { object: { code: '', name: '' }, evidence: '' };
      return { ...event, request: { ...request, ...named, text: '' } };
    }
    case 'draw-amended':
      return { ...event, lines: [], text: '' };
    case 'seat-decided':
      return { ...event, decision: { ...event.decision, visit: '', text: '' } };
    default:
      return event;
  }
}
