import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { falseAccepts, fatesOfZips, provenBundles } from './hostile-bundles.ts';
import { mutants } from './mutants.ts';
import { batchOf, disagreements, vectorBundles, verifyPy } from './second-opinion.ts';

const proven = provenBundles(300);

test('10,000 changed bundles: none is accepted, and no check breaks down', () => {
  expect(falseAccepts(mutants(proven, 10_000, 3))).toEqual([]);
});

test('10,000 changed ZIP files: not read, not accepted, or the same files byte for byte', () => {
  expect(fatesOfZips(proven, 10_000, 4)).not.toContain('falsely accepted');
});

test('Python says the same of 2,000 of the changed bundles, amendments and withheld salts included', () => {
  const bundles = mutants([...proven, ...vectorBundles()], 2_000, 5);
  const input = batchOf(bundles);
  const answers = execFileSync('python3', [verifyPy, '--batch'], { input, maxBuffer: 2 ** 28 }).toString();
  expect(disagreements(bundles, answers)).toEqual([]);
});
