import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InspectorId } from '../id.ts';
import { addDays, type CalendarDate } from '../time.ts';
import type { Inspector } from './inspector.ts';
import { awayThroughout, cancelLeave, type Leave, leavesAfter, registerLeave } from './leave.ts';

const day = (text: string) => text as CalendarDate;
const leave = (from: string, to: string, reason = '年休假'): Leave => ({ from: day(from), to: day(to), reason });
const inspector = (...leaves: Leave[]): Inspector => ({
  id: 'i1' as InspectorId,
  name: '赵一',
  certificateNo: '14042822001',
  issuer: '演示发证机关',
  expiresOn: day('2027-03-31'),
  employment: 'administrative',
  sectionId: null,
  qualifications: ['hazchem'],
  cap: 4,
  contact: { phone: null, identityNumber: null },
  leaves,
  status: { kind: 'on-duty' },
  version: 1,
});

test('a leave has a first and a last day in order, a reason, and no day twice', () => {
  expect(registerLeave(inspector(), leave('2022-04-06', '2022-04-12'))).toMatchObject({ ok: true });
  expect(registerLeave(inspector(), leave('2022-04-12', '2022-04-06'))).toMatchObject({
    refusal: { code: 'leave-backwards' },
  });
  expect(registerLeave(inspector(), leave('2022-04-06', '2022-04-12', ' '))).toMatchObject({
    refusal: { code: 'leave-reason-missing' },
  });
  const standing = inspector(leave('2022-04-01', '2022-04-06'));
  expect(registerLeave(standing, leave('2022-04-06', '2022-04-12'))).toMatchObject({
    refusal: { code: 'leave-overlaps', from: '2022-04-01', to: '2022-04-06' },
  });
});

test('a leave is cancelled by its first day, with a reason, and leaves the calendar', () => {
  const standing = inspector(leave('2022-04-01', '2022-04-06'), leave('2022-05-01', '2022-05-02'));
  const cancelled = cancelLeave(standing, day('2022-04-01'), '提前返岗');
  if (!cancelled.ok) throw new Error(cancelled.refusal.code);
  expect(leavesAfter(standing.leaves, cancelled.value)).toEqual([leave('2022-05-01', '2022-05-02')]);
  expect(cancelLeave(standing, day('2022-04-02'), '提前返岗')).toMatchObject({ refusal: { code: 'leave-not-found' } });
});

test('who is away on every day of the window cannot go; one day in between is enough', () => {
  const window = [day('2022-04-01'), day('2022-04-30')] as const;
  expect(awayThroughout([leave('2022-03-20', '2022-05-05')], ...window)).toBe(true);
  const touching = [leave('2022-04-16', '2022-05-05'), leave('2022-03-20', '2022-04-15')];
  expect(awayThroughout(touching, ...window)).toBe(true);
  const gap = [leave('2022-04-17', '2022-05-05'), leave('2022-03-20', '2022-04-15')];
  expect(awayThroughout(gap, ...window)).toBe(false);
  expect(awayThroughout([], ...window)).toBe(false);
});

test('whatever the leaves, away throughout means that each day of the window lies in one of them', () => {
  const at = (n: number) => addDays(day('2022-04-01'), n);
  const span = fc.tuple(fc.integer({ min: -5, max: 15 }), fc.integer({ min: 0, max: 8 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: 0, max: 10 }), (spans, length) => {
      const leaves = spans.map(([from, days]) => ({ from: at(from), to: at(from + days) }));
      const days = Array.from({ length: length + 1 }, (_, n) => at(n));
      const covered = days.every((one) => leaves.some(({ from, to }) => from <= one && one <= to));
      expect(awayThroughout(leaves, at(0), at(length))).toBe(covered);
    }),
  );
});
