import { expect, test } from 'vitest';
import {
  after,
  clerk,
  committedDraw,
  confirmedDraw,
  decided,
  drawnDraw,
  follow,
  frozenDraw,
  leader,
  on,
  person,
  preparingDraw,
} from '../../test/draw-example.ts';
import type { Draw, VisitToday } from '../index.ts';
import { declineVoid, dispatchDraw, dispatchFindings, recordOf, refuse, requestVoid, voidDraw } from '../index.ts';

const text = '见证人孔证到10时30分仍未揭示';
const asked = (draw: Draw) => follow(draw, decided(requestVoid(draw, 'witness-silent', text, clerk, after)));

test('a draw is void when the leader agrees, in every state before the dispatch, and its record stays whole', () => {
  for (const draw of [preparingDraw(), frozenDraw(), committedDraw(), confirmedDraw(), drawnDraw()]) {
    const voided = follow(asked(draw), decided(voidDraw(asked(draw), leader, after)));
    expect(voided).toMatchObject({ status: 'voided', voided: { reason: 'witness-silent', text } });
    expect(recordOf(voided)).toEqual(asked(draw));
  }
});

test('nobody approves his own application', () => {
  const both = person('何书', 'legalClerk', 'deputyDirector');
  expect(voidDraw(asked(drawnDraw()), both, after)).toEqual(refuse({ code: 'approver-is-applicant', name: '何书' }));
});

test('a void is asked for once, and the leader may decline it', () => {
  expect(voidDraw(drawnDraw(), leader, after)).toEqual(refuse({ code: 'void-not-requested' }));
  expect(requestVoid(asked(drawnDraw()), 'other', '再申请一次', clerk, after)).toEqual(
    refuse({ code: 'void-already-requested', by: '何书', at: after }),
  );
  const declined = follow(asked(drawnDraw()), decided(declineVoid(asked(drawnDraw()), '名单无误', leader, after)));
  expect(declined).toEqual(drawnDraw());
});

function visit(change: Partial<VisitToday> = {}, seat: Partial<VisitToday['seats'][number]> = {}): VisitToday {
  const standing = { inspector: '冯八', available: true, certificateUntil: on('2023-03-31'), conflict: false, ...seat };
  return {
    subjects: [{ name: '冬字号加油站', active: true }],
    seats: [standing, { ...standing, inspector: '褚十' }],
    ...change,
  };
}

const today = (visits: readonly VisitToday[], unpublished: readonly string[] = []) => ({ visits, unpublished });

test('an item withdrawn since the approval keeps the teams at home, though all people may go (N-18)', () => {
  const withdrawn = today([visit()], ['对加油站的行政检查']);
  expect(dispatchDraw(drawnDraw(), withdrawn, clerk, after)).toEqual(
    refuse({ code: 'items-withdrawn', titles: ['对加油站的行政检查'] }),
  );
});

test('a team goes when all its people may still go', () => {
  expect(dispatchFindings([visit()], on('2022-06-30'))).toEqual([]);
  expect(dispatchDraw(drawnDraw(), today([visit()]), clerk, after)).toMatchObject({ ok: true, value: { visits: 1 } });
});

test('what changed since the freeze keeps the task back, each with its object and person', () => {
  const until = on('2022-06-30');
  const kinds = (...visits: VisitToday[]) => dispatchFindings(visits, until).map(({ kind }) => kind);
  expect(kinds(visit({}, { inspector: null }))).toContain('seat-vacant');
  expect(kinds(visit({}, { available: false }))).toEqual(['inspector-left', 'inspector-left']);
  expect(kinds(visit({}, { certificateUntil: on('2022-06-29') }))[0]).toBe('certificate-ended');
  expect(kinds(visit({}, { conflict: true }))[0]).toBe('conflict-since');
  expect(kinds(visit({ subjects: [{ name: '冬字号加油站', active: false }] }))).toEqual(['subject-not-active']);
  expect(
    dispatchDraw(drawnDraw(), today([visit({ subjects: [{ name: '冬字号加油站', active: false }] })]), clerk, after),
  ).toEqual(
    refuse({
      code: 'not-dispatchable',
      findings: [{ kind: 'subject-not-active', subject: '冬字号加油站', inspector: null }],
    }),
  );
});

test('a task is dispatched once, and only a drawn one', () => {
  expect(dispatchDraw(confirmedDraw(), today([]), clerk, after)).toEqual(
    refuse({ code: 'draw-in-other-state', status: 'collecting' }),
  );
  const sent = follow(drawnDraw(), decided(dispatchDraw(drawnDraw(), today([visit()]), clerk, after)));
  expect(dispatchDraw(sent, today([visit()]), clerk, after)).toEqual(refuse({ code: 'draw-dispatched', at: after }));
});
