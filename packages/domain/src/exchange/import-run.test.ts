import { expect, test } from 'vitest';
import { secondsLeft, runStanding } from './import-run.ts';

test('a run that says nothing any more has broken off; one that ended stays as it ended', () => {
  expect([runStanding('running', 30), runStanding('running', 31)]).toEqual(['running', 'broken']);
  expect([runStanding('waiting', 300), runStanding('waiting', 301)]).toEqual(['waiting', 'broken']);
  expect([runStanding('done', 9e9), runStanding('refused', 9e9)]).toEqual(['done', 'refused']);
});

test('what is left is told by what was done so far, and not before something was', () => {
  expect(secondsLeft(6_200, 10_000, 62)).toBe(38);
  expect(secondsLeft(10_000, 10_000, 62)).toBe(0);
  expect([secondsLeft(0, 10_000, 5), secondsLeft(100, 10_000, 0.2)]).toEqual([null, null]);
});
