import type { Source } from '@mingchou/verifier';
import { milliBitsOf } from '@mingchou/verifier';
import type { RandomSource } from './setup.ts';

/** The source as commit.json writes it (mc-draw/1 §5); an unsealed witness has an empty commitment. */
export function publicSource(source: RandomSource): Source {
  if (source.kind === 'dice') return { kind: 'dice', by: source.by, digits: source.digits };
  return { kind: 'witness', by: source.by, id: source.id, commitment: source.sealed?.commitment ?? '' };
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
