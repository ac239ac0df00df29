import type { DrawRow } from '@mingchou/contract';
import type { DrawId, TaskId } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { todosOfDraw } from './todos-of-draw.ts';

const row: DrawRow = {
  ...{ id: 'd1' as DrawId, version: 1, taskId: 't1' as TaskId, drawNo: 3, year: 2026, objects: '加油站' },
  ...{ taskName: '加油站抽查', status: 'preparing', openAt: '2026-03-02T02:00:00Z' as DrawRow['openAt'] },
  ...{ approvedCount: 9, size: null, pool: null, eligible: null, commitment: null, drawnAt: null, voidReason: null },
  ...{ recusals: 0, substitutions: 0, requestsWaiting: 0, overridesWaiting: 0 },
  ...{ designWaiting: false, voidWaiting: false, seatsWaiting: 0, operatorRole: 'legalClerk', sealed: null },
};
const seen = (change: Partial<DrawRow>, ...roles: string[]) =>
  todosOfDraw({ ...row, ...change }, roles).map(({ what, urgency, to }) => [what, urgency, to]);

test('everything that only the leader may decide stands on his day, each with the page where he decides it', () => {
  const drawn = { status: 'drawn', requestsWaiting: 2, seatsWaiting: 1, voidWaiting: true } as const;
  expect(seen({ designWaiting: true, overridesWaiting: 3 }, 'deputyDirector')).toEqual([
    ['审批与计划或规则不同的设计', 'soon', '/draw/d1'],
    ['审批恢复或排除的申请3条', 'soon', '/draw/d1'],
  ]);
  expect(seen(drawn, 'deputyDirector')).toEqual([
    ['决定是否作废', 'soon', '/draw/d1'],
    ['决定回避、递补申请2件', 'soon', '/teams?draw=d1'],
    ['决定空缺的席位1个', 'soon', '/teams?draw=d1'],
  ]);
});

test('whoever operates the draw reads for whom he waits instead of a gate that would refuse him', () => {
  expect(seen({ designWaiting: true }, 'legalClerk')).toEqual([
    ['待领导审批与计划或规则不同的设计', 'others', '/draw/d1'],
  ]);
  expect(seen({ seatsWaiting: 1, status: 'drawn' }, 'legalClerk')).toEqual([
    ['待领导决定空缺的席位1个', 'others', '/teams?draw=d1'],
  ]);
});

test('the gates are the operator’s, and who that is follows the bureau’s rule', () => {
  expect(seen({ operatorRole: 'sectionChief' }, 'sectionChief')).toEqual([['冻结名单', 'later', '/draw/d1']]);
  expect(seen({ operatorRole: 'sectionChief' }, 'legalClerk')).toEqual([['待经办人冻结名单', 'others', '/draw/d1']]);
});
