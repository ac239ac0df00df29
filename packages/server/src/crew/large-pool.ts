import {
  boundOf,
  countEndings,
  inTicketOrderOf,
  kernel,
  type PoolColumns,
  type Range,
  type Suite,
} from '@mingchou/verifier';
import type { Crew } from './crew.ts';

/** A power of two: ranges that begin at its multiples are whole subtrees. */
const width = 2 ** 20;

/**
 * Numbers of the `wanted` smallest tickets of each ending of the pool, by ending, in the order of (T, id)
 * (mc-draw/1 §6.2). Few entries are kept on the way; where too few were, the bounds are raised.
 */
export async function drawFromColumns(
  crew: Crew,
  suite: Suite,
  sampleKey: string,
  pool: PoolColumns,
  wanted: readonly number[],
): Promise<readonly Uint32Array[]> {
  const counts = countEndings(pool);
  const least = pool.endings.map(({ eligible }, at) => (eligible ? Math.min(wanted[at] ?? 0, counts[at] ?? 0) : 0));
  let bounds = least.map((need, at) => boundOf(need, counts[at] ?? 0));
  for (;;) {
    const drawn = await smallest(crew, suite, sampleKey, pool, bounds);
    const short = least.map((need, at) => (drawn[at]?.length ?? 0) < need);
    if (!short.includes(true)) return drawn.map((numbers, at) => numbers.subarray(0, least[at]));
    bounds = bounds.map((bound, at) => (short[at] === true ? Math.min(2 ** 32, 2 * bound) : bound));
  }
}

async function smallest(
  crew: Crew,
  suite: Suite,
  sampleKey: string,
  pool: PoolColumns,
  bounds: readonly number[],
): Promise<Uint32Array[]> {
  const parts = await Promise.all(
    rangesOf(pool).map((range) => crew.run({ kind: 'candidates', suite, sampleKey, pool, range, bounds })),
  );
  const numbers = joined(parts.map((part) => part.numbers));
  const ordered = inTicketOrderOf(suite, sampleKey, pool, { numbers, heads: joined(parts.map(({ heads }) => heads)) });
  return pool.endings.map((_, ending) => ordered.filter((number) => pool.endingOf[number] === ending));
}

/** `pool.root` of the commitment (mc-draw/1 §4), its subtrees computed by the crew. */
export async function rootOfColumns(crew: Crew, suite: Suite, pool: PoolColumns): Promise<Uint8Array> {
  const nodes = await Promise.all(rangesOf(pool).map((range) => crew.run({ kind: 'subtree', suite, pool, range })));
  const digests = new Uint8Array(32 * nodes.length);
  for (const [at, node] of nodes.entries()) digests.set(node, 32 * at);
  return kernel().rootOfDigests(suite, digests);
}

function rangesOf({ endingOf }: PoolColumns): readonly Range[] {
  const count = Math.ceil(endingOf.length / width);
  return Array.from({ length: count }, (_, at) => ({
    from: at * width,
    to: Math.min(endingOf.length, (at + 1) * width),
  }));
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}
