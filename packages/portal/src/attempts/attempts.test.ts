import type { PortalAttempt, PortalDraw } from '@mingchou/contract';
import { expect, test } from 'vitest';
import { draw } from '../../test/views.ts';
import { attemptsOf, matches, ratesOf } from './attempts.ts';

const now = '2022-05-06T02:20:00Z';
const given = (drawNo: number, voided: PortalAttempt['voided'] = null): PortalAttempt => ({
  ...{ drawNo, year: 2022, preparedAt: '2022-03-10T01:00:00Z', voided },
});
const gone = { at: '2022-03-11T01:00:00Z', reason: '名单有误', approver: '吕审' };
const numbered = (drawNo: number, change: Partial<PortalDraw> = {}) => draw({ drawNo, ...change });

test('every number from 1 stands there, and one that nobody published is called missing', () => {
  const attempts = attemptsOf([numbered(5), numbered(2)], [given(1, gone), given(2), given(5), given(6)], now);
  expect(attempts.map(({ drawNo, kind }) => [drawNo, kind])).toEqual([
    ...([
      [6, 'number'],
      [5, 'draw'],
      [4, 'missing'],
      [3, 'missing'],
      [2, 'draw'],
      [1, 'number'],
    ] as const),
  ]);
  expect(attemptsOf([], [], now)).toEqual([]);
});

test('a commitment past its time is named with its days, one that ended in a void or a result is not', () => {
  const open = { drawn: null, voided: null, status: 'committed' } as const;
  const days = (change: Partial<PortalDraw>, at = now) => {
    const [attempt] = attemptsOf([numbered(1, change)], [], at);
    return attempt?.kind === 'draw' ? attempt.overdueDays : undefined;
  };
  expect(days(open)).toBe(30);
  expect(days(open, '2022-04-06T02:30:00Z')).toBe(0);
  expect(days(open, '2022-04-06T01:59:59Z')).toBeNull();
  expect(days({ ...open, voided: gone, status: 'voided' })).toBeNull();
  expect(days({})).toBeNull();
  // A sealed result is a result: its fingerprint is public, only the names are not.
  const unsaid = { unsealedAt: null, unsealedBy: null, reason: null, early: null, salt: null };
  const sealing = { drawnAt: '2022-04-06T02:06:00Z', resultHash: 'f'.repeat(64), ...unsaid };
  expect(days({ ...open, sealing })).toBeNull();
});

test('rates carry their base: numbers given, objects drawn, seats of the teams', () => {
  const changed = { at: now, text: '', approver: '吕审' };
  const attempts = attemptsOf(
    [
      numbered(2, {
        seats: 18,
        amendments: [
          { ...changed, kind: 'recusal' },
          { ...changed, kind: 'substitution' },
        ],
      }),
      numbered(3, { voided: gone, status: 'voided', drawn: null }),
    ],
    [given(1, gone), given(2), given(3)],
    now,
  );
  expect(ratesOf(attempts).map(({ word, count, base, baseWord }) => `${word}${count}／${baseWord}${base}`)).toEqual([
    '作废2／抽签3',
    '递补1／抽中9',
    '回避1／席位18',
    '领导指定0／席位18',
  ]);
  const numbersOf = (filter: Parameters<typeof matches>[1]) =>
    attempts.filter((attempt) => matches(attempt, filter)).map(({ drawNo }) => drawNo);
  expect([numbersOf('void'), numbersOf('recusal'), numbersOf('open')]).toEqual([[3, 1], [2], []]);
});
