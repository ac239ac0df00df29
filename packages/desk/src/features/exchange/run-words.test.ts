import type { ImportRun } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { runShare, runWords } from './run-words.ts';

const run = (more: Partial<ImportRun>): ImportRun => ({
  ...{ state: 'running', phase: 'writing', done: 6_200, total: 10_000, secondsLeft: 40, secondsSpent: 62.4 },
  ...{ by: '何书', askedAt: '2022-03-21T01:05:00Z' as Instant, endedAt: null, message: null },
  ...more,
});

test('a long import says what it does, how many rows of how many, and how long it will take', () => {
  expect(runWords(run({}))).toBe('正在写入6200/10,000行，约40秒');
  expect(runWords(run({ secondsLeft: 170 }))).toBe('正在写入6200/10,000行，约3分钟');
  expect(runWords(run({ phase: 'comparing', secondsLeft: 1 }))).toBe('正在核对6200/10,000行');
  expect(runWords(run({ phase: 'reading', done: 0, total: 0 }))).toBe('正在读文件，已用62秒');
});

test('what came to nothing says why and what is next', () => {
  expect(runWords(run({ state: 'refused', message: '没有导入：……' }))).toBe('没有导入：……');
  expect(runWords(run({ state: 'broken' }))).toBe('没有导入：导入中断，名录没有改动。请再次导入。');
});

test('the bar only grows from phase to phase', () => {
  const shares = (['reading', 'comparing', 'writing'] as const).flatMap((phase) =>
    [0, 5_000, 10_000].map((done) => runShare(run({ phase, done }))),
  );
  expect(shares).toEqual([0, 5, 10, 10, 15, 20, 20, 60, 100]);
});
