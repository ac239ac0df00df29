import { verify } from '@mingchou/verifier';
import { expect, test } from 'vitest';
import { falseAccepts, fatesOfZips, provenBundles } from './hostile-bundles.ts';
import { mutants, testLogKey } from './mutants.ts';

const proven = provenBundles(30);

test('the bundles that are changed below are complete before', () => {
  for (const { name, files } of proven) {
    expect(verify(files, { logKeys: [testLogKey] }).verdict, name).toBe('complete');
  }
});

test('300 changed bundles: none is accepted, and no check breaks down', () => {
  expect(falseAccepts(mutants(proven, 300, 1))).toEqual([]);
});

test('300 changed ZIP files: not read, not accepted, or the same files byte for byte', () => {
  const fates = fatesOfZips(proven, 300, 2);
  expect(fates).not.toContain('falsely accepted');
  expect(new Set(fates)).toContain('not read');
});
