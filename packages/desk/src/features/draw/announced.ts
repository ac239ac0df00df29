import type { drawRoutes } from '@mingchou/contract';
import { type AnnouncedSource, drandChains, drandRoundAt, type LotteryGame, millisecondsOf } from '@mingchou/domain';
import type { z } from 'zod';
import { halfWidth, parseTypedNumber, type Values } from '../../form/index.ts';
import { instantOfTyped } from './words.ts';

type Announced = NonNullable<z.input<typeof drawRoutes.prepareDraw.input>['sources']>[number];

const text = (value: unknown) => (typeof value === 'string' ? halfWidth(value).trim() : '');
const number = (value: unknown) => (typeof value === 'number' ? value : parseTypedNumber(text(value)));

/** What the form announces beside the witnesses; a field that is left empty announces nothing. */
export function announcedOf(values: Values): Announced[] {
  const digits = number(values['sources.dice']) ?? 0;
  const game = text(values['sources.game']);
  const typist = text(values['sources.typist']);
  const minutes = number(values['sources.drandMinutes']) ?? 0;
  const openAt = instantOfTyped(text(values['openAt']), text(values['openAt.time']));
  const [chain] = drandChains;
  const sources: unknown[] = [];
  if (digits > 0) sources.push({ kind: 'dice', digits });
  if (game !== '') {
    const issue = text(values['sources.issue']);
    sources.push({ kind: 'lottery', game, issue, ...(typist === '' ? {} : { typist }) });
  }
  if (minutes > 0 && openAt !== undefined && chain !== undefined) {
    const seconds = millisecondsOf(openAt) / 1000 + 60 * minutes;
    sources.push({ kind: 'drand', chain: chain.chain, round: drandRoundAt(chain, seconds) });
  }
  // The route's schema is asked before anything is sent; here they are only put together.
  return sources as Announced[];
}

/** The same for the rules that weigh sources. */
export function weighable(announced: readonly Announced[]): readonly AnnouncedSource[] {
  return announced.flatMap((one): AnnouncedSource[] => {
    if (one.kind !== 'lottery') return [one];
    const game: LotteryGame = one.game;
    return [{ kind: 'lottery', game, issue: one.issue }];
  });
}
