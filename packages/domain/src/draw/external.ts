import type { Actor } from '../account/actor.ts';
import type { Role } from '../account/role.ts';
import type { DrawId, TaskId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { DrawAct } from './act.ts';
import { actOf } from './act.ts';
import type { DispatchFinding } from './refusal.ts';
import type { DrawRound } from './exclusion.ts';
import type { ExternalObject, ListProblem } from './external-list.ts';
import type { PendingEntry } from './shared-pool.ts';

/** A picture or print of what the platform showed; its hash proves only that it has not changed since. */
export interface ExternalFile {
  readonly name: string;
  readonly mediaType: string;
  readonly hash: string;
  readonly size: number;
}

interface Registered {
  readonly id: DrawId;
  readonly taskId: TaskId;
  /** 登记号: of its own, for the numbers of committed draws stay without gaps. */
  readonly registerNo: number;
  readonly platform: string;
  /** The platform's own number of the task or draw. */
  readonly platformNo: string | null;
  readonly drawnAt: Instant;
  /** Who drew there. */
  readonly operator: string;
  readonly round: DrawRound | null;
  readonly year: number;
  readonly planRowNo: number;
  readonly taskName: string;
  readonly objectsName: string;
  readonly approvedCount: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly objects: readonly ExternalObject[];
  readonly files: readonly ExternalFile[];
  readonly registered: DrawAct;
}

/** 外部抽取 — a draw made on another platform and registered here; nobody can recompute it (YS-07, LZ-09). */
export type ExternalDraw =
  | (Registered & { readonly status: 'registered' })
  | (Registered & { readonly status: 'dispatched'; readonly dispatched: DrawAct })
  | (Registered & { readonly status: 'withdrawn'; readonly withdrawn: DrawAct & { readonly text: string } });

export type ExternalEvent =
  | { readonly type: 'external-draw-registered'; readonly draw: Registered }
  | {
      readonly type: 'external-draw-dispatched';
      readonly drawId: DrawId;
      readonly visits: number;
      readonly act: DrawAct;
    }
  | { readonly type: 'external-draw-withdrawn'; readonly drawId: DrawId; readonly text: string; readonly act: DrawAct };

export type ExternalRefusal =
  | { readonly code: 'external-not-allowed' }
  | { readonly code: 'external-not-found' }
  | { readonly code: 'external-list-empty' }
  | { readonly code: 'external-list-wrong'; readonly problems: readonly ListProblem[] }
  | { readonly code: 'external-list-unreadable' }
  | { readonly code: 'external-in-future'; readonly drawnAt: Instant }
  | { readonly code: 'external-pool-frozen'; readonly drawNo: number; readonly names: readonly string[] }
  | { readonly code: 'external-in-other-state'; readonly status: ExternalDraw['status'] }
  | { readonly code: 'external-withdrawer-is-registrant'; readonly name: string }
  | { readonly code: 'external-items-withdrawn'; readonly titles: readonly string[] }
  | { readonly code: 'external-not-dispatchable'; readonly findings: readonly DispatchFinding[] }
  | { readonly code: 'task-not-ready'; readonly status: string }
  | { readonly code: 'not-the-operator'; readonly operator: string }
  | { readonly code: 'stale'; readonly by: string; readonly at: Instant };

export interface RegisterExternal {
  readonly draw: Omit<Registered, 'objects' | 'registered'>;
  readonly taskStatus: string;
  readonly operatorRole: Role;
  /** Whether the bureau's rule lets a draw happen elsewhere (draw.platform). */
  readonly allowed: boolean;
  readonly list: { readonly objects: readonly ExternalObject[]; readonly problems: readonly ListProblem[] };
  /** Objects that a frozen draw here may still select, where the bureau draws each once. */
  readonly pending: readonly PendingEntry[];
}

/** 登记外部抽取: who drew what, where and when, with the teams; it fills the task as a draw does. */
export function registerExternal(
  { draw, taskStatus, operatorRole, allowed, list, pending }: RegisterExternal,
  actor: Actor,
  now: Instant,
): Result<Extract<ExternalEvent, { type: 'external-draw-registered' }>, ExternalRefusal> {
  if (!allowed) return refuse({ code: 'external-not-allowed' });
  if (!actor.roles.includes(operatorRole)) return refuse({ code: 'not-the-operator', operator: operatorRole });
  if (taskStatus !== 'planned') return refuse({ code: 'task-not-ready', status: taskStatus });
  if (draw.drawnAt > now) return refuse({ code: 'external-in-future', drawnAt: draw.drawnAt });
  if (list.problems.length > 0) return refuse({ code: 'external-list-wrong', problems: list.problems });
  if (list.objects.length === 0) return refuse({ code: 'external-list-empty' });
  // A commitment fixes its pool: what comes in from outside waits until that draw is done.
  const shared = pending.filter((entry) => list.objects.some(({ subjectId }) => subjectId === entry.subjectId));
  const [first] = shared;
  if (first !== undefined) {
    const held = shared.filter(({ drawNo }) => drawNo === first.drawNo).map(({ subjectId }) => subjectId);
    const names = list.objects.filter(({ subjectId }) => held.includes(subjectId)).map(({ name }) => name);
    return refuse({ code: 'external-pool-frozen', drawNo: first.drawNo, names });
  }
  return ok({
    type: 'external-draw-registered',
    draw: { ...draw, objects: list.objects, registered: actOf(actor, now) },
  });
}

/** 派发 — after the registries and the list of items were asked once more, as for a draw of our own. */
export function dispatchExternal(
  draw: ExternalDraw,
  { findings, unpublished }: { readonly findings: readonly DispatchFinding[]; readonly unpublished: readonly string[] },
  actor: Actor,
  now: Instant,
): Result<Extract<ExternalEvent, { type: 'external-draw-dispatched' }>, ExternalRefusal> {
  if (draw.status !== 'registered') return refuse({ code: 'external-in-other-state', status: draw.status });
  if (unpublished.length > 0) return refuse({ code: 'external-items-withdrawn', titles: unpublished });
  if (findings.length > 0) return refuse({ code: 'external-not-dispatchable', findings });
  const visits = draw.objects.length;
  return ok({ type: 'external-draw-dispatched', drawId: draw.id, visits, act: actOf(actor, now) });
}

/** 撤回登记 — by another person than who registered; the entry stays, its number is not used again. */
export function withdrawExternal(
  draw: ExternalDraw,
  text: string,
  actor: Actor,
  now: Instant,
): Result<Extract<ExternalEvent, { type: 'external-draw-withdrawn' }>, ExternalRefusal> {
  if (draw.status !== 'registered') return refuse({ code: 'external-in-other-state', status: draw.status });
  if (draw.registered.personId === actor.personId) {
    return refuse({ code: 'external-withdrawer-is-registrant', name: actor.name });
  }
  return ok({ type: 'external-draw-withdrawn', drawId: draw.id, text, act: actOf(actor, now) });
}

export function newExternal({ draw }: Extract<ExternalEvent, { type: 'external-draw-registered' }>): ExternalDraw {
  return { ...draw, status: 'registered' };
}

export function evolveExternal(
  draw: ExternalDraw,
  event: Exclude<ExternalEvent, { type: 'external-draw-registered' }>,
): ExternalDraw {
  return event.type === 'external-draw-dispatched'
    ? { ...draw, status: 'dispatched', dispatched: event.act }
    : { ...draw, status: 'withdrawn', withdrawn: { ...event.act, text: event.text } };
}
