import { readCommitment } from '../commitment/commitment.ts';
import type { Files } from '../commitment/file.ts';
import { fileOf } from '../draw/draw.ts';
import { prefixed } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { PoolProof } from '../merkle/pool-root.ts';
import { proofOf } from '../merkle/pool-root.ts';
import { readPool, readSalts } from '../roster/roster.ts';
import { readRules } from '../rules/rules.ts';
import { drawKey, readSeed } from '../seed/seed.ts';
import { lintRules } from '../selection/lint.ts';
import { drawSubjects, sampleSizes } from '../selection/selection.ts';
import { ranksOf } from '../selection/rank.ts';

/** 自查: what an enterprise can see for itself (mc-draw/1 §9, last paragraph). */
export interface Tally {
  readonly id: string;
  readonly stratum: string;
  readonly ticket: Hex;
  /** From 1, among the eligible entries of the stratum in ticket order; absent for an excluded entry. */
  readonly rank?: number;
  /** How many of the stratum could be drawn, and how many were to be. */
  readonly eligible: number;
  readonly size: number;
  /** Ticket of the last selected entry of the stratum; absent with a quota or weights, and when nothing was drawn. */
  readonly cutOff?: Hex;
  readonly outcome: 'selected' | 'reserve' | 'not-selected' | 'excluded';
  /** Place among the reserves of the stratum, from 1. */
  readonly reserveRank?: number;
  /** That its line stood in the committed pool; absent when the salts are withheld. */
  readonly proof?: PoolProof;
}

/** The tally of one id, `undefined` when it is not in the pool or the files do not suffice. */
export function tally(files: Files, id: string): Tally | undefined {
  return talliesOf(files)?.(id);
}

/** The same for many ids of one draw. Recomputed from pool, rules and seed; selected.csv is not believed. */
export function talliesOf(files: Files): ((id: string) => Tally | undefined) | undefined {
  const commitment = readCommitment(fileOf(files, 'commit.json'));
  const rules = readRules(fileOf(files, 'rules.json'));
  const pool = readPool(fileOf(files, 'pool.csv'));
  const seed = readSeed(fileOf(files, 'seed.json'));
  if (!commitment.ok || !rules.ok || !pool.ok || !seed.ok) return undefined;
  if (lintRules(rules.value, pool.value).length > 0) return undefined;
  const { suite } = rules.value;
  const selection = drawSubjects(rules.value, pool.value, seed.value.seed);
  const rankOf = ranksOf(rules.value, pool.value, seed.value.seed);
  const sizes = sampleSizes(rules.value, pool.value);
  const entries = new Map(pool.value.map((entry) => [entry.id, entry]));
  const ticketOf = prefixed(suite, `${drawKey(suite, 'sample', seed.value.seed)}:`);
  const simple = rules.value.quota === undefined && pool.value.every(({ weight }) => weight === 1);
  const salts = readSalts(fileOf(files, 'salts.csv'));
  const saltsMissing = commitment.value.pool.salted && (!salts.ok || salts.value.length !== pool.value.length);

  return (id) => {
    const entry = entries.get(id);
    if (entry === undefined) return undefined;
    const { stratum } = entry;
    const line = selection.find((drawn) => drawn.id === id);
    const last = selection.filter((drawn) => drawn.stratum === stratum && drawn.kind === 'S').pop();
    const reserves = selection.filter((drawn) => drawn.stratum === stratum && drawn.kind === 'R');
    const rank = rankOf(id);
    const proof = saltsMissing
      ? undefined
      : proofOf(suite, pool.value, id, commitment.value.pool.salted && salts.ok ? salts.value : undefined);
    return {
      id,
      stratum,
      ticket: ticketOf(id),
      ...(rank === undefined ? {} : { rank }),
      eligible: commitment.value.pool.strata.get(stratum)?.eligible ?? 0,
      size: sizes[rules.value.strata.findIndex(({ code }) => code === stratum)] ?? 0,
      ...(simple && last !== undefined ? { cutOff: last.ticket } : {}),
      outcome: entry.excluded ? 'excluded' : outcomeOf(line?.kind),
      ...(line?.kind === 'R' ? { reserveRank: reserves.indexOf(line) + 1 } : {}),
      ...(proof === undefined ? {} : { proof }),
    };
  };
}

function outcomeOf(kind: 'S' | 'R' | undefined): Tally['outcome'] {
  if (kind === undefined) return 'not-selected';
  return kind === 'S' ? 'selected' : 'reserve';
}
