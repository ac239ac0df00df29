import type { DesignBasisView, DrawDesignView } from '@mingchou/contract';
import { expect, test } from 'vitest';
import { designFormOf, refiltered, restratified, typedDesign } from './design-form.ts';

const plain: DrawDesignView = {
  filter: {
    ...{ selection: 'targeted', sectors: ['mine', 'shop'], level: 'all' },
    ...{ grades: [], regions: [], sections: [], words: [] },
  },
  stratifiedBy: 'none',
  strata: [{ code: 'row-2', size: { count: 9 }, batches: null }],
  quota: [],
  reserve: { ratio: { n: 1, d: 3 }, round: 'ceil' },
};
const basis = {
  rowNo: 2,
  approvedCount: 9,
  rounding: 'ceil',
  sectors: [
    { code: 'mine', name: '矿山', key: true },
    { code: 'shop', name: '商贸', key: false },
  ],
  plain,
} as unknown as DesignBasisView;

test('what the form opens with is the design itself, thirds included', () => {
  expect(typedDesign(designFormOf(plain, basis))).toEqual(plain);
  const bounded: DrawDesignView = {
    ...plain,
    strata: [{ code: 'row-2', size: { ratio: { n: 1, d: 8 }, round: 'floor' }, batches: 3 }],
    quota: [
      { group: 'K', members: { of: 'priority-subjects' }, min: { ratio: { n: 1, d: 2 }, round: 'ceil' }, max: null },
    ],
  };
  expect(typedDesign(designFormOf(bounded, basis))).toEqual(bounded);
});

test('full-width digits and a percent sign are taken, a missing number is none', () => {
  const form = designFormOf(plain, basis);
  const sized = (percent: string) =>
    typedDesign({
      ...form,
      strata: form.strata.map((one) => ({ ...one, size: { ...one.size, way: 'ratio' as const, percent } })),
    })?.strata[0]?.size;
  expect(sized('１２.５％')).toEqual({ ratio: { n: 1, d: 8 }, round: 'ceil' });
  expect(sized('')).toBeUndefined();
  expect(sized('很多')).toBeUndefined();
});

test('strata follow stratification and filter, and keep what was typed', () => {
  const form = restratified(designFormOf(plain, basis), 'sector', basis);
  expect(form.strata.map(({ code }) => code)).toEqual(['mine', 'shop']);
  const typed = {
    ...form,
    strata: form.strata.map((one) => ({ ...one, size: { ...one.size, percent: '20' }, batches: '2' })),
  };
  const narrowed = refiltered(typed, { ...form.filter, sectors: ['shop'] }, basis);
  expect(typedDesign(narrowed)?.strata).toEqual([
    { code: 'shop', size: { ratio: { n: 1, d: 5 }, round: 'ceil' }, batches: 2 },
  ]);
  expect(restratified(narrowed, 'grade', basis).strata.map(({ code }) => code)).toEqual([
    ...['grade-A', 'grade-B', 'grade-C', 'grade-D', 'grade-unrated'],
  ]);
  expect(typedDesign(restratified(narrowed, 'none', basis))?.strata[0]?.size).toEqual({ count: 9 });
});
