import type { ChecklistView } from '@mingchou/contract';
import type { ItemId } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { countsOf, markKey, partsOf, pointsFrom, textKey } from './check-list.ts';

const [first, second] = ['first' as ItemId, 'second' as ItemId];
const point = (no: number, group: string) => ({
  ...{ no, group, text: `第${no}条`, pass: '符合要求。', fail: '不符合：____。' },
  ...{ evidence: '', measure: '', days: null, hazards: [] },
});
const checklist: ChecklistView = {
  edition: 1,
  items: [
    {
      itemId: first,
      title: '甲事项',
      department: '应急局',
      points: [point(1, '基础'), point(2, '基础'), point(3, '现场')],
    },
    { itemId: second, title: '乙事项', department: '公安局', points: [point(1, '')] },
  ],
};

test('the list is shown in its groups, and an item is named once', () => {
  expect(partsOf(checklist).map(({ item, group, points }) => [item, group, points.length])).toEqual([
    ['甲事项（应急局）', '基础', 2],
    [null, '现场', 1],
    ['乙事项（公安局）', '', 1],
  ]);
});

test('what is marked is sent in the order of the list: typed words for 不符合, the server’s standard wording for 符合', () => {
  const values = {
    [markKey(second, 1)]: 'fail',
    [textKey(second, 1)]: '不符合：灭火器失效。',
    [markKey(first, 2)]: 'pass',
    [textKey(first, 2)]: '不符合：____。',
  };
  expect(pointsFrom(checklist, values)).toEqual([
    { itemId: first, no: 2, mark: 'pass', text: '' },
    { itemId: second, no: 1, mark: 'fail', text: '不符合：灭火器失效。' },
  ]);
  const counts = countsOf(checklist, values);
  expect([counts.all, counts.left, counts.of('pass'), counts.of('fail')]).toEqual([4, 2, 1, 1]);
});

test('不符合 starts from the standard wording, whose blank the server asks to fill', () => {
  expect(pointsFrom(checklist, { [markKey(first, 3)]: 'fail' })).toMatchObject([{ text: '不符合：____。' }]);
});
