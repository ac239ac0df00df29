import { expect, test } from 'vitest';
import type { PersonId, SubjectId, SubjectRequestId } from '../id.ts';
import type { Instant } from '../time.ts';
import { answerRequest, approvalNeeded, askForChange, type SubjectRequest } from './subject-request.ts';

const now = '2022-03-21T01:00:00Z' as Instant;
const chief = { personId: 'p-1' as PersonId, name: '施核', roles: ['sectionChief' as const] };
const clerk = { personId: 'p-2' as PersonId, name: '何书', roles: ['legalClerk' as const] };
const given = {
  id: 'r-1' as SubjectRequestId,
  ...{ kind: 'change' as const, subjectId: 's-1' as SubjectId, name: '长子县玄字号加油站', subjectVersion: 3 },
  ...{ reason: '迁址', changes: [{ field: 'address', from: '示例路1号', to: '示例路2号' }] },
};
const waiting = (): SubjectRequest => {
  const asked = askForChange(given, null, chief, now);
  if (!asked.ok) throw new Error(asked.refusal.code);
  return asked.value.request;
};

test('the bureau’s rule says whose changes wait: nobody’s, the sections’, or everybody’s', () => {
  expect([approvalNeeded('none', chief), approvalNeeded('none', clerk)]).toEqual([false, false]);
  expect([approvalNeeded('section-chiefs', chief), approvalNeeded('section-chiefs', clerk)]).toEqual([true, false]);
  expect([approvalNeeded('everyone', chief), approvalNeeded('everyone', clerk)]).toEqual([true, true]);
});

test('one object has one open request, and the second asker is told whose it is', () => {
  expect(askForChange(given, waiting(), clerk, now)).toMatchObject({
    refusal: { code: 'request-waiting', by: '施核', at: now },
  });
});

test('nobody answers his own request; another one approves it once, or declines it with a reason', () => {
  expect(answerRequest(waiting(), { kind: 'approved' }, chief, now)).toMatchObject({
    refusal: { code: 'applicant-answers' },
  });
  expect(answerRequest(waiting(), { kind: 'declined', reason: ' ' }, clerk, now)).toMatchObject({
    refusal: { code: 'decline-reason-missing' },
  });
  const approved = answerRequest(waiting(), { kind: 'approved' }, clerk, now);
  if (!approved.ok) throw new Error(approved.refusal.code);
  expect(approved.value).toMatchObject({ type: 'subject-request-approved', answer: { name: '何书' } });
  const answered = { ...waiting(), answer: approved.value.answer };
  expect(answerRequest(answered, { kind: 'declined', reason: '不符' }, clerk, now)).toMatchObject({
    refusal: { code: 'request-answered' },
  });
});
