import { canonicalBytes, readCanonical } from '../canonical/json.ts';
import { hashPattern } from '../canonical/pattern.ts';
import type { Reading } from '../canonical/reading.ts';
import { listOf, matching, objectOf } from '../canonical/shape.ts';
import type { Suite } from '../hash/digest.ts';
import { digestHex } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';

/** seed.json: one line of each source, in the order of the commitment, and S. */
export interface SeedFile {
  readonly lines: readonly string[];
  readonly seed: Hex;
}

const seedShape = objectOf({ lines: listOf(matching(/^[\x20-\x7e]*$/)), seed: matching(hashPattern) });

export function readSeed(bytes: Uint8Array): Reading<SeedFile> {
  const json = readCanonical(bytes);
  return json.ok ? seedShape(json.value, '') : json;
}

export function seedJson(file: SeedFile): Uint8Array {
  return canonicalBytes(file);
}

/** S (§5): the seed of a draw from its commitment and its sources' lines. */
export function seedOf(suite: Suite, c: Hex, lines: readonly string[]): Hex {
  return digestHex(suite, `mc-draw/1 seed\n${c}\n`, ...lines.map((line) => `${line}\n`));
}

/** K_p (§5): the key of the selection or of the assignment. */
export function drawKey(suite: Suite, purpose: 'sample' | 'assign', seed: Hex): Hex {
  return digestHex(suite, `mc-draw/1 key|${purpose}|${seed}`).slice(0, 32);
}
