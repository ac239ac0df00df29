import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommitment } from './commitment/commitment.ts';
import type { FileName } from './commitment/file.ts';
import { isFileName } from './commitment/file.ts';
import { commitmentOf } from './commitment/freeze.ts';
import { runDraw, trusted } from './draw/draw.ts';
import * as roster from './roster/roster.ts';
import { readRules } from './rules/rules.ts';
import { readSeed } from './seed/seed.ts';
import { lintSources } from './seed/source.ts';
import { lintRules } from './selection/lint.ts';

const home = join(import.meta.dirname, '../../../vectors');
const names = readdirSync(home);

function bundle(name: string): Map<FileName, Uint8Array> {
  const files = new Map<FileName, Uint8Array>();
  for (const file of readdirSync(join(home, name))) {
    if (isFileName(file)) files.set(file, new Uint8Array(readFileSync(join(home, name, file))));
  }
  return files;
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? new Uint8Array()).toString();

describe.each(names.filter((name) => name !== 'public-salted'))('our own draw of vectors/%s', (name) => {
  const files = bundle(name);
  const file = (which: FileName) => files.get(which) ?? new Uint8Array();
  const commitment = trusted(readCommitment(file('commit.json')));
  const seedFile = trusted(readSeed(file('seed.json')));

  test('has the same frozen files and the same C', () => {
    const made = commitmentOf({
      ...commitment,
      rules: trusted(readRules(file('rules.json'))),
      pool: [...trusted(roster.readPool(file('pool.csv')))].reverse(),
      exclusions: [...trusted(roster.readExclusions(file('exclusions.csv')))].reverse(),
      ...(commitment.pool.salted ? { salts: trusted(roster.readSalts(file('salts.csv'))) } : {}),
      inspectors: [...trusted(roster.readInspectors(file('inspectors.csv')))].reverse(),
      conflicts: [...trusted(roster.readConflicts(file('conflicts.csv')))].reverse(),
      filesalts: trusted(roster.readFilesalts(file('filesalts.json'))),
      labels: trusted(roster.readLabels(file('labels.csv'))),
      publicFiles: commitment.public,
    });
    for (const [which, bytes] of made.files) expect(text(bytes), which).toBe(text(files.get(which)));
  });

  test('has the same seed, selection, visits and assignment', () => {
    const drawn = runDraw(files, seedFile.lines);
    expect(drawn.seed).toBe(seedFile.seed);
    for (const [which, bytes] of drawn.files) expect(text(bytes), which).toBe(text(files.get(which)));
  });

  test('finds nothing to refuse', () => {
    expect(lintRules(trusted(readRules(file('rules.json'))), trusted(roster.readPool(file('pool.csv'))))).toEqual([]);
    expect(lintSources(commitment.sources, commitment.mode, commitment.pool.salted, commitment.openAt)).toEqual([]);
  });
});
