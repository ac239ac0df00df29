import { expect, test } from 'vitest';
import { deadlineWords } from '../../design/deadline.ts';
import { remainingDays } from './remaining.ts';

const words = (remaining: Parameters<typeof remainingDays>[0]['remaining']) => {
  const days = remainingDays({ remaining });
  return days === undefined ? '已超期' : deadlineWords({ total: 7, remaining: days }).words;
};

test('the queue says how many working days are left, that it is today, or by how many it is late', () => {
  expect(words({ kind: 'left', workdays: 3 })).toBe('剩3个工作日');
  expect(words({ kind: 'today' })).toBe('今天到期');
  expect(words({ kind: 'overdue', workdays: 1 })).toBe('已超1个工作日');
});

test('what is late by rest days alone is late and never due today', () => {
  expect(words({ kind: 'overdue', workdays: 0 })).toBe('已超期');
});
