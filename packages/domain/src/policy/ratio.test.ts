import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ratio } from './ratio.ts';
import {
  alternativesOf,
  formulaOf,
  frequencyPeriods,
  keepsRatio,
  numberOf,
  parsePhrase,
  percentOf,
  phraseOf,
  ratioBases,
  ratioFault,
  roundings,
  roundShare,
  shareText,
  typedPhrase,
} from './ratio.ts';

const share = (percent: number, changes: Partial<Ratio> = {}): Ratio => ({
  operator: '=',
  base: 'sector-registry',
  value: { n: percent, d: 100 },
  rounding: 'ceil',
  frequency: null,
  ...changes,
});

describe('the number of households of a ratio', () => {
  test('a fifth of 41 is 9 rounded up and 8 otherwise', () => {
    expect(alternativesOf(share(20), 41)).toEqual([
      { rounding: 'ceil', number: 9 },
      { rounding: 'half-up', number: 8 },
      { rounding: 'floor', number: 8 },
    ]);
  });

  test.each([
    [6, 100, [6, 6, 6]],
    [55, 10, [6, 6, 5]],
    [31, 10, [4, 3, 3]],
  ])('of %i households %i%% are so many by ceil, half-up and floor', (base, percent, numbers) => {
    expect(alternativesOf(share(percent), base).map((alternative) => alternative.number)).toEqual(numbers);
  });

  test('rounding up keeps the ratio, 8 of 41 does not', () => {
    expect(keepsRatio(share(20), 41, 9)).toBe(true);
    expect(keepsRatio(share(20), 41, 8)).toBe(false);
  });

  test('a fixed count does not depend on the base', () => {
    expect(numberOf(share(0, { value: { count: 9 } }), 39)).toBe(9);
  });

  test('the largest products stay exact', () => {
    expect(roundShare(999_999_999, { n: 999_999_999, d: 1_000_000_000 }, 'floor')).toBe(999_999_998);
  });
});

describe('how it is written', () => {
  test('the formula shows base, ratio, exact product, rounding and result', () => {
    expect(formulaOf(share(20), 41)).toBe('41×20%＝8.2，进一，9家');
    expect(formulaOf(share(20, { rounding: 'half-up' }), 41)).toBe('41×20%＝8.2，四舍五入，8家');
    expect(formulaOf(share(100), 6)).toBe('6×100%＝6家');
    expect(formulaOf(share(0, { value: { n: 1, d: 3 } }), 10)).toBe('10×1/3＝10/3，进一，4家');
  });

  test.each([
    ['执法计划内100%，每年抽查1次', { base: 'enforcement-plan', operator: '=', value: { n: 1, d: 1 } }],
    ['全年抽查比例不低于10%，每年抽查1次', { base: 'whole-year', operator: '>=', value: { n: 1, d: 10 } }],
    ['计划内100%，每年至少1次', { base: 'plan', operator: '=', frequency: { operator: '>=', times: 1, per: 'year' } }],
    ['20%', { base: 'sector-registry', operator: '=', frequency: null }],
    ['45家', { value: { count: 45 } }],
    ['执法计划内50%，每季度至少1次', { frequency: { operator: '>=', times: 1, per: 'quarter' } }],
    ['名录库12.5%，每半年抽查2次', { value: { n: 1, d: 8 }, frequency: { per: 'half-year' } }],
  ])('「%s」 is read as structure and written back as the same phrase', (phrase, structure) => {
    const ratio = parsePhrase(phrase, 'ceil');
    expect(ratio).toMatchObject(structure);
    expect(ratio === undefined ? undefined : phraseOf(ratio)).toBe(phrase);
  });

  test.each(['一定数量', '执法计划内100%，每年抽查1次全年抽查比例不低于10%', '', '％', '20'])(
    '「%s」 is no ratio of the grammar',
    (phrase) => {
      expect(parsePhrase(phrase, 'ceil')).toBeUndefined();
    },
  );

  test('shares for reading carry the decimals asked for', () => {
    expect(shareText(25, 133, 1)).toBe('18.8%');
    expect(shareText(9, 41, 2)).toBe('21.95%');
    expect(shareText(200, 290, 2)).toBe('68.97%');
    expect(shareText(0, 133, 0)).toBe('0%');
    expect(shareText(1, 0, 1)).toBe('—');
    expect(percentOf({ n: 125, d: 1000 })).toBe('12.5%');
  });
});

const lowest = (n: number, d: number) => {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  return { n: n / common(n, d), d: d / common(n, d) };
};

const anyRatio = fc.record({
  operator: fc.constantFrom('=' as const, '>=' as const),
  base: fc.constantFrom(...ratioBases),
  value: fc.oneof(
    fc.integer({ min: 1, max: 10_000 }).map((n) => lowest(n, 10_000)),
    fc.integer({ min: 1, max: 9_999 }).map((count) => ({ count })),
  ),
  rounding: fc.constantFrom(...roundings),
  frequency: fc.option(
    fc.record({
      operator: fc.constantFrom('=' as const, '>=' as const),
      times: fc.integer({ min: 1, max: 12 }),
      per: fc.constantFrom(...frequencyPeriods),
    }),
  ),
});

test('LZ-20: any ratio survives its phrase whole, and what is typed in other signs is the same phrase', () => {
  fc.assert(
    fc.property(anyRatio, (ratio) => {
      const phrase = phraseOf(ratio);
      expect(parsePhrase(phrase, ratio.rounding)).toEqual(ratio);
      expect(typedPhrase(` ${phrase.replaceAll('%', '％').replaceAll('，', ', ')}。`)).toBe(phrase);
      expect(ratioFault(ratio)).toBeUndefined();
    }),
  );
});

test('more than the whole, nobody and never can be written and are no ratio of a list', () => {
  const faultOf = (phrase: string) => ratioFault(parsePhrase(phrase, 'ceil') ?? share(100));
  expect(faultOf('执法计划内120%，每年抽查1次')).toBe('above-whole');
  expect(faultOf('100%')).toBeUndefined();
  expect([faultOf('0%'), faultOf('0家')]).toEqual(['nobody', 'nobody']);
  expect(faultOf('10%，每年抽查0次')).toBe('never');
});

test('a frequency in other words is the same frequency', () => {
  expect(typedPhrase('计划内１００％，每年2次')).toBe('计划内100%，每年抽查2次');
  expect(typedPhrase('不少于20%，每季度不少于1次')).toBe('不低于20%，每季度至少1次');
});

test('floor ≤ half-up ≤ ceil, ceil keeps the ratio, and none leaves the base', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 0, max: 100 }), (base, percent) => {
      const [up = 0, near = 0, down = 0] = alternativesOf(share(percent), base).map((each) => each.number);
      expect(down <= near && near <= up && up - down <= 1 && up <= base && down >= 0).toBe(true);
      expect(keepsRatio(share(percent), base, up)).toBe(true);
    }),
  );
});
