import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarDate } from '../time.ts';
import type { PolicyProfile } from './profile.ts';
import { drawTermsOf } from './draw-terms.ts';
import type { PolicyKey, PolicyValues } from './values.ts';

const clause = { source: '甲县规则', place: '一', verified: true };

function profile(own: { readonly [K in PolicyKey]?: PolicyValues[K] }): PolicyProfile {
  const rules = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, { value, clause }]));
  return { bureau: '甲县应急管理局', effectiveOn: '2030-01-01' as CalendarDate, province: {}, own: rules };
}

test('ZZ-11: where drawn objects leave the next round, drawn ones are left out and no visit is counted', () => {
  expect(drawTermsOf(profile({ 'exclusion.rule': 'drawn-in-round' })).exclusion).toEqual({
    drawnBefore: 'leaveThisRound',
    frequencyCap: null,
  });
});

test('GX-15: where the reached frequency leaves out, the greatest promised number of visits is the cap', () => {
  const own = profile({
    'exclusion.rule': 'frequency-reached',
    'frequency.perObject': [
      { counts: 'inspections-per-subject', applies: 'all', operator: '>=', times: 1 },
      { counts: 'inspections-per-subject', applies: 'key-sectors', operator: '>=', times: 3 },
      { counts: 'draws-per-year', applies: 'all', operator: '>=', times: 12 },
    ],
  });
  expect(drawTermsOf(own).exclusion).toEqual({ drawnBefore: 'stay', frequencyCap: 3 });
});

test('YS-02: avoiding repeats without a promised frequency means once a year', () => {
  const own = profile({ 'exclusion.rule': 'avoid-repeats', 'frequency.perObject': [] });
  expect(drawTermsOf(own).exclusion).toEqual({ drawnBefore: 'stay', frequencyCap: 1 });
});

test('without a rule nothing is excluded', () => {
  expect(drawTermsOf(profile({ 'exclusion.rule': 'none' })).exclusion).toEqual({
    drawnBefore: 'stay',
    frequencyCap: null,
  });
});

test('reserves are a fixed count, or a share of the sample rounded as the rule says', () => {
  expect(drawTermsOf(profile({ 'draw.reserve': { count: 4 } })).reserve(50)).toBe(4);
  const share = { ratio: { n: 1, d: 3 }, rounding: 'ceil' } as const;
  expect(drawTermsOf(profile({ 'draw.reserve': share })).reserve(10)).toBe(4);
});

test('a team never has fewer than two seats, whatever a rule says (处罚法 §42)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (least) => {
      expect(drawTermsOf(profile({ 'team.minInspectors': least })).seats).toBe(Math.max(2, least));
    }),
  );
});
