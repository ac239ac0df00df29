import type { Actor } from '../account/actor.ts';
import type { PersonId, RoundId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { dateOf } from '../time.ts';

export interface RoundAct {
  readonly personId: PersonId;
  readonly name: string;
  readonly at: Instant;
}

/** How much of the base a round had drawn when it was closed. */
export interface RoundFigures {
  readonly drawn: number;
  readonly base: number;
}

interface Opened {
  readonly id: RoundId;
  readonly name: string;
  /** Sectors the round is about; none: the whole bureau. */
  readonly sectors: readonly string[];
  readonly startsOn: CalendarDate;
  /** The last day as announced at the opening; the round ends when it is closed. */
  readonly endsOn: CalendarDate;
  readonly opened: RoundAct;
}

/** 轮次 — the span in which an object is drawn at most once (2022年抽查工作计划 六（一）：不再列为下一轮随机抽查对象). */
export type Round =
  | (Opened & { readonly status: 'open' })
  | (Opened & {
      readonly status: 'closed';
      readonly closed: RoundAct;
      readonly closedOn: CalendarDate;
      readonly figures: RoundFigures;
    });

export type OpenRound = Extract<Round, { readonly status: 'open' }>;

export interface RoundOpened {
  readonly type: 'round-opened';
  readonly roundId: RoundId;
  readonly name: string;
  readonly sectors: readonly string[];
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly act: RoundAct;
}

export interface RoundClosed {
  readonly type: 'round-closed';
  readonly roundId: RoundId;
  readonly closedOn: CalendarDate;
  readonly figures: RoundFigures;
  readonly act: RoundAct;
}

export type RoundEvent = RoundOpened | RoundClosed;

export type RoundRefusal =
  | { readonly code: 'round-not-found' }
  | { readonly code: 'round-name-taken'; readonly name: string }
  | { readonly code: 'round-ends-before-start' }
  | { readonly code: 'sector-not-known'; readonly sector: string }
  /** One open round a scope: otherwise nobody could say which of two an object has been drawn in. */
  | { readonly code: 'round-still-open'; readonly name: string }
  | { readonly code: 'round-overlaps-earlier'; readonly name: string; readonly closedOn: CalendarDate }
  | { readonly code: 'round-already-closed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'round-has-open-draws'; readonly draws: readonly number[] }
  | { readonly code: 'stale'; readonly by: string; readonly at: Instant };

export interface OpenRoundFacts {
  readonly roundId: RoundId;
  readonly name: string;
  readonly sectors: readonly string[];
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** All rounds of the bureau, open and closed. */
  readonly earlier: readonly Round[];
  /** Codes of the bureau's sectors. */
  readonly known: readonly string[];
}

/** Whether two rounds can hold the same object. */
export function scopesMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((sector) => b.includes(sector));
}

/** 开轮次 — the next round of a scope begins after the last one was closed. */
export function openRound(facts: OpenRoundFacts, actor: Actor, now: Instant): Result<RoundOpened, RoundRefusal> {
  const { roundId, name, startsOn, endsOn } = facts;
  if (endsOn < startsOn) return refuse({ code: 'round-ends-before-start' });
  if (facts.earlier.some((round) => round.name === name)) return refuse({ code: 'round-name-taken', name });
  const unknown = facts.sectors.find((sector) => !facts.known.includes(sector));
  if (unknown !== undefined) return refuse({ code: 'sector-not-known', sector: unknown });

  const meeting = facts.earlier.filter((round) => scopesMeet(round.sectors, facts.sectors));
  const open = meeting.find((round) => round.status === 'open');
  if (open !== undefined) return refuse({ code: 'round-still-open', name: open.name });
  const overlapping = meeting.find((round) => round.status === 'closed' && round.closedOn > startsOn);
  if (overlapping?.status === 'closed') {
    return refuse({ code: 'round-overlaps-earlier', name: overlapping.name, closedOn: overlapping.closedOn });
  }
  const sectors = [...facts.sectors].sort();
  return ok({ type: 'round-opened', roundId, name, sectors, startsOn, endsOn, act: actOf(actor, now) });
}

/** 结束轮次 — what was drawn in it may be drawn again in the next; draws under way keep it open. */
export function closeRound(
  round: Round,
  facts: { readonly openDraws: readonly number[]; readonly figures: RoundFigures },
  actor: Actor,
  now: Instant,
): Result<RoundClosed, RoundRefusal> {
  if (round.status === 'closed') {
    return refuse({ code: 'round-already-closed', by: round.closed.name, at: round.closed.at });
  }
  if (facts.openDraws.length > 0) return refuse({ code: 'round-has-open-draws', draws: facts.openDraws });
  const closedOn = dateOf(now);
  return ok({ type: 'round-closed', roundId: round.id, closedOn, figures: facts.figures, act: actOf(actor, now) });
}

/** The open round that holds every sector of a draw; a round of some of them only would let the others be drawn twice. */
export function roundFor(rounds: readonly Round[], sectors: readonly string[]): OpenRound | undefined {
  return rounds.find(
    (round): round is OpenRound =>
      round.status === 'open' &&
      (round.sectors.length === 0 || (sectors.length > 0 && sectors.every((sector) => round.sectors.includes(sector)))),
  );
}

export function newRound(event: RoundOpened): OpenRound {
  const { roundId: id, name, sectors, startsOn, endsOn, act } = event;
  return { status: 'open', id, name, sectors, startsOn, endsOn, opened: act };
}

export function evolveRound(round: Round, event: RoundClosed): Round {
  const { closedOn, figures, act } = event;
  return { ...round, status: 'closed', closed: act, closedOn, figures };
}

function actOf({ personId, name }: Actor, at: Instant): RoundAct {
  return { personId, name, at };
}
