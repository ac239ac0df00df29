import type { Json } from '../canonical/json.ts';
import { codePattern, hashPattern } from '../canonical/pattern.ts';
import type { Reading } from '../canonical/reading.ts';
import { fault } from '../canonical/reading.ts';
import { integer, matching, objectOf, oneOf } from '../canonical/shape.ts';
import type { Hex } from '../hash/hex.ts';

export type LotteryGame = 'ssq' | 'dlt' | 'pl5' | '3d';

/** Where one line of the seed comes from; `by` is who controls it (mc-draw/1 §5). */
export type Source =
  | { readonly kind: 'dice'; readonly by: string; readonly digits: number }
  | { readonly kind: 'lottery'; readonly by: 'lottery'; readonly game: LotteryGame; readonly issue: string }
  | { readonly kind: 'witness'; readonly by: string; readonly id: string; readonly commitment: Hex }
  | {
      readonly kind: 'drand';
      readonly by: 'drand';
      readonly chain: Hex;
      readonly key: Hex;
      readonly scheme: string;
      readonly period: number;
      readonly genesis: number;
      readonly round: number;
    };

const code = matching(codePattern);
const shapes = {
  dice: objectOf({ kind: oneOf('dice'), by: code, digits: integer(1, 1000) }),
  lottery: objectOf({
    kind: oneOf('lottery'),
    by: oneOf('lottery'),
    game: oneOf('ssq', 'dlt', 'pl5', '3d'),
    issue: matching(/^[0-9]{1,12}$/),
  }),
  witness: objectOf({ kind: oneOf('witness'), by: code, id: code, commitment: matching(hashPattern) }),
  drand: objectOf({
    kind: oneOf('drand'),
    by: oneOf('drand'),
    chain: matching(hashPattern),
    key: matching(/^(?:[0-9a-f]{96}|[0-9a-f]{192})$/),
    scheme: matching(/^[0-9a-z-]{1,64}$/),
    period: integer(1, 1_000_000),
    genesis: integer(0, 10_000_000_000),
    round: integer(1, 10_000_000_000),
  }),
};

/** One entry of `commit.sources`. */
export function sourceShape(value: Json, path: string): Reading<Source> {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  switch (kind) {
    case 'dice':
      return shapes.dice(value, path);
    case 'lottery':
      return shapes.lottery(value, path);
    case 'witness':
      return shapes.witness(value, path);
    case 'drand':
      return shapes.drand(value, path);
    default:
      return fault('wrong-value', `${path}.kind`);
  }
}

const lotteryMilliBits: Readonly<Record<LotteryGame, number>> = { ssq: 24079, dlt: 24352, pl5: 16609, '3d': 9965 };

/** Thousandths of a bit that the source adds (§5). */
export function milliBitsOf(source: Source): number {
  switch (source.kind) {
    case 'dice':
      return 3321 * source.digits;
    case 'lottery':
      return lotteryMilliBits[source.game];
    case 'witness':
    case 'drand':
      return 128000;
  }
}

export type SourceFinding =
  | { readonly code: 'entropy-too-low'; readonly milliBits: number; readonly needed: number }
  | { readonly code: 'one-party-too-strong'; readonly by: string; readonly milliBits: number; readonly needed: number }
  | { readonly code: 'nothing-after-commitment' }
  | { readonly code: 'sealed-without-witness' }
  | { readonly code: 'sealed-without-salts' }
  | { readonly code: 'same-witness-commitment'; readonly id: string }
  | { readonly code: 'drand-before-opening'; readonly round: number };

const neededInAll = 64000;
const neededWithoutOne = 24000;

/** Why these sources may not make a seed; empty when they may. */
export function lintSources(
  sources: readonly Source[],
  mode: 'open' | 'sealed',
  salted: boolean,
  openAt?: string,
): readonly SourceFinding[] {
  const findings: SourceFinding[] = [...entropyFindings(sources)];
  if (mode === 'open' && sources.every((source) => source.kind === 'witness')) {
    findings.push({ code: 'nothing-after-commitment' });
  }
  if (mode === 'sealed' && !sources.some((source) => source.kind === 'witness')) {
    findings.push({ code: 'sealed-without-witness' });
  }
  if (mode === 'sealed' && !salted) findings.push({ code: 'sealed-without-salts' });
  const seen = new Set<Hex>();
  for (const source of sources) {
    if (source.kind === 'witness') {
      if (seen.has(source.commitment)) findings.push({ code: 'same-witness-commitment', id: source.id });
      seen.add(source.commitment);
    }
    if (source.kind === 'drand' && openAt !== undefined) {
      const emitted = source.genesis + (source.round - 1) * source.period;
      if (emitted <= Date.parse(openAt) / 1000) findings.push({ code: 'drand-before-opening', round: source.round });
    }
  }
  return findings;
}

function entropyFindings(sources: readonly Source[]): readonly SourceFinding[] {
  const byParty = new Map<string, number>();
  for (const source of sources) byParty.set(source.by, (byParty.get(source.by) ?? 0) + milliBitsOf(source));
  const total = [...byParty.values()].reduce((sum, bits) => sum + bits, 0);
  const findings: SourceFinding[] = [];
  if (total < neededInAll) findings.push({ code: 'entropy-too-low', milliBits: total, needed: neededInAll });
  for (const [by, bits] of byParty) {
    const rest = total - bits;
    if (rest < neededWithoutOne) {
      findings.push({ code: 'one-party-too-strong', by, milliBits: rest, needed: neededWithoutOne });
    }
  }
  return findings;
}
