import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileName } from '../src/commitment/file.ts';
import { isFileName } from '../src/commitment/file.ts';
import type { CheckName } from '../src/report/check.ts';
import { checkNames } from '../src/report/check.ts';

const home = join(import.meta.dirname, '../../../vectors');

/** Every bundle of `vectors/`. */
export const vectorNames: readonly string[] = readdirSync(home);

/** The bundles that hold the auditors' part too. */
export const wholeVectors: readonly string[] = vectorNames.filter((name) => name !== 'public-salted');

export function vector(name: string): Map<FileName, Uint8Array> {
  const files = new Map<FileName, Uint8Array>();
  for (const file of readdirSync(join(home, name))) {
    if (isFileName(file)) files.set(file, new Uint8Array(readFileSync(join(home, name, file))));
  }
  return files;
}

export interface Guard {
  readonly must: readonly CheckName[];
  readonly may: readonly CheckName[];
}

/** By file: the check that a changed byte must fail, and those that it may fail besides. */
export const guards: Readonly<Record<string, Guard>> = {
  'rules.json': { must: ['rules-hash'], may: ['rules-canonical'] },
  'pool.csv': { must: ['pool-root'], may: ['pool-sorted-unique'] },
  'exclusions.csv': { must: ['exclusions-hash'], may: [] },
  'salts.csv': { must: ['pool-root'], may: [] },
  'inspectors.csv': { must: ['inspectors-hash'], may: [] },
  'conflicts.csv': { must: ['conflicts-hash'], may: [] },
  'filesalts.json': { must: ['filesalts', 'inspectors-hash', 'conflicts-hash'], may: [] },
  // Any other commitment has another C, from which another seed follows.
  'commit.json': { must: ['commit-canonical', 'seed'], may: checkNames },
  'seed.json': { must: ['seed', 'sources'], may: [] },
  'selected.csv': { must: ['selection'], may: [] },
  'visits.csv': { must: ['assignment'], may: [] },
  'assignment.csv': { must: ['assignment'], may: [] },
  'amendments.jsonl': { must: ['amendments'], may: [] },
  'labels.csv': { must: ['labels-hash'], may: [] },
};

/** The bytes with one of them changed. */
export function changed(bytes: Uint8Array, place: number, by: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[place] = (copy[place] ?? 0) ^ by;
  return copy;
}
