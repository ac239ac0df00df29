import type { PortalAttempt, PortalDraw } from '@mingchou/contract';
import { daysApart } from '../words/time.ts';

/** One number of the bureau's series. */
export type Attempt =
  | { readonly kind: 'draw'; readonly drawNo: number; readonly draw: PortalDraw; readonly overdueDays: number | null }
  /** Given, and not (or never) committed: nothing of it is public but its number. */
  | { readonly kind: 'number'; readonly drawNo: number; readonly attempt: PortalAttempt }
  /** A number lower than the highest that nobody has published. It should not exist. */
  | { readonly kind: 'missing'; readonly drawNo: number };

export const attemptFilters = ['all', 'void', 'recusal', 'substitution', 'decision', 'open', 'missing'] as const;
export type AttemptFilter = (typeof attemptFilters)[number];

/** Every number from 1 to the highest known, highest first; a gap is named, not skipped. */
export function attemptsOf(
  draws: readonly PortalDraw[],
  given: readonly PortalAttempt[],
  now: string,
): readonly Attempt[] {
  const byNo = new Map(draws.map((draw) => [draw.drawNo, draw]));
  const numbers = new Map(given.map((attempt) => [attempt.drawNo, attempt]));
  const last = Math.max(0, ...byNo.keys(), ...numbers.keys());
  return Array.from({ length: last }, (_, index): Attempt => {
    const drawNo = last - index;
    const draw = byNo.get(drawNo);
    if (draw !== undefined) return { kind: 'draw', drawNo, draw, overdueDays: overdueDays(draw, now) };
    const attempt = numbers.get(drawNo);
    return attempt === undefined ? { kind: 'missing', drawNo } : { kind: 'number', drawNo, attempt };
  });
}

/** A commitment ends in a result or a public void; days since its opening while it has neither, else null. */
function overdueDays(draw: PortalDraw, now: string): number | null {
  if (!isOpen(draw) || draw.commitment === null || draw.commitment.openAt > now) return null;
  return daysApart(draw.commitment.openAt, now);
}

/** Committed, not void, and without a result; a sealed result is one, its fingerprint stands in the log. */
export function isOpen({ drawn, sealing, voided, commitment }: PortalDraw): boolean {
  const fixed = drawn !== null || (sealing?.drawnAt ?? null) !== null;
  return !fixed && voided === null && commitment !== null;
}

export function isVoid(attempt: Attempt): boolean {
  if (attempt.kind === 'missing') return false;
  return (attempt.kind === 'draw' ? attempt.draw.voided : attempt.attempt.voided) !== null;
}

function changes(attempt: Attempt, kind: PortalDraw['amendments'][number]['kind']): number {
  return attempt.kind === 'draw' ? attempt.draw.amendments.filter((one) => one.kind === kind).length : 0;
}

export function matches(attempt: Attempt, filter: AttemptFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'void':
      return isVoid(attempt);
    case 'open':
      return attempt.kind === 'draw' && isOpen(attempt.draw);
    case 'missing':
      return attempt.kind === 'missing';
    default:
      return changes(attempt, filter) > 0;
  }
}

/** A count over its base; which rows it counts is the filter. */
export interface Rate {
  readonly filter: AttemptFilter;
  readonly word: string;
  readonly count: number;
  readonly base: number;
  readonly baseWord: string;
}

export function ratesOf(attempts: readonly Attempt[]): readonly Rate[] {
  const sum = (count: (attempt: Attempt) => number) => attempts.reduce((all, attempt) => all + count(attempt), 0);
  const drawn = (count: (draw: PortalDraw) => number) =>
    sum((attempt) => (attempt.kind === 'draw' && attempt.draw.drawn !== null ? count(attempt.draw) : 0));
  const seats = drawn((draw) => draw.seats ?? 0);
  return [
    {
      filter: 'void',
      word: '作废',
      count: sum((one) => (isVoid(one) ? 1 : 0)),
      base: attempts.length,
      baseWord: '抽签',
    },
    {
      filter: 'substitution',
      word: '递补',
      count: sum((one) => changes(one, 'substitution')),
      base: drawn((draw) => draw.counts.selected),
      baseWord: '抽中',
    },
    { filter: 'recusal', word: '回避', count: sum((one) => changes(one, 'recusal')), base: seats, baseWord: '席位' },
    {
      filter: 'decision',
      word: '领导指定',
      count: sum((one) => changes(one, 'decision')),
      base: seats,
      baseWord: '席位',
    },
  ];
}
