import { z } from 'zod';

/**
 * 自查 — what one enterprise is told about itself in one draw. It holds its own line, its own salt and its own path, and
 * of the others nothing but where their tickets lie on the line from 0000 to ffff, where the pool is public anyway.
 */
const hex = z.string().regex(/^[0-9a-f]*$/);
const count = z.number().int().min(0);
const outcome = z.enum(['selected', 'reserve', 'not-selected', 'excluded']);

/** The evidence as the verifier takes it (`verifyOwnEntry`). */
export const ownEntry = z.object({
  id: z.string(),
  commit: z.string(),
  seed: z.string(),
  proof: z.object({ line: z.string(), salt: hex, index: count, size: count, path: z.array(hex) }),
  ticket: hex,
  outcome,
  cutOff: hex.optional(),
});

/** How likely it was beforehand, by the rules alone. */
export const ownChance = z.discriminatedUnion('kind', [
  /** Each of `eligible` had the same chance; `size` were drawn. */
  z.object({ kind: z.literal('exact'), size: count, eligible: count }),
  /** With a quota or weights there is no fraction: the share of simulated draws, in thousandths. */
  z.object({ kind: z.literal('simulated'), permille: count, rounds: count }),
  /** 全部检查: the lots decided the order only. */
  z.object({ kind: z.literal('certain'), eligible: count }),
  z.object({ kind: z.literal('none') }),
]);
export type OwnChance = z.infer<typeof ownChance>;

export const foundEntry = z.object({
  kind: z.literal('found'),
  code: z.string(),
  name: z.string(),
  stratum: z.string(),
  suite: z.enum(['sha256', 'sm3']),
  /** C, S and K of the draw. */
  commitment: hex,
  seed: hex,
  sampleKey: hex,
  entry: ownEntry,
  rank: count.nullable(),
  reserveRank: count.nullable(),
  eligible: count,
  size: count,
  chance: ownChance,
  /** Why it was excluded, in words; null when it was not. */
  exclusion: z.string().nullable(),
  /** The other tickets of its stratum on the ruler, 0 to 9999; empty where the pool is not public. */
  ticks: z.array(z.object({ at: count, outcome: outcome.exclude(['excluded']) })),
});
export type FoundEntry = z.infer<typeof foundEntry>;

export const selfCheck = z.discriminatedUnion('kind', [
  /** Nothing was typed. */
  z.object({ kind: z.literal('no-code') }),
  /** 封存抽签: the same for every code, in the pool or not. */
  z.object({ kind: z.literal('sealed') }),
  z.object({ kind: z.literal('not-drawn') }),
  z.object({ kind: z.literal('not-in-pool'), code: z.string() }),
  foundEntry,
]);
export type SelfCheck = z.infer<typeof selfCheck>;
