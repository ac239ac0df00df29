import { canonicalBytes, readCanonical } from '../canonical/json.ts';
import { codePattern, hashPattern, isTime } from '../canonical/pattern.ts';
import type { Reading } from '../canonical/reading.ts';
import { fault } from '../canonical/reading.ts';
import type { Shape } from '../canonical/shape.ts';
import { integer, listOf, matching, objectOf, oneOf, recordOf } from '../canonical/shape.ts';
import type { Suite } from '../hash/digest.ts';
import { digestHex } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { PoolEntry } from '../roster/roster.ts';
import type { Source } from '../seed/source.ts';
import { sourceShape } from '../seed/source.ts';
import type { FileName } from './file.ts';
import { fileNames } from './file.ts';

export interface StratumCount {
  readonly eligible: number;
  readonly excluded: number;
}

/** 承诺, commit.json (mc-draw/1 §4). */
export interface Commitment {
  readonly v: 'mc-draw/1';
  readonly suite: Suite;
  readonly mode: 'open' | 'sealed';
  readonly bureau: string;
  readonly drawNo: number;
  readonly prev: Hex | '';
  readonly voids?: Hex;
  readonly rules: Hex;
  readonly pool: {
    readonly root: Hex;
    readonly count: number;
    readonly salted: boolean;
    readonly strata: ReadonlyMap<string, StratumCount>;
  };
  readonly exclusions: Hex;
  readonly inspectors: Hex;
  readonly conflicts: Hex;
  readonly labels: Hex;
  readonly sources: readonly Source[];
  readonly openAt: string;
  readonly public: readonly FileName[];
}

const hash = matching(hashPattern);
const time: Shape<string> = (value, path) =>
  typeof value === 'string' && isTime(value) ? { ok: true, value } : fault('wrong-value', path);
const publicFiles: Shape<readonly FileName[]> = (value, path) => {
  const names = listOf(oneOf(...fileNames))(value, path);
  return names.ok && new Set(names.value).size !== names.value.length ? fault('duplicate', path) : names;
};
const commitmentShape: Shape<Commitment> = objectOf(
  {
    v: oneOf('mc-draw/1'),
    suite: oneOf('sha256', 'sm3'),
    mode: oneOf('open', 'sealed'),
    bureau: matching(codePattern),
    drawNo: integer(1),
    prev: matching(/^(?:|[0-9a-f]{64})$/),
    rules: hash,
    pool: objectOf({
      root: hash,
      count: integer(0),
      salted: oneOf(true, false),
      strata: recordOf(codePattern, objectOf({ eligible: integer(0), excluded: integer(0) })),
    }),
    exclusions: hash,
    inspectors: hash,
    conflicts: hash,
    labels: hash,
    sources: listOf(sourceShape),
    openAt: time,
    public: publicFiles,
  },
  { voids: hash },
);

/** The commitment in commit.json if it is canonical and has exactly the fields of §4. */
export function readCommitment(bytes: Uint8Array): Reading<Commitment> {
  const json = readCanonical(bytes);
  return json.ok ? commitmentShape(json.value, '') : json;
}

/** commit.json; throws on a commitment that `readCommitment` would not read. */
export function commitmentBytes(commitment: Commitment): Uint8Array {
  const { pool } = commitment;
  const bytes = canonicalBytes({ ...commitment, pool: { ...pool, strata: Object.fromEntries(pool.strata) } });
  const reading = readCommitment(bytes);
  if (!reading.ok) throw new Error(`no such commitment: ${reading.fault.code} at ${reading.fault.at}`);
  return bytes;
}

/** C (§4): what is published and logged before any random input exists. */
export function commitmentHash(suite: Suite, commitJson: Uint8Array): Hex {
  return digestHex(suite, 'mc-draw/1 commit\n', commitJson);
}

/** Eligible and excluded entries of each stratum of the pool; the strata of the rules stand even when empty. */
export function countsOf(pool: readonly PoolEntry[], strata: readonly string[]): ReadonlyMap<string, StratumCount> {
  const counts = new Map<string, { eligible: number; excluded: number }>();
  for (const code of strata) counts.set(code, { eligible: 0, excluded: 0 });
  for (const entry of pool) {
    const count = counts.get(entry.stratum) ?? { eligible: 0, excluded: 0 };
    count[entry.excluded ? 'excluded' : 'eligible']++;
    counts.set(entry.stratum, count);
  }
  return counts;
}
