import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRounds, killAndGoOn } from './harness/draw-crash.ts';
import { type DrawBureau, drawBureau } from './harness/draw-story.ts';

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau();
});
afterAll(() => bureau.close());

test('there are at least twenty-five steps at which a server is killed', () => {
  expect(new Set(allRounds.map(({ step }) => step)).size).toBeGreaterThanOrEqual(25);
});

test.for(allRounds)('$route, the server killed at $step: wholly there or wholly absent', (round) =>
  killAndGoOn(bureau, round),
);
