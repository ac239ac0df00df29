import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { foreignTest } from './foreign.ts';

const vectors = path.resolve(import.meta.dirname, '../vectors');

interface SeedFile {
  readonly lines: readonly string[];
  readonly seed: string;
}

/** mc-draw/1 §4 and §5 by another program's hash: C = H("mc-draw/1 commit\n" ‖ file), S = H("mc-draw/1 seed\n" ‖ C ‖ lines). */
describe.each(readdirSync(vectors))('the vector %s', (name) => {
  foreignTest('openssl', 'has the seed that follows from its commitment and its source lines', (run) => {
    const commitment = readFileSync(path.join(vectors, name, 'commit.json'), 'utf8');
    const { suite } = JSON.parse(commitment) as { readonly suite: string };
    const { lines, seed } = JSON.parse(readFileSync(path.join(vectors, name, 'seed.json'), 'utf8')) as SeedFile;
    const digest = (text: string) =>
      run(['dgst', `-${suite}`, '-r'], text)
        .toString()
        .slice(0, 64);

    const c = digest(`mc-draw/1 commit\n${commitment}`);
    expect(digest(['mc-draw/1 seed', c, ...lines, ''].join('\n'))).toBe(seed);
  });
});
