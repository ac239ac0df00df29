import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type {
  AmendmentLine,
  AmendmentRequest,
  RecusalDecider,
  RecusalOrigin,
  RecusalReason,
  SeatHolder,
  SubstitutionReason,
  VisitNow,
} from './amendment.ts';
import type { AmendmentDeclined, AmendmentRequested, DrawAmended, SeatDecided } from './event.ts';
import { actOf } from './act.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal, Unfitness } from './refusal.ts';
import type { DispatchedDraw, Draw, DrawnDraw } from './state.ts';

type AmendableDraw = DrawnDraw | DispatchedDraw;

// Heads have no account of their own: the deputy director's records what the head decided.
const decidingRole = 'deputyDirector';

interface RecusalAsked {
  readonly visit: string;
  readonly seat: number;
  readonly origin: RecusalOrigin;
  readonly reason: RecusalReason;
  readonly text: string;
}

/** 申请回避 — before the visit begins; the inspector for himself, anyone else through the clerk (行政处罚法 §43, GX-04). */
export function requestRecusal(
  draw: Draw,
  visits: readonly VisitNow[],
  asked: RecusalAsked,
  leaders: readonly string[],
  actor: Actor,
  now: Instant,
): Result<AmendmentRequested, DrawRefusal> {
  const live = amendable(draw);
  if (!live.ok) return live;
  const visit = visits.find((one) => one.visit === asked.visit);
  const seat = visit?.seats.find((one) => one.seat === asked.seat);
  if (visit === undefined || seat === undefined || seat.holder === null) return refuse({ code: 'seat-not-held' });
  // An appointment is no lot: the leader takes it back by deciding again.
  if (seat.appointed) return refuse({ code: 'seat-by-decision' });
  const barred =
    asked.origin === 'self'
      ? actor.inspectorId === seat.holder.inspectorId
        ? undefined
        : ({ code: 'not-your-seat' } as const)
      : refuseOthers(live.value, actor);
  if (barred !== undefined) return refuse(barred);
  if (visit.begun !== null) return refuse({ code: 'visit-already-begun', at: visit.begun.at, leaders });
  const open = openRequests(live.value).find(
    (one) => one.kind === 'recusal' && one.visit === asked.visit && one.seat === asked.seat,
  );
  if (open !== undefined) return refuse(askedAlready(open));
  const { no, applicant } = nextRequest(live.value, actor, now);
  const request = { ...asked, kind: 'recusal', no, applicant, holder: seat.holder, decided: null } as const;
  return ok({ type: 'amendment-requested', drawId: live.value.id, request });
}

interface SubstitutionAsked {
  readonly code: string;
  readonly reason: SubstitutionReason;
  readonly text: string;
  readonly evidence: string;
}

/** 申请递补 — by who runs the draw or goes there, with the file that shows why. */
export function requestSubstitution(
  draw: Draw,
  visits: readonly VisitNow[],
  asked: SubstitutionAsked,
  actor: Actor,
  now: Instant,
): Result<AmendmentRequested, DrawRefusal> {
  const live = amendable(draw);
  if (!live.ok) return live;
  const visit = visits.find(({ objects }) => objects.some(({ code }) => code === asked.code));
  const object = visit?.objects.find(({ code }) => code === asked.code);
  if (visit === undefined || object === undefined) return refuse({ code: 'object-not-drawn' });
  const onTheTeam = visit.seats.some(({ holder }) => holder?.inspectorId === actor.inspectorId && holder !== null);
  const notOperator = onTheTeam ? undefined : refuseOthers(live.value, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  if (visit.begun !== null) return refuse({ code: 'object-already-visited', at: visit.begun.at });
  const open = openRequests(live.value).find((one) => one.kind === 'substitution' && one.object.code === asked.code);
  if (open !== undefined) return refuse(askedAlready(open));
  const { reason, text, evidence } = asked;
  const next = nextRequest(live.value, actor, now);
  const request = { ...next, kind: 'substitution', object, reason, text, evidence, decided: null } as const;
  return ok({ type: 'amendment-requested', drawId: live.value.id, request });
}

/** Whether the request may be approved now: by the office that decides, never by the applicant or the one who leaves. */
export function approvable(
  draw: Draw,
  visits: readonly VisitNow[],
  no: number,
  leaders: readonly string[],
  actor: Actor,
): Result<AmendmentRequest, DrawRefusal> {
  const asked = openRequest(draw, no, actor);
  if (!asked.ok) return asked;
  const request = asked.value;
  const visit = visits.find((one) =>
    request.kind === 'recusal'
      ? one.visit === request.visit
      : one.objects.some(({ code }) => code === request.object.code),
  );
  if (visit === undefined) return refuse({ code: 'object-not-drawn' });
  if (request.kind === 'recusal') {
    const holder = visit.seats.find(({ seat }) => seat === request.seat)?.holder ?? null;
    if (holder?.code !== request.holder.code) return refuse({ code: 'seat-changed', name: request.holder.name });
    if (visit.begun !== null) return refuse({ code: 'visit-already-begun', at: visit.begun.at, leaders });
  } else if (visit.begun !== null) return refuse({ code: 'object-already-visited', at: visit.begun.at });
  return ok(request);
}

/** 批准回避, 批准递补 — with the lines that the draw's own numbers give. */
export function amendDraw(
  draw: AmendableDraw,
  request: AmendmentRequest,
  given: { readonly lines: readonly AmendmentLine[]; readonly text: string; readonly office: RecusalDecider },
  actor: Actor,
  now: Instant,
): DrawAmended {
  return { type: 'draw-amended', drawId: draw.id, request: request.no, ...given, act: actOf(actor, now) };
}

/** 不予批准 */
export function declineAmendment(
  draw: Draw,
  no: number,
  text: string,
  actor: Actor,
  now: Instant,
): Result<AmendmentDeclined, DrawRefusal> {
  const asked = openRequest(draw, no, actor);
  if (!asked.ok) return asked;
  const { id } = draw as AmendableDraw;
  return ok({ type: 'amendment-declined', drawId: id, request: no, text, act: actOf(actor, now) });
}

/** Whom the leader names for a seat that nobody may take by lot, as the registries know him today. */
export interface Appointee extends SeatHolder {
  readonly available: boolean;
  readonly certificateUntil: string | null;
  readonly conflict: boolean;
}

/** 领导决定 on a vacant seat: recorded as his decision, never as a lot (mc-draw/1 §8). */
export function decideSeat(
  draw: Draw,
  visits: readonly VisitNow[],
  about: { readonly visit: string; readonly seat: number; readonly text: string },
  appointee: Appointee | null,
  leaders: readonly string[],
  actor: Actor,
  now: Instant,
): Result<SeatDecided, DrawRefusal> {
  const live = amendable(draw);
  if (!live.ok) return live;
  if (!actor.roles.includes(decidingRole)) return refuse({ code: 'not-the-decider' });
  const visit = visits.find((one) => one.visit === about.visit);
  const seat = visit?.seats.find((one) => one.seat === about.seat);
  if (visit === undefined || seat === undefined) return refuse({ code: 'seat-not-held' });
  if (seat.holder !== null && !seat.appointed) return refuse({ code: 'seat-not-vacant', name: seat.holder.name });
  if (visit.begun !== null) return refuse({ code: 'visit-already-begun', at: visit.begun.at, leaders });
  const why = appointee === null ? undefined : unfitness(appointee, visit, live.value.setup.to);
  if (appointee !== null && why !== undefined) return refuse({ code: 'appointee-unfit', name: appointee.name, why });
  const appointed =
    appointee === null ? null : { inspectorId: appointee.inspectorId, code: appointee.code, name: appointee.name };
  return ok({ type: 'seat-decided', drawId: live.value.id, decision: { ...about, appointed, act: actOf(actor, now) } });
}

function unfitness(appointee: Appointee, visit: VisitNow, until: string): Unfitness | undefined {
  if (!appointee.available) return 'off-duty';
  if (appointee.certificateUntil === null || appointee.certificateUntil < until) return 'certificate';
  if (appointee.conflict) return 'conflict';
  return visit.seats.some(({ holder }) => holder?.code === appointee.code) ? 'on-the-team' : undefined;
}

/** Whoever was recused from the visit conflicts with its objects for good. */
export function recusedFrom(draw: Draw, visit: string): readonly string[] {
  const amended = draw.status === 'drawn' || draw.status === 'dispatched' ? (draw.amendments ?? []) : [];
  return amended
    .flatMap(({ lines }) => lines)
    .flatMap((line) => (line.kind === 'recusal' && line.visit === visit ? [line.left.code] : []));
}

export function openRequests(draw: AmendableDraw): readonly AmendmentRequest[] {
  return (draw.requests ?? []).filter((request) => request.decided === null);
}

function openRequest(draw: Draw, no: number, actor: Actor): Result<AmendmentRequest, DrawRefusal> {
  const live = amendable(draw);
  if (!live.ok) return live;
  const request = openRequests(live.value).find((one) => one.no === no);
  if (request === undefined) return refuse({ code: 'request-not-open' });
  if (!actor.roles.includes(decidingRole)) return refuse({ code: 'not-the-decider' });
  if (request.applicant.personId === actor.personId) return refuse({ code: 'approver-is-applicant', name: actor.name });
  if (request.kind === 'recusal' && request.holder.inspectorId === actor.inspectorId)
    return refuse({ code: 'approver-is-recused', name: actor.name });
  return ok(request);
}

function amendable(draw: Draw): Result<AmendableDraw, DrawRefusal> {
  if (draw.status === 'voided')
    return refuse({ code: 'already-voided', reason: draw.voided.reason, at: draw.voided.approver.at });
  if (draw.status !== 'drawn' && draw.status !== 'dispatched')
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  return ok(draw);
}

function askedAlready({ applicant }: AmendmentRequest): DrawRefusal {
  return { code: 'amendment-already-requested', by: applicant.name, at: applicant.at };
}

function nextRequest(draw: AmendableDraw, actor: Actor, now: Instant) {
  return { no: (draw.requests ?? []).length + 1, applicant: actOf(actor, now) };
}
