import { expect, test } from 'vitest';
import { type Figure, meetsGoal, ratioOf, secondsOf } from './figure.ts';

const start: Figure = {
  name: 'start',
  value: 2,
  unit: 's',
  goal: { atMost: 3 },
  reference: { name: 'bare', value: 0.5 },
};

test('a figure meets a goal at its very edge', () => {
  expect(meetsGoal({ ...start, value: 3 })).toBe(true);
  expect(meetsGoal({ ...start, value: 3.01 })).toBe(false);
  expect(meetsGoal({ ...start, goal: { atLeast: 2 } })).toBe(true);
  expect(meetsGoal({ ...start, goal: { atLeast: 2.1 } })).toBe(false);
});

test('a figure stands beside its reference, if it has one', () => {
  expect(ratioOf(start)).toBe(4);
  const { reference, ...alone } = start;
  expect(reference?.name).toBe('bare');
  expect(ratioOf(alone)).toBeUndefined();
});

test('the middle of several tries is taken', async () => {
  const naps = [1, 200, 20];
  const nap = () => new Promise((resolve) => setTimeout(resolve, naps.shift()));
  const seconds = await secondsOf(nap, 3);
  expect(seconds).toBeGreaterThan(0.015);
  expect(seconds).toBeLessThan(0.15);
});
