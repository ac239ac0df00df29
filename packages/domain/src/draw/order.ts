import { drandChainOf, drandRoundTime } from '@mingchou/verifier';
import type { Instant } from '../time.ts';
import { millisecondsOf, parseInstant } from '../time.ts';
import type { DrawRefusal } from './refusal.ts';
import type { DrandRoundSource } from './setup.ts';
import type { CollectingDraw, CommittedDraw, DispatchedDraw, DrawnDraw, LiveDraw } from './state.ts';
import { diceOf, drandOf, lotteriesOf } from './state.ts';

type Collected = CollectingDraw | DrawnDraw | DispatchedDraw;

// mc-draw/1 §5, order in time: openAt → dice and lottery → witnesses → drand.

/** When the announced round becomes public. */
export function drandEmission({ chain, round }: DrandRoundSource): Instant {
  const known = drandChainOf(chain);
  if (known === undefined) throw new Error(`drand chain ${chain} is not listed`);
  const text = new Date(drandRoundTime(known, round) * 1000).toISOString();
  const instant = parseInstant(`${text.slice(0, 19)}Z`);
  if (instant === undefined) throw new Error(`round ${round} has no time`);
  return instant;
}

/**
 * Why a number of dice, lottery or witness may not come now: before the opening, or after the drand round is public,
 * when whoever still chooses a number would choose the result.
 */
export function outsideTheWindow(draw: LiveDraw, now: Instant): DrawRefusal | undefined {
  if (now < draw.openAt) {
    const minutes = Math.ceil((millisecondsOf(draw.openAt) - millisecondsOf(now)) / 60000);
    return { code: 'too-early', openAt: draw.openAt, minutes };
  }
  const drand = drandOf(draw);
  if (drand === undefined) return undefined;
  const at = drandEmission(drand);
  return at <= now ? { code: 'drand-already-public', round: drand.round, at } : undefined;
}

/** Whether every dice and lottery line is typed by one and confirmed by another. */
export function areLinesTyped(draw: CommittedDraw | Collected): boolean {
  return untypedLine(draw) === undefined;
}

/** The first of dice and lottery lines that is not typed by one and confirmed by another, as the refusal of what follows. */
export function untypedLine(draw: CommittedDraw | Collected): DrawRefusal | undefined {
  const collecting = draw.status === 'committed' ? undefined : draw;
  const dice = collecting?.dice ?? null;
  if (diceOf(draw) !== undefined) {
    if (dice === null) return { code: 'dice-not-recorded' };
    if (dice.confirmed === null) return { code: 'dice-not-confirmed' };
  }
  const typed = collecting?.lotteries ?? [];
  const waiting = lotteriesOf(draw).filter(
    ({ id }) => !typed.some((one) => one.lottery === id && one.confirmed !== null),
  );
  return waiting.length === 0 ? undefined : { code: 'lottery-not-confirmed', waiting: waiting.map(({ id }) => id) };
}
