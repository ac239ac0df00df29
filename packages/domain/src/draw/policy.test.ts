import { sizeOf } from '@mingchou/verifier';
import { expect, test } from 'vitest';
import { on } from '../../test/draw-example.ts';
import { drawPolicyOf, type PolicyProfile } from '../index.ts';

const clause = { source: '2022年抽查工作计划', place: '六（一）', verified: true };
function profile(own: PolicyProfile['own'] = {}): PolicyProfile {
  return { bureau: '长子县应急管理局', effectiveOn: on('2022-03-03'), province: {}, own };
}

test('a silent policy falls to the national defaults: two people, twenty digits, two witnesses, a third in reserve', () => {
  const policy = drawPolicyOf(profile());
  expect(policy).toMatchObject({ operatorRole: 'legalClerk', diceDigits: 20, leastWitnesses: 2, seats: 2 });
  expect([9, 10, 1, 0].map((size) => sizeOf(policy.reserve, size))).toEqual([3, 4, 1, 0]);
});

test('only a rule about repeats lets drawn objects leave the pool', () => {
  const left = (value: 'none' | 'drawn-in-round' | 'drawn-in-year' | 'frequency-reached' | 'avoid-repeats') =>
    drawPolicyOf(profile({ 'exclusion.rule': { value, clause } })).exclusion.drawnBefore;
  expect((['none', 'frequency-reached'] as const).map(left)).toEqual(['stay', 'stay']);
  expect(left('drawn-in-round')).toBe('leaveThisRound');
  expect((['drawn-in-year', 'avoid-repeats'] as const).map(left)).toEqual(Array(2).fill('leaveThisYear'));
});

test('who has reached the year’s frequency leaves where the policy says so and names a number (GX-15)', () => {
  const frequency = {
    value: [{ counts: 'inspections-per-subject', applies: 'all', operator: '=', times: 2 }],
    clause,
  } as const;
  const reached = { value: 'frequency-reached', clause } as const;
  const cap = (own: PolicyProfile['own']) => drawPolicyOf(profile(own)).exclusion.frequency;
  expect(cap({ 'exclusion.rule': reached, 'frequency.perObject': frequency })).toBe(2);
  expect(cap({ 'exclusion.rule': reached })).toBeNull();
  expect(cap({ 'frequency.perObject': frequency })).toBeNull();
});

test('each exclusion names the clause of its rule; caps by class and grade are the bureau’s or the province’s data (N-19)', () => {
  const caps = [{ sectors: ['coal'], grade: 'A', times: 2 }] as const;
  const province = {
    'frequency.cap': { value: caps, clause: { source: '省应急厅通知', place: '附件', verified: false } },
  };
  const rule = { 'exclusion.rule': { value: 'drawn-in-round', clause } } as const;
  const { exclusion } = drawPolicyOf({ ...profile(rule), province });
  expect(exclusion).toMatchObject({ openTask: 'leave', caps });
  expect(exclusion.clauses).toMatchObject({
    'drawn-this-round': '2022年抽查工作计划 六（一）',
    'frequency-cap': '省应急厅通知 附件',
  });
});
