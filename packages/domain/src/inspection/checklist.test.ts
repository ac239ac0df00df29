import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../id.ts';
import type { Checklist, CheckPoint, PointMark, PointResult } from './checklist.ts';
import { emptyChecklist, pointMarks } from './checklist.ts';
import { findingsOf, markList } from './mark-list.ts';

const itemId = 'item' as ItemId;
const clean = { code: '1', label: '未发现问题', finding: false };
const found = { code: '6', label: '发现问题已责令改正', finding: true };

function point(no: number, changes: Partial<CheckPoint> = {}): CheckPoint {
  const blank = { group: '', evidence: '', measure: '', days: null, hazards: [] };
  return { no, ...blank, text: `第${no}条`, pass: `第${no}条符合。`, fail: `第${no}条不符合：____。`, ...changes };
}
const listOf = (...points: CheckPoint[]): Checklist => ({
  edition: 3,
  items: [{ itemId, title: '演示事项', department: '演示局', points }],
});
const list = listOf(point(1), point(2));
const marked = (no: number, mark: PointMark, text = ''): PointResult => ({ itemId, no, mark, text });
const codeOf = (points: readonly PointResult[], category = clean, uncheckedReason = '', asked = list) => {
  const decision = markList(asked, { points, uncheckedReason }, category);
  return decision.ok ? decision.value : decision.refusal;
};

describe('the list of an inspection', () => {
  test('is recorded point by point in its own order, with the standard wording where nobody wrote another', () => {
    expect(codeOf([marked(2, 'not-applicable'), marked(1, 'pass')])).toEqual([
      marked(1, 'pass', '第1条符合。'),
      marked(2, 'not-applicable', ''),
    ]);
    expect(codeOf([marked(1, 'pass', '改造后符合。'), marked(2, 'pass')])).toMatchObject([
      { text: '改造后符合。' },
      {},
    ]);
  });

  test('is marked whole: what is left out is named', () => {
    expect(codeOf([marked(2, 'pass')])).toEqual({ code: 'points-unmarked', left: 1, no: 1, text: '第1条' });
  });

  test('knows only its own points, each once', () => {
    expect(codeOf([marked(1, 'pass'), marked(9, 'pass')])).toEqual({ code: 'point-not-on-the-list', no: 9 });
    expect(codeOf([marked(1, 'pass'), marked(1, 'fail'), marked(2, 'pass')])).toMatchObject({
      code: 'point-not-on-the-list',
    });
    expect(codeOf([marked(1, 'pass')], clean, '', emptyChecklist)).toMatchObject({ code: 'point-not-on-the-list' });
  });

  test('a failed point says what is wrong: no blank stays open, and no point without wording of its own', () => {
    const failing = (text: string) => [marked(1, 'fail', text), marked(2, 'pass')];
    expect(codeOf(failing(''), found)).toEqual({ code: 'point-blank-left', no: 1, text: '第1条' });
    expect(codeOf(failing('第1条不符合：证照过期。'), found)).toMatchObject([{ mark: 'fail' }, { mark: 'pass' }]);
    const bare = listOf(point(1, { fail: '' }));
    expect(codeOf([marked(1, 'fail')], found, '', bare)).toMatchObject({ code: 'point-unworded' });
  });

  test('a failed point and a result that says nothing was found contradict each other', () => {
    expect(codeOf([marked(1, 'fail', '证照过期。'), marked(2, 'pass')])).toEqual({
      ...{ code: 'failed-points', failed: 1, category: '未发现问题' },
    });
  });

  test('what was not looked at has its reason', () => {
    const closed = [marked(1, 'unchecked'), marked(2, 'unchecked')];
    expect(codeOf(closed, found)).toEqual({ code: 'unchecked-without-reason', unchecked: 2 });
    expect(codeOf(closed, found, '已停业，无法进入现场')).toEqual(closed);
  });
});

test('findings are the failed points in the list’s order, then what was found besides; one alone has no number', () => {
  const results = [marked(1, 'fail', '证照过期。'), marked(2, 'pass', '符合。'), marked(3, 'fail', '预案没有备案。')];
  expect(findingsOf(results, '另有消防通道占用。')).toBe('1．证照过期。\n2．预案没有备案。\n3．另有消防通道占用。');
  expect(findingsOf(results.slice(0, 2), '')).toBe('证照过期。');
  expect(findingsOf([marked(2, 'pass', '符合。')], '')).toBe('');
});

test('whatever is marked, a record holds every point once and never an open blank', () => {
  const marks = fc.array(
    fc.record({ mark: fc.constantFrom(...pointMarks), text: fc.constantFrom('', '原因', '____') }),
    {
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(marks, fc.constantFrom(clean, found), (drafted, category) => {
      const asked = listOf(...[1, 2, 3].map((no) => point(no)));
      const points = drafted.map(({ mark, text }, at) => marked(at + 1, mark, text));
      const decision = markList(asked, { points, uncheckedReason: '原因' }, category);
      if (!decision.ok) return;
      expect(decision.value.map(({ no }) => no)).toEqual([1, 2, 3]);
      expect(decision.value.some(({ text }) => text.includes('____'))).toBe(false);
      expect(category.finding || decision.value.every(({ mark }) => mark !== 'fail')).toBe(true);
    }),
  );
});
