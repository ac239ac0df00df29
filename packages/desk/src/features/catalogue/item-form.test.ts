import { blankPoint } from '@mingchou/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentFromValues } from './item-form.ts';
import { pointLines, pointsFrom } from './point-line.ts';

test('check points are numbered by their lines, whatever numbers were typed', () => {
  const { checkItems } = contentFromValues({ points: '1.证照情况\n\n3、制度情况\n  培训情况 ' });
  expect(checkItems).toEqual([
    { no: 1, text: '证照情况', ...blankPoint },
    { no: 2, text: '制度情况', ...blankPoint },
    { no: 3, text: '培训情况', ...blankPoint },
  ]);
});

test('a check point keeps its wording through the form, and an unreadable period is no period', () => {
  const line = '证照情况｜齐全｜不全：____｜拍摄原件｜责令限期整改｜7日内｜A-1、A-2';
  const point = {
    ...{ no: 1, group: '', text: '证照情况', pass: '齐全', fail: '不全：____', evidence: '拍摄原件' },
    ...{ measure: '责令限期整改', days: 7, hazards: ['A-1', 'A-2'] },
  };
  expect(pointsFrom(line)).toEqual([point]);
  expect(pointLines([point])).toBe(line);
  expect(pointsFrom('证照｜｜｜｜｜立即')[0]?.days).toBe(0);
  expect(pointsFrom('证照｜｜｜｜｜很快')[0]?.days).toBe(-1);
});

test('points stand under the heading before them, and an empty heading ends a group', () => {
  const read = pointsFrom('证照情况\n【应急救援】\n预案\n演练\n【】\n其他');
  expect(read.map(({ no, group, text }) => [no, group, text])).toEqual([
    [1, '', '证照情况'],
    [2, '应急救援', '预案'],
    [3, '应急救援', '演练'],
    [4, '', '其他'],
  ]);
});

const word = fc.stringMatching(/^[一-龥a-z0-9：_，]{0,12}$/);
test('whatever a list holds, its lines say the same', () => {
  const point = fc.record({
    group: fc.stringMatching(/^[一-龥]{0,4}$/),
    text: fc.stringMatching(/^[一-龥]{1,8}$/),
    ...{ pass: word, fail: word, evidence: word, measure: word },
    days: fc.option(fc.integer({ min: 0, max: 365 })),
    hazards: fc.array(fc.stringMatching(/^[A-Z]-[0-9]$/), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 5 }), (list) => {
      expect(pointsFrom(pointLines(list))).toEqual(list.map((each, at) => ({ no: at + 1, ...each })));
    }),
  );
});
