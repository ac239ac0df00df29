import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Many people in one house, from the plan to the disclosed result. */
const story = 'e2e/story.test.ts';

/**
 * `*.test.ts` run daily; `*.deep.test.ts` and `*.outside.test.ts` in their own rounds (`--mode deep`, `--mode outside`).
 * `--mode pictures` takes the pictures of the guide anew: `*.pictures.test.ts` and the story.
 */
const rounds = ['deep', 'outside', 'pictures'];

// The database of the HTTP tests is started once for all of them.
const serverSetup = ['packages/server/test/global-setup.ts'].filter((file) => existsSync(file));

export default defineConfig(({ mode }) => {
  const round = rounds.includes(mode) ? mode : undefined;
  const test = round === undefined ? 'test' : `${round}.test`;
  const long = round === undefined ? 1 : 60;
  const exclude = [
    '**/node_modules/**',
    '**/dist/**',
    ...rounds.filter((other) => other !== round).map((other) => `**/*.${other}.test.*`),
  ];

  return {
    test: {
      passWithNoTests: round !== undefined,
      // A core for each; left to itself the runner keeps one free.
      maxWorkers: 2,
      projects: [
        {
          test: {
            name: 'unit',
            include: [`packages/*/src/**/*.${test}.{ts,tsx}`, `{scripts,bench,samples,conformance}/**/*.${test}.ts`],
            exclude,
            pool: 'threads',
            sequence: { groupOrder: 0 },
            testTimeout: 15_000 * long,
          },
        },
        {
          test: {
            name: 'http',
            include: [`packages/server/test/**/*.${test}.ts`],
            exclude,
            globalSetup: serverSetup,
            // Forks, because PostgreSQL's death signal follows the thread that started it.
            pool: 'forks',
            sequence: { groupOrder: 1 },
            testTimeout: 30_000 * long,
            hookTimeout: 60_000,
          },
        },
        {
          test: {
            name: 'browser',
            include: [`e2e/**/*.${test}.ts`],
            exclude: [...exclude, story],
            globalSetup: ['e2e/global-setup.ts'],
            pool: 'forks',
            sequence: { groupOrder: 2 },
            testTimeout: 120_000 * long,
            hookTimeout: 120_000,
          },
        },
        {
          test: {
            name: 'story',
            include: round === undefined || round === 'pictures' ? [story] : [],
            exclude,
            pool: 'forks',
            // Last and alone: who waits for a page in a story of many people must not wait for other tests as well.
            sequence: { groupOrder: 3 },
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  };
});
