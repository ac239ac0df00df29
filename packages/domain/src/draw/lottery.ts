import { lineOf } from '@mingchou/verifier';
import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { firstDifference, plainDigits } from './dice.ts';
import type { LotteryConfirmed, LotteryRecorded } from './event.ts';
import { outsideTheWindow } from './order.ts';
import { actOf } from './act.ts';
import type { DrawRefusal } from './refusal.ts';
import type { LotteryGame, LotterySource } from './setup.ts';
import type { CollectingDraw, Draw, LiveDraw, LotteryNumbers } from './state.ts';
import { lotteriesOf } from './state.ts';

/** How many balls of the first and of the second part; null where the game announces plain digits. */
const parts: Readonly<Record<LotteryGame, readonly [number, number] | null>> = {
  ssq: [6, 1],
  dlt: [5, 2],
  pl5: null,
  '3d': null,
};

/**
 * Typed numbers in the writing of mc-draw/1 §5: full-width digits, any separators and balls of one digit are accepted,
 * `01 05 12 18 22 30 ＋ 7` for `01,05,12,18,22,30+07`. Range and order are not repaired; wrong numbers stay wrong.
 */
export function plainNumbers(game: LotteryGame, typed: string): string {
  const split = parts[game];
  if (split === null) return plainDigits(typed);
  const narrow = [...typed].map((char) => (/\s/.test(char) ? ' ' : plainDigits(char) || ' ')).join('');
  const sides = narrow.split(/[+＋|｜]/).map((side) => ballsIn(side));
  const [balls = [], ...rest] = sides;
  const [first, second] = rest.length === 0 ? [balls.slice(0, split[0]), balls.slice(split[0])] : [balls, rest.flat()];
  return rest.length > 1 ? typed : `${first.join(',')}+${second.join(',')}`;
}

/** 05 12 or 0512 or 5 12: balls with two digits each; anything that is no number stays, and will not fit. */
function ballsIn(side: string): string[] {
  return side
    .split(/[\s;；.．/]+/)
    .filter((word) => word !== '')
    .flatMap((word) => (/^(?:[0-9]{2})+$/.test(word) ? (word.match(/../g) ?? []) : [word.padStart(2, '0')]));
}

/** What was typed for a lottery source so far. */
export function numbersOf(draw: CollectingDraw, lottery: string): LotteryNumbers | undefined {
  return draw.lotteries?.find((one) => one.lottery === lottery);
}

/** 录入开奖号码 — from the official announcement, by whom the preparation names; may be typed again until confirmed. */
export function recordLottery(
  draw: Draw,
  lottery: string,
  typed: string,
  actor: Actor,
  now: Instant,
): Result<LotteryRecorded, DrawRefusal> {
  if (draw.status !== 'committed' && draw.status !== 'collecting') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const source = lotteriesOf(draw).find(({ id }) => id === lottery);
  if (source === undefined) return refuse({ code: 'lottery-not-found' });
  if (!actor.roles.includes(source.typist)) return refuse({ code: 'not-the-typist', typist: source.typist });
  const untimely = outsideTheWindow(draw, now);
  if (untimely !== undefined) return refuse(untimely);
  const confirmed = draw.status === 'collecting' ? (numbersOf(draw, lottery)?.confirmed ?? null) : null;
  if (confirmed !== null) return refuse({ code: 'lottery-confirmed', by: confirmed.name, at: confirmed.at });
  const numbers = fittingNumbers(draw, source, typed);
  if (numbers === undefined) return refuse({ code: 'lottery-numbers-wrong', game: source.game });
  return ok({ type: 'lottery-recorded', drawId: draw.id, lottery, numbers, act: actOf(actor, now) });
}

/** 复核开奖号码 — another person types them again, from the announcement and not from the screen. */
export function confirmLottery(
  draw: Draw,
  lottery: string,
  typed: string,
  actor: Actor,
  now: Instant,
): Result<LotteryConfirmed, DrawRefusal> {
  if (draw.status !== 'committed' && draw.status !== 'collecting') {
    return refuse({ code: 'draw-in-other-state', status: draw.status });
  }
  const source = lotteriesOf(draw).find(({ id }) => id === lottery);
  if (source === undefined) return refuse({ code: 'lottery-not-found' });
  const recorded = draw.status === 'collecting' ? numbersOf(draw, lottery) : undefined;
  if (recorded === undefined) return refuse({ code: 'lottery-not-recorded', waiting: [lottery] });
  const { confirmed } = recorded;
  if (confirmed !== null) return refuse({ code: 'lottery-confirmed', by: confirmed.name, at: confirmed.at });
  if (recorded.typed.personId === actor.personId) return refuse({ code: 'lottery-typist', name: actor.name });
  const numbers = fittingNumbers(draw, source, typed);
  if (numbers === undefined) return refuse({ code: 'lottery-numbers-wrong', game: source.game });

  const difference = firstDifference(recorded.numbers, numbers);
  if (difference !== undefined) {
    const before = recorded.numbers.slice(0, difference - 1);
    const position = parts[source.game] === null ? difference : before.replace(/[0-9]/g, '').length + 1;
    return refuse({ code: 'lottery-differs', position });
  }
  return ok({ type: 'lottery-confirmed', drawId: draw.id, lottery, act: actOf(actor, now) });
}

/** The numbers, where they are ones that the game can announce: range, count and ascending order. */
function fittingNumbers(draw: LiveDraw, source: LotterySource, typed: string): string | undefined {
  const numbers = plainNumbers(source.game, typed);
  const { suite, bureauCode } = draw.setup;
  const { game, issue } = source;
  const line = lineOf(suite, bureauCode, draw.drawNo, { kind: 'lottery', by: 'lottery', game, issue }, numbers);
  return line === undefined ? undefined : numbers;
}
