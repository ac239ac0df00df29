import { expect, test } from 'vitest';
import type { OutsideVisitId, SubjectId } from '../id.ts';
import { ok } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import { type OutsideVisit, registerOutsideVisit, visitDays, withdrawOutsideVisit } from './outside-visit.ts';

const day = (text: string) => text as CalendarDate;
const visit: OutsideVisit = {
  id: 'v' as OutsideVisitId,
  subjectId: 's' as SubjectId,
  on: day('2022-03-08'),
  department: ' 县市场监督管理局 ',
  evidence: '联合检查记录1号',
};
const facts = { subjectFound: true, today: day('2022-03-10'), known: [] };

test('a partner department’s visit is registered with its day, department and paper', () => {
  expect(registerOutsideVisit(visit, facts)).toMatchObject({
    value: { type: 'outside-visit-registered', visit: { department: '县市场监督管理局' } },
  });
});

test('a visit in the future, one of an unknown object, and the same visit twice are refused', () => {
  expect(registerOutsideVisit({ ...visit, on: day('2022-03-11') }, facts)).toMatchObject({
    refusal: { code: 'outside-visit-in-future' },
  });
  expect(registerOutsideVisit(visit, { ...facts, subjectFound: false })).toMatchObject({
    refusal: { code: 'subject-not-found' },
  });
  const known = [{ ...visit, department: '县市场监督管理局' }];
  expect(registerOutsideVisit(visit, { ...facts, known })).toMatchObject({ refusal: { code: 'outside-visit-twice' } });
});

test('a visit registered by mistake is withdrawn once, with a reason', () => {
  expect(withdrawOutsideVisit({ visit, withdrawn: false }, ' 记错了企业 ')).toEqual(
    ok({ type: 'outside-visit-withdrawn', visitId: visit.id, subjectId: visit.subjectId, reason: '记错了企业' }),
  );
  expect(withdrawOutsideVisit({ visit, withdrawn: true }, '再撤')).toMatchObject({
    refusal: { code: 'outside-visit-withdrawn-already' },
  });
  expect(withdrawOutsideVisit(undefined, '撤')).toMatchObject({ refusal: { code: 'outside-visit-not-found' } });
});

test('own and outside visits of an object are counted together, in order of their days', () => {
  const [a, b] = ['a' as SubjectId, 'b' as SubjectId];
  const own = new Map([[a, [day('2022-02-01'), day('2022-05-01')]]]);
  const outside = new Map([
    [a, [day('2022-03-08')]],
    [b, [day('2022-04-01')]],
  ]);
  expect([...visitDays(own, outside)]).toEqual([
    [a, ['2022-02-01', '2022-03-08', '2022-05-01']],
    [b, ['2022-04-01']],
  ]);
});
