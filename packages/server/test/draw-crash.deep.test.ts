import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRounds, killAndGoOn } from './harness/draw-crash.ts';
import { type DrawBureau, drawBureau } from './harness/draw-story.ts';

test('there are at least twenty-five steps at which a server is killed', () => {
  expect(new Set(allRounds.map(({ step }) => step)).size).toBeGreaterThanOrEqual(25);
});

// A bureau for each command: its plan has rows for thirty draws.
describe.each([...new Set(allRounds.map(({ route }) => route))])('%s', (route) => {
  let bureau: DrawBureau;
  beforeAll(async () => {
    bureau = await drawBureau();
  });
  afterAll(() => bureau.close());

  test.for(allRounds.filter((round) => round.route === route))(
    'the server killed at $step: wholly there or wholly absent',
    (round) => killAndGoOn(bureau, round),
  );
});
