import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { randomDraws } from './draws.ts';
import { batchOf, disagreements, mutations, vectorBundles, verifyPy } from './second-opinion.ts';

/** Fails where python3 is not installed: the long round is the one that must have been run with it. */
function askPython(input: string): string {
  return execFileSync('python3', [verifyPy, '--batch'], { input, maxBuffer: 2 ** 28 }).toString();
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('Python agrees on 1,000 random draws (part %i of 10)', (part) => {
  const draws = randomDraws(part, 1_000);
  const bundles = [...draws, ...mutations(draws.slice(0, 200), 1, part)];
  expect(disagreements(bundles, askPython(batchOf(bundles)))).toEqual([]);
});

test('Python agrees on every file of every vector with a byte changed, 40 times', () => {
  const bundles = mutations(vectorBundles(), 40, 20_261_122);
  expect(disagreements(bundles, askPython(batchOf(bundles)))).toEqual([]);
});
