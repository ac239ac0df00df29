import { digestHex } from '../../src/hash/digest.ts';
import { chiSquareTail, normalTail } from './chi-square.ts';
import type { Design } from './designs.ts';

/** What many draws by one design say of it: the smaller a chance, the less they fit. */
export interface Findings {
  /** Of deviations as large as these among those who must have equal chances. */
  readonly evenness: number;
  /** Of the largest deviation from an exact chance, for as many as were looked at. */
  readonly inclusion: number;
}

export function tried({ name, chosen, equals, chances }: Design, draws: number): Findings {
  const hits = new Map<string, number>();
  // Given that k of m equals come in, each is in or out with the variance k/m (1 − k/m).
  const variances = equals.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const inside = new Set(chosen(digestHex('sha256', `${name} ${draw}`)));
    for (const id of inside) hits.set(id, (hits.get(id) ?? 0) + 1);
    for (const [cell, ids] of equals.entries()) {
      const share = ids.filter((id) => inside.has(id)).length / ids.length;
      variances[cell] = (variances[cell] ?? 0) + (share * (1 - share) * ids.length) / (ids.length - 1);
    }
  }
  let square = 0;
  let freedom = 0;
  for (const [cell, ids] of equals.entries()) {
    const variance = variances[cell] ?? 0;
    if (ids.length < 2 || variance === 0) continue;
    const mean = ids.reduce((sum, id) => sum + (hits.get(id) ?? 0), 0) / ids.length;
    for (const id of ids) square += ((hits.get(id) ?? 0) - mean) ** 2 / variance;
    freedom += ids.length - 1;
  }
  return { evenness: chiSquareTail(square, freedom), inclusion: inclusionOf(hits, chances(), draws) };
}

function inclusionOf(hits: ReadonlyMap<string, number>, chances: ReadonlyMap<string, number>, draws: number): number {
  let worst = 1;
  for (const [id, chance] of chances) {
    const found = hits.get(id) ?? 0;
    const spread = Math.sqrt(draws * chance * (1 - chance));
    // Who is certain, or can never come in, has no spread at all.
    const tail =
      spread < 1e-6 ? (Math.abs(found - draws * chance) < 1e-6 ? 1 : 0) : normalTail((found - draws * chance) / spread);
    worst = Math.min(worst, tail);
  }
  return Math.min(1, worst * Math.max(1, chances.size));
}
