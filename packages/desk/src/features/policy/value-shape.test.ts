import { policyValueSchemas } from '@mingchou/contract';
import { nationalDefaults, policyKeys } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { emptyOf, fits, shapeOfKey, type Shape } from './value-shape.ts';
import { memberTitle, optionTitle } from './value-words.ts';

test('every key has a form that its default value fits, and that begins with a value of the same outline', () => {
  for (const key of policyKeys) {
    const shape = shapeOfKey(key);
    expect(fits(shape, nationalDefaults[key].value), key).toBe(true);
    expect(fits(shape, emptyOf(shape)), key).toBe(true);
  }
});

test('everything a form shows has Chinese words: no name of a member or option comes through', () => {
  const words: string[] = [];
  const walk = (key: string, shape: Shape, within: string) => {
    if (shape.kind === 'choice')
      words.push(...shape.options.map((option) => optionTitle(option, within, nationalDefaults.terms.value)));
    if (shape.kind === 'list') walk(key, shape.of, within);
    if (shape.kind === 'variants') for (const one of shape.of) walk(key, one, within);
    if (shape.kind === 'group') {
      for (const { name, shape: member } of shape.members) {
        words.push(memberTitle(name));
        walk(key, member, name);
      }
    }
  };
  for (const key of policyKeys) walk(key, shapeOfKey(key), key);
  expect(words.filter((word) => /^[a-z]/.test(word))).toEqual([]);
});

test('a list of frequencies and a share that may be missing are told apart by their outline', () => {
  const share = shapeOfKey('quota.joint');
  expect(fits(share, null)).toBe(true);
  expect(fits(share, { n: 3, d: 10 })).toBe(true);
  expect(fits(share, { count: 3 })).toBe(false);
  expect(policyValueSchemas['quota.joint'].safeParse({ n: 3, d: 10 }).success).toBe(true);
});
