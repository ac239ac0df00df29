import { blankPoint } from '@mingchou/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentFromValues } from './item-form.ts';
import { pointFrom, pointLine } from './point-line.ts';

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
  const point = pointFrom(line);
  expect(point).toEqual({
    ...{ text: '证照情况', pass: '齐全', fail: '不全：____', evidence: '拍摄原件', measure: '责令限期整改' },
    ...{ days: 7, hazards: ['A-1', 'A-2'] },
  });
  expect(pointLine(point)).toBe(line);
  expect(pointFrom('证照｜｜｜｜｜立即').days).toBe(0);
  expect(pointFrom('证照｜｜｜｜｜很快').days).toBe(-1);
});

const word = fc.stringMatching(/^[一-龥a-z0-9：_，]{0,12}$/);
test('whatever a point holds, its line says the same', () => {
  const point = fc.record({
    text: fc.stringMatching(/^[一-龥]{1,8}$/),
    ...{ pass: word, fail: word, evidence: word, measure: word },
    days: fc.option(fc.integer({ min: 0, max: 365 })),
    hazards: fc.array(fc.stringMatching(/^[A-Z]-[0-9]$/), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(point, (each) => {
      expect(pointFrom(pointLine(each))).toEqual(each);
    }),
  );
});
