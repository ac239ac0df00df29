import type { Source, SourceFinding } from '@mingchou/verifier';
import { drandChainOf, lintSources, milliBitsOf, sourceWords } from '@mingchou/verifier';
import type { Instant } from '../time.ts';
import type { DrandRoundSource, RandomSource } from './setup.ts';

export { drandChains, drandRoundAt } from '@mingchou/verifier';

/** The source as commit.json writes it (mc-draw/1 §5); an unsealed witness has an empty commitment. */
export function publicSource(source: RandomSource): Source {
  switch (source.kind) {
    case 'dice':
      return { kind: 'dice', by: source.by, digits: source.digits };
    case 'lottery':
      return { kind: 'lottery', by: 'lottery', game: source.game, issue: source.issue };
    case 'witness':
      return { kind: 'witness', by: source.by, id: source.id, commitment: source.sealed?.commitment ?? '' };
    case 'drand':
      return drandSource(source);
  }
}

function drandSource({ chain, round }: DrandRoundSource): Source {
  const known = drandChainOf(chain);
  if (known === undefined) throw new Error(`drand chain ${chain} is not listed`);
  const { key, scheme, period, genesis } = known;
  return { kind: 'drand', by: 'drand', chain, key, scheme, period, genesis, round };
}

/** What is wrong with the sources before the witnesses have sealed (mc-draw/1 §5); empty when nothing is. */
export function sourceFindings(
  sources: readonly RandomSource[],
  openAt?: Instant,
  mode: 'open' | 'sealed' = 'open',
): readonly SourceFinding[] {
  const lines = sources.map(publicSource);
  // Unsealed witnesses have no commitment yet; that they are distinct is asked when each seals.
  const sealed = lines.map((line) => (line.kind === 'witness' ? { ...line, commitment: line.id } : line));
  // The pool of a sealed draw is salted when it is committed.
  return lintSources(sealed, mode, mode === 'sealed', openAt);
}

/** The finding in Chinese; `nameOf` says who stands behind the code of a party. */
export function sourceFindingWords(finding: SourceFinding, nameOf: (by: string) => string): string {
  return sourceWords('by' in finding ? { ...finding, by: nameOf(finding.by) } : finding);
}

/** Milli-bits one source is worth. */
export function entropyOf(source: RandomSource): number {
  return milliBitsOf(publicSource(source));
}

/** Milli-bits of all sources together, and what remains when the strongest controller is left out. */
export function entropyOfAll(sources: readonly RandomSource[]): {
  readonly total: number;
  readonly withoutOne: number;
} {
  const byController = new Map<string, number>();
  for (const source of sources) byController.set(source.by, (byController.get(source.by) ?? 0) + entropyOf(source));
  const total = [...byController.values()].reduce((sum, bits) => sum + bits, 0);
  return { total, withoutOne: total - Math.max(0, ...byController.values()) };
}

/** Whether nobody can guess the seed and no single person can choose it: 64 bits, 24 without any one (mc-draw/1 §5). */
export function isEntropyEnough(sources: readonly RandomSource[]): boolean {
  const { total, withoutOne } = entropyOfAll(sources);
  return total >= 64000 && withoutOne >= 24000;
}
