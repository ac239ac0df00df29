import type { Suite } from '../hash/digest.ts';
import { digestHex } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import { bytesOfHex, hexOf } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { kernel } from '../kernel/fastest.ts';
import { countOf, linesOf, type Texts } from '../kernel/texts.ts';
import type { PoolEntry, Salt } from '../roster/roster.ts';
import { poolLine } from '../roster/roster.ts';
import { inclusionPath, leafHash, rootOfPath } from './merkle.ts';

/** What a subject needs to prove that its line stood in the pool. */
export interface PoolProof {
  readonly line: string;
  readonly salt: Hex | '';
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hex[];
}

/** `pool.root` of the commitment (§4). With salts, one for every entry, both sorted by id. */
export function poolRoot(suite: Suite, pool: readonly PoolEntry[], salts?: readonly Salt[]): Hex {
  return rootOfLines(suite, linesOf(utf8(pool.map((entry) => `${poolLine(entry)}\n`).join(''))), salts);
}

/** The same from the lines of pool.csv as they stand. */
export function rootOfLines(suite: Suite, lines: Texts, salts?: readonly Salt[]): Hex {
  const to = countOf(lines);
  if (to === 0) return digestHex(suite);
  return hexOf(kernel().rootOfTexts(suite, lines, { from: 0, to }, salts && saltBytes(salts)));
}

function saltBytes(salts: readonly Salt[]): Uint8Array {
  const bytes = new Uint8Array(16 * salts.length);
  for (const [at, { salt }] of salts.entries()) bytes.set(bytesOfHex(salt) ?? [], 16 * at);
  return bytes;
}

/** The path of one subject, or `undefined` if it is not in the pool. */
export function proofOf(
  suite: Suite,
  pool: readonly PoolEntry[],
  id: string,
  salts?: readonly Salt[],
): PoolProof | undefined {
  const index = pool.findIndex((entry) => entry.id === id);
  const entry = pool[index];
  const path = inclusionPath(suite, leavesOf(suite, pool.map(poolLine), salts), index);
  if (entry === undefined || path === undefined) return undefined;
  return { line: poolLine(entry), salt: salts?.[index]?.salt ?? '', index, size: pool.length, path: path.map(hexOf) };
}

/** True when the line stood in the pool of that root. */
export function provesInclusion(suite: Suite, proof: PoolProof, root: Hex): boolean {
  const salt = bytesOfHex(proof.salt);
  const path = proof.path.map(bytesOfHex);
  if (salt === undefined || path.some((node) => node?.length !== 32)) return false;
  const nodes = path.filter((node) => node !== undefined);
  const found = rootOfPath(suite, leafHash(suite, salt, proof.line), proof.index, proof.size, nodes);
  return found !== undefined && hexOf(found) === root;
}

function leavesOf(suite: Suite, lines: readonly string[], salts?: readonly Salt[]): readonly Uint8Array[] {
  return lines.map((line, at) => leafHash(suite, bytesOfHex(salts?.[at]?.salt ?? '') ?? '', line));
}
