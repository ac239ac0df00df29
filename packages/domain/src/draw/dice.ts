import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { DiceConfirmed, DiceRecorded } from './event.ts';
import { outsideTheWindow } from './order.ts';
import { actOf } from './act.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import type { CollectingDraw, CommittedDraw, Draw, LiveDraw } from './state.ts';

const fullWidthZero = 0xff10;

/** The digits a person typed, full-width ones and spacing accepted; anything else stays and is counted as wrong. */
export function plainDigits(text: string): string {
  return [...text.replace(/[\s,，、-]/g, '')]
    .map((char) => {
      const value = (char.codePointAt(0) ?? 0) - fullWidthZero;
      return value >= 0 && value <= 9 ? String(value) : char;
    })
    .join('');
}

/**
 * 录入骰子数 — what fell on the table, typed after the announced opening.
 * Until a second person has confirmed them the digits may be typed again; each time is kept in the record.
 */
export function recordDice(draw: Draw, typed: string, actor: Actor, now: Instant): Result<DiceRecorded, DrawRefusal> {
  if (draw.status !== 'committed' && draw.status !== 'collecting') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const closed = closedToTyping(draw, actor, now);
  if (closed !== undefined) return refuse(closed);
  const counted = digitsOf(draw, typed);
  if (!counted.ok) return counted;
  return ok({ type: 'dice-recorded', drawId: draw.id, digits: counted.value, act: actOf(actor, now) });
}

/**
 * The digits typed so far, for the screen in the room: shown, never counted, and part of no record. Undefined once the
 * dice are recorded: then what was recorded is shown.
 */
export function diceBeingTyped(
  draw: Draw,
  typed: string,
  actor: Actor,
  now: Instant,
): Result<string | undefined, DrawRefusal> {
  if (draw.status !== 'committed' && draw.status !== 'collecting') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const closed = closedToTyping(draw, actor, now);
  if (closed !== undefined) return refuse(closed);
  if (draw.status === 'collecting' && draw.dice !== null) return ok(undefined);
  return ok(
    plainDigits(typed)
      .replace(/[^0-9]/g, '')
      .slice(0, digitsAnnounced(draw)),
  );
}

function closedToTyping(draw: CommittedDraw | CollectingDraw, actor: Actor, now: Instant): DrawRefusal | undefined {
  const notOpen = refuseOthers(draw, actor) ?? outsideTheWindow(draw, now);
  if (notOpen !== undefined) return notOpen;
  const confirmed = draw.status === 'collecting' ? (draw.dice?.confirmed ?? null) : null;
  return confirmed === null ? undefined : { code: 'dice-confirmed', by: confirmed.name, at: confirmed.at };
}

function digitsAnnounced(draw: LiveDraw): number {
  return draw.sources.reduce((sum, source) => sum + (source.kind === 'dice' ? source.digits : 0), 0);
}

/** 复核骰子数 — another person types them again, from the table and not from the screen. */
export function confirmDice(draw: Draw, typed: string, actor: Actor, now: Instant): Result<DiceConfirmed, DrawRefusal> {
  if (draw.status === 'committed') return refuse({ code: 'dice-not-recorded' });
  if (draw.status !== 'collecting') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const { dice } = draw;
  if (dice === null) return refuse({ code: 'dice-not-recorded' });
  if (dice.confirmed !== null)
    return refuse({ code: 'dice-confirmed', by: dice.confirmed.name, at: dice.confirmed.at });
  if (dice.typed.personId === actor.personId) return refuse({ code: 'same-person', name: actor.name });
  const counted = digitsOf(draw, typed);
  if (!counted.ok) return counted;

  const position = firstDifference(dice.digits, counted.value);
  if (position !== undefined) return refuse({ code: 'dice-differ', position });
  return ok({ type: 'dice-confirmed', drawId: draw.id, act: actOf(actor, now) });
}

function digitsOf(draw: LiveDraw, typed: string): Result<string, DrawRefusal> {
  const expected = digitsAnnounced(draw);
  const digits = plainDigits(typed);
  if (!/^[0-9]*$/.test(digits) || digits.length !== expected) {
    return refuse({ code: 'dice-count', expected, found: digits.replace(/[^0-9]/g, '').length });
  }
  return ok(digits);
}

/** Place of the first character that differs, from 1. */
export function firstDifference(first: string, second: string): number | undefined {
  const index = [...first].findIndex((digit, at) => digit !== second[at]);
  return index === -1 ? undefined : index + 1;
}
