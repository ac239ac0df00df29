import { expect, test } from 'vitest';
import {
  before,
  clerk,
  decided,
  drawSetup,
  inspector,
  inspectors,
  on,
  preparingDraw,
  subject,
  subjects,
} from '../../test/draw-example.ts';
import type { InspectorAtFreeze, PreDrawCheck, SubjectAtFreeze } from '../index.ts';
import { freezeRoster, rosterOf } from '../index.ts';

function check<C extends PreDrawCheck['code']>(
  code: C,
  given: { subjects?: readonly SubjectAtFreeze[]; inspectors?: readonly InspectorAtFreeze[] } = {},
): Extract<PreDrawCheck, { readonly code: C }> {
  const taken = rosterOf(drawSetup(), given.subjects ?? subjects(), given.inspectors ?? inspectors(), []);
  const { checks } = decided(freezeRoster(preparingDraw(), taken, clerk, before, 20));
  const found = checks.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no check ${code}`);
  return found as Extract<PreDrawCheck, { readonly code: C }>;
}

test('the base is compared with the approved plan’s', () => {
  expect(check('base-equals-plan')).toMatchObject({ level: 'passed', planned: 41, found: 41 });
  expect(check('base-equals-plan', { subjects: subjects(40) })).toMatchObject({ level: 'warning', found: 40 });
});

test('size and reserves are held against what can be drawn', () => {
  expect(check('size-fits')).toMatchObject({ level: 'passed', size: 9, reserve: 3, eligible: 41 });
  expect(check('size-fits', { subjects: subjects(11) })).toMatchObject({ level: 'warning', eligible: 11 });
});

test('a closed object without a document behind it is pointed out', () => {
  const given = [...subjects(40), subject(41, { standing: 'closed', evidence: null })];
  expect(check('exclusions-have-reasons', { subjects: given })).toMatchObject({
    level: 'warning',
    withoutEvidence: 1,
    reasons: [{ reason: 'closed', count: 1 }],
  });
});

test('twenty dice digits and two witnesses give 322 bits, and 194 without the strongest', () => {
  expect(check('entropy-enough')).toMatchObject({
    level: 'passed',
    milliBits: 322420,
    withoutOne: 194420,
    controllers: 3,
  });
});

test('fewer than twenty objects are warned about', () => {
  expect(check('pool-not-small')).toMatchObject({ level: 'passed', eligible: 41, least: 20 });
  expect(check('pool-not-small', { subjects: subjects(19) })).toMatchObject({ level: 'warning', eligible: 19 });
});

test('the earliest end of a certificate is named', () => {
  const people = [...inspectors(11), inspector(12, { certificateUntil: on('2022-07-01') })];
  expect(check('certificates-valid', { inspectors: people })).toMatchObject({
    level: 'passed',
    inspectors: 12,
    earliest: '2022-07-01',
  });
});

test('six qualified people at two visits each can lead twelve visits, nine are needed', () => {
  expect(check('qualified-enough')).toMatchObject({ level: 'passed', qualified: 6, capacity: 12, visits: 9 });
});

test('the trial fills every seat and nobody has more than two visits', () => {
  const trial = check('trial-without-vacancy');
  expect(trial).toMatchObject({ level: 'passed', rounds: 20, vacant: 0, busiest: 2 });
  expect(trial.likeliestPair).toBeGreaterThan(0);
  expect(trial.likeliestPair).toBeLessThan(5000);
});
