import { nationalDefaults, resolvePolicy } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { policyProfile, readPolicyProfile } from './policy.ts';

const clause = { source: '本局规定', place: '一', verified: true };
const stored = {
  bureau: '演示局',
  effectiveOn: '2022-01-01',
  province: {},
  own: {
    'team.minInspectors': { value: 3, clause },
    'disclosure.sms': { value: true, clause },
    'ratio.rounding': { value: 'bankers', clause },
  },
};

test('a stored profile with a key or value of a later release is read without it, and the keys are named', () => {
  expect(policyProfile.safeParse(stored).success).toBe(false);
  const { profile, unread } = readPolicyProfile(stored);
  expect(unread).toEqual(['本局 disclosure.sms', '本局 ratio.rounding']);
  expect(resolvePolicy(profile, 'team.minInspectors').value).toBe(3);
  expect(resolvePolicy(profile, 'ratio.rounding').clause).toEqual(nationalDefaults['ratio.rounding'].clause);
});
