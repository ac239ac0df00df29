import { expect, test } from 'vitest';
import { after, clerk, drawnDraw, inspector, leader } from '../../test/draw-example.ts';
import type { AmendmentLine, DrawAmendment, SeatDecision, SeatHolder } from '../index.ts';
import { actOf, seatsUndecided } from '../index.ts';

const holder = (index: number): SeatHolder => {
  const { inspectorId, code, name } = inspector(index);
  return { inspectorId, code, name };
};
const amended = (...lines: AmendmentLine[]): DrawAmendment => ({
  ...{ request: 1, lines, office: 'head', approver: actOf(leader, after) },
});
const decided = (appointed: SeatHolder | null): SeatDecision => ({
  ...{ visit: 'v', seat: 2, appointed, text: '临时指定', act: actOf(leader, after) },
});
const left: AmendmentLine = {
  ...{ kind: 'recusal', seq: 1, visit: 'v', seat: 2, left: holder(7), joined: null, reasonCode: 'kin' },
};
const gone: AmendmentLine = {
  ...{ kind: 'substitution', seq: 2, left: { code: 'v', name: '月字号加油站' }, joined: null, reasonCode: 'closed' },
};

test('a seat that a recusal left vacant waits for the leader until he names somebody, and again if he takes it back', () => {
  const draw = { ...drawnDraw(), amendments: [amended(left)] };
  expect(seatsUndecided(drawnDraw())).toBe(0);
  expect(seatsUndecided(draw)).toBe(1);
  expect(seatsUndecided({ ...draw, seatDecisions: [decided(holder(3))] })).toBe(0);
  expect(seatsUndecided({ ...draw, seatDecisions: [decided(holder(3)), decided(null)] })).toBe(1);
});

test('a seat that the draw itself left vacant waits too; that of a visit nobody is visited on does not', () => {
  const drawn = drawnDraw();
  expect(seatsUndecided({ ...drawn, result: { ...drawn.result, vacantSeats: 2 } })).toBe(2);
  expect(seatsUndecided({ ...drawn, amendments: [amended(left, gone)] })).toBe(0);
});

test('a void draw waits for nobody', () => {
  const drawn = { ...drawnDraw(), amendments: [amended(left)] };
  const void_ = {
    reason: 'other',
    text: '名单另行核对',
    applicant: actOf(clerk, after),
    approver: actOf(leader, after),
  } as const;
  expect(seatsUndecided({ status: 'voided', was: drawn, voided: void_ })).toBe(0);
});
