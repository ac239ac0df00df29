import { afterAll, beforeAll, test } from 'vitest';
import { killAndGoOn, type Round } from './harness/draw-crash.ts';
import { type DrawBureau, drawBureau } from './harness/draw-story.ts';

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau();
});
afterAll(() => bureau.close());

// A few of the rounds; draw-crash.deep.test.ts kills at every step, draw-abort.test.ts fails at every one.
const rounds: readonly Round[] = [
  { route: 'publishCommitment', step: 'publish-commitment:logged' },
  { route: 'runDraw', step: 'run-draw:logged' },
  { route: 'runDraw', step: 'after the commit' },
  { route: 'freezeRoster', step: 'freeze-roster:roster-saved' },
];

test.for(rounds)('$route, the server killed at $step: wholly there or wholly absent', (round) =>
  killAndGoOn(bureau, round),
);
