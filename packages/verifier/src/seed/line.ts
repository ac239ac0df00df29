import { saltPattern } from '../canonical/pattern.ts';
import type { Suite } from '../hash/digest.ts';
import { digestHex } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { LotteryGame, Source } from './source.ts';

/** Which draw a line belongs to: a witness commits to a value for one draw of one bureau. */
export interface DrawKeyOf {
  readonly suite: Suite;
  readonly bureau: string;
  readonly drawNo: number;
}

/** What a witness publishes before C: the hash of a value made on the witness's own device (§5). */
export function witnessCommitment(suite: Suite, bureau: string, drawNo: number, id: string, value: Hex): Hex {
  return digestHex(suite, `mc-draw/1 witness|${bureau}|${drawNo}|${id}|${value}`);
}

/**
 * The line of seed.json for what a source gave: the dice's digits, the lottery's numbers as §5 writes them,
 * the 32 hex characters a witness reveals, a drand signature in hex. `undefined` if it does not fit the source.
 */
export function lineOf(
  suite: Suite,
  bureau: string,
  drawNo: number,
  source: Source,
  value: string,
): string | undefined {
  if (!fits({ suite, bureau, drawNo }, source, value)) return undefined;
  return `${lineStart(source)}${value}`;
}

/** True when the line is one that the source can have given; a lottery's numbers are taken on trust, a drand signature is not verified. */
export function lineFits(draw: DrawKeyOf, source: Source, line: string): boolean {
  const start = lineStart(source);
  return line.startsWith(start) && fits(draw, source, line.slice(start.length));
}

function lineStart(source: Source): string {
  switch (source.kind) {
    case 'dice':
      return 'dice:';
    case 'lottery':
      return `lottery:${source.game}:${source.issue}:`;
    case 'witness':
      return `witness:${source.id}:`;
    case 'drand':
      return `drand:${source.chain}:${source.round}:`;
  }
}

function fits(draw: DrawKeyOf, source: Source, value: string): boolean {
  switch (source.kind) {
    case 'dice':
      return value.length === source.digits && /^[0-9]+$/.test(value);
    case 'lottery':
      return numbersFit(source.game, value);
    case 'witness':
      return (
        saltPattern.test(value) &&
        witnessCommitment(draw.suite, draw.bureau, draw.drawNo, source.id, value) === source.commitment
      );
    case 'drand':
      return /^(?:[0-9a-f]{96}|[0-9a-f]{192})$/.test(value);
  }
}

function numbersFit(game: LotteryGame, value: string): boolean {
  switch (game) {
    case 'ssq':
      return ballsFit(value, [6, 33], [1, 16]);
    case 'dlt':
      return ballsFit(value, [5, 35], [2, 12]);
    case 'pl5':
      return /^[0-9]{5}$/.test(value);
    case '3d':
      return /^[0-9]{3}$/.test(value);
  }
}

/** Two groups joined by `+`, each of [how many balls, highest ball], two digits, ascending. */
function ballsFit(value: string, ...groups: readonly (readonly [number, number])[]): boolean {
  const parts = value.split('+');
  return (
    parts.length === groups.length &&
    groups.every(([count, highest], at) => {
      const balls = (parts[at] ?? '').split(',');
      return (
        balls.length === count &&
        balls.every(
          (ball, place) => /^[0-9]{2}$/.test(ball) && ball > (balls[place - 1] ?? '00') && Number(ball) <= highest,
        )
      );
    })
  );
}
