import { frequencyPeriods, phraseOf, ratioBases } from '@mingchou/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phraseFrom, ratioValues } from './ratio-field.ts';

test('LZ-20: number, unit and period become the phrase of the list', () => {
  const fields = {
    ...{ ratioMode: 'fields', ratioBase: 'whole-year', ratioOperator: '>=', ratioAmount: '１０', ratioUnit: 'percent' },
    ...{ frequencyPer: 'year', frequencyOperator: '=', frequencyTimes: '1' },
  };
  expect(phraseFrom(fields)).toBe('全年抽查比例不低于10%，每年抽查1次');
  expect(phraseFrom({ ...fields, ratioBase: 'plan', ratioUnit: 'count', frequencyPer: '' })).toBe('计划内不低于10家');
  expect(phraseFrom({ ...fields, frequencyPer: 'quarter', frequencyOperator: '>=' })).toContain('每季度至少1次');
});

test('words that the grammar reads become its phrase; others stay the list’s own', () => {
  const words = (ratioWords: string) => phraseFrom({ ratioMode: 'words', ratioWords });
  expect(words('执法计划内 １００％, 每年1次。')).toBe('执法计划内100%，每年抽查1次');
  expect(words('按年度执法任务确定，每年抽查1次')).toBe('按年度执法任务确定，每年抽查1次');
});

test('an item whose words the grammar reads opens in fields, another in words, and an empty one in fields', () => {
  expect(ratioValues('计划内100%，每年至少1次')).toMatchObject({
    ratioMode: 'fields',
    ratioBase: 'plan',
    ratioAmount: '100',
  });
  expect(ratioValues('双随机抽查，每年抽查1次')).toMatchObject({
    ratioMode: 'words',
    ratioWords: '双随机抽查，每年抽查1次',
  });
  expect(phraseFrom({ ...ratioValues(''), frequencyTimes: '' })).toBe('');
});

test('what is no number is sent as nothing, so that it never passes for words', () => {
  expect(phraseFrom({ ...ratioValues('20%'), ratioAmount: '两成' })).toBeNull();
  expect(phraseFrom({ ...ratioValues('20%，每年抽查1次'), frequencyTimes: '多' })).toBeNull();
});

const anyPhrase = fc
  .record({
    operator: fc.constantFrom('=' as const, '>=' as const),
    base: fc.constantFrom(...ratioBases),
    value: fc.oneof(
      fc.integer({ min: 1, max: 1000 }).map((n) => ({ n, d: 1000 })),
      fc.record({ count: fc.integer({ min: 1, max: 999 }) }),
    ),
    rounding: fc.constant('ceil' as const),
    frequency: fc.option(
      fc.record({
        operator: fc.constantFrom('=' as const, '>=' as const),
        times: fc.integer({ min: 1, max: 366 }),
        per: fc.constantFrom(...frequencyPeriods),
      }),
    ),
  })
  .map(phraseOf);

test('any phrase survives the fields', () => {
  fc.assert(
    fc.property(anyPhrase, (phrase) => {
      expect(phraseFrom(ratioValues(phrase))).toBe(phrase);
    }),
  );
});
