import { expect, test, vi } from 'vitest';
import { foreignTest } from '../scripts/foreign.ts';
import { randomDraws } from './draws.ts';
import { batchOf, disagreements, mutations, vectorBundles, verifyPy } from './second-opinion.ts';

// One Python for all of them: seconds alone, more beside a whole test run.
vi.setConfig({ testTimeout: 90_000 });

const vectors = vectorBundles();
const draws = randomDraws(20_261_122, 200);

foreignTest(
  'python3',
  'a verifier written from the protocol page alone agrees on vectors, changed bytes and random draws',
  (run) => {
    const bundles = [...vectors, ...mutations(vectors, 3, 1), ...draws, ...mutations(draws.slice(0, 15), 1, 2)];
    expect(disagreements(bundles, run([verifyPy, '--batch'], batchOf(bundles)).toString())).toEqual([]);
  },
);

foreignTest(
  'python3',
  'what the page says is checked is proven by Python too: only log.json is missing in whole bundles',
  (run) => {
    const whole = [...vectors.filter(({ name }) => name !== 'public-salted'), ...draws];
    const answers = run([verifyPy, '--batch'], batchOf(whole)).toString().trimEnd().split('\n');
    const proven = JSON.stringify([...Array.from({ length: 18 }, () => 'passed'), 'not-checked']);
    expect(answers.map((line) => JSON.stringify(JSON.parse(line)))).toEqual(whole.map(() => proven));
  },
);

test('the random draws cover both suites, salts, quotas, weights, batches and vacant seats', () => {
  const texts = draws.map(({ name, files }) => `${name} ${Buffer.from(files.get('assignment.csv') ?? []).toString()}`);
  for (const sign of [/sha256/, /sm3/, /salted/, /quota/, /weighted/, /batches[^]*B-/, /scarce[^]*,,\n/]) {
    expect(texts.filter((text) => sign.test(text)).length).toBeGreaterThan(5);
  }
});
