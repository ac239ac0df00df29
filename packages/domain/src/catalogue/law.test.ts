import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../time.ts';
import { parseCalendarDate } from '../time.ts';
import { recordLaw } from './decide.ts';
import type { LawEdition } from './law.ts';
import { judgeBasis, outdatedBases, standingText } from './law.ts';

const on = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const edition = (changes: Partial<LawEdition> = {}): LawEdition => ({
  ...{ title: '演示安全法', number: '', revision: '', from: on('2010-01-01'), to: null, status: 'in-force' },
  ...{ successor: null, verified: true, source: '演示' },
  ...changes,
});
const cited = { title: '演示安全法', number: '', revision: '', article: '第三条' };
const first = edition();
const second = edition({ revision: '2020年修正', from: on('2020-07-01') });

describe('whether a citation stands on a day', () => {
  test('an edition is current from its first day to its last, that day included', () => {
    const law = edition({ to: on('2019-12-31'), status: 'repealed' });
    expect(judgeBasis([law], cited, on('2009-12-31'))).toMatchObject({ kind: 'not-yet', from: '2010-01-01' });
    expect(judgeBasis([law], cited, on('2010-01-01'))).toMatchObject({ kind: 'current' });
    expect(judgeBasis([law], cited, on('2019-12-31'))).toMatchObject({ kind: 'current' });
    expect(judgeBasis([law], cited, on('2020-01-01'))).toMatchObject({ kind: 'repealed' });
  });

  test('a cited revision is superseded on the day a later one begins, whatever its own row says', () => {
    const older = { ...cited, revision: '2015年修正' };
    const laws = [edition({ revision: '2015年修正', from: on('2015-01-01') }), second];
    expect(judgeBasis(laws, older, on('2020-06-30'))).toMatchObject({ kind: 'current' });
    expect(judgeBasis(laws, older, on('2020-07-01'))).toMatchObject({
      ...{ kind: 'superseded', instead: '《演示安全法》（2020年修正）' },
    });
  });

  test('a title cited without edition means the one in force on the day', () => {
    expect(judgeBasis([first, second], cited, on('2015-05-05'))).toMatchObject({ edition: { revision: '' } });
    expect(judgeBasis([first, second], cited, on('2021-05-05'))).toMatchObject({
      ...{ kind: 'current', edition: { revision: '2020年修正' } },
    });
  });

  test('a number without revision means the text as first issued', () => {
    const laws = [
      edition({ number: '令第9号' }),
      edition({ number: '令第9号', revision: '修订', from: on('2018-01-01') }),
    ];
    expect(judgeBasis(laws, { ...cited, number: '令第9号' }, on('2022-01-01'))).toMatchObject({
      ...{ kind: 'superseded', edition: { revision: '' }, instead: '《演示安全法》（令第9号，修订）' },
    });
  });

  test('中华人民共和国 before a title and book marks around it make no other law', () => {
    expect(judgeBasis([first], { ...cited, title: '《中华人民共和国演示安全法》' }, on('2015-05-05'))).toMatchObject({
      kind: 'current',
    });
  });

  test('what nobody verified is 待核, and what the library does not hold is not called wrong', () => {
    expect(judgeBasis([edition({ verified: false })], cited, on('2015-05-05'))).toMatchObject({ kind: 'unverified' });
    expect(judgeBasis([first], { ...cited, title: '别的法' }, on('2015-05-05'))).toEqual({ kind: 'unlisted' });
    expect(judgeBasis([first], { ...cited, revision: '2099年修正' }, on('2015-05-05'))).toEqual({ kind: 'unlisted' });
  });

  test('the sentence names the end, what came instead, and that the source is unverified', () => {
    const ended = edition({ to: on('2022-08-31'), status: 'repealed', successor: '《新标准》', verified: false });
    expect(standingText(judgeBasis([ended], cited, on('2023-01-01')))).toBe(
      '已废止，2022-08-31后不再施行，现为《新标准》（来源待核）',
    );
    expect(outdatedBases([ended], [cited], on('2023-01-01'))).toEqual([
      {
        text: '《演示安全法》第三条',
        kind: 'repealed',
        instead: '《新标准》',
        detail: expect.stringContaining('来源待核'),
      },
    ]);
    expect(outdatedBases([ended], [cited], on('2022-01-01'))).toEqual([]);
  });

  test('an edition that the library lacks is past when a later one is in force; its year tells the edition', () => {
    const before = { ...cited, revision: '2014年第二次修正' };
    expect(judgeBasis([second], before, on('2021-01-01'))).toMatchObject({
      ...{ kind: 'superseded', instead: '《演示安全法》（2020年修正）' },
    });
    expect(judgeBasis([second], before, on('2020-06-30'))).toEqual({ kind: 'unlisted' });
    expect(judgeBasis([second], { ...cited, revision: '2020年第三次修正' }, on('2021-01-01')).kind).toBe('current');
    expect(judgeBasis([first], { ...cited, number: '令第9号' }, on('2021-01-01')).kind).toBe('current');
    const bracketed = edition({ title: '演示标准（试行）' });
    expect(judgeBasis([bracketed], { ...cited, title: '演示标准(试行)' }, on('2021-01-01')).kind).toBe('current');
  });

  test('an edition does not end before it begins', () => {
    expect(recordLaw(edition({ to: on('2009-01-01') }))).toMatchObject({
      refusal: { code: 'law-ends-before-it-begins' },
    });
  });
});

const days = ['2001-01-01', '2005-06-30', '2010-01-01', '2015-12-31', '2020-02-29'].map(on);
const anEdition = fc.record({
  revision: fc.constantFrom('', '甲', '乙', '丙'),
  from: fc.constantFrom(null, ...days),
  to: fc.constantFrom(null, ...days),
  status: fc.constantFrom('in-force' as const, 'repealed' as const, 'superseded' as const),
});

test('the order of the library decides nothing, and what is called current is in force on the day', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anEdition, { selector: ({ revision }) => revision, maxLength: 4 }),
      fc.constantFrom('', '甲', '乙'),
      fc.constantFrom(...days),
      (shapes, revision, day) => {
        const laws = shapes.map((shape) => edition(shape));
        const judged = judgeBasis(laws, { ...cited, revision }, day);
        expect(judgeBasis(laws.toReversed(), { ...cited, revision }, day)).toEqual(judged);
        if (judged.kind !== 'current') return;
        expect(judged.edition.from === null || judged.edition.from <= day).toBe(true);
        expect(judged.edition.to === null || judged.edition.to >= day).toBe(true);
      },
    ),
  );
});
