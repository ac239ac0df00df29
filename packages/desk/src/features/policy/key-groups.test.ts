import { policyKeys } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { keyGroups } from './key-groups.ts';

test('the page of rules shows every key once', () => {
  const shown = keyGroups.flatMap(({ keys }) => keys);
  expect([...shown].sort()).toEqual([...policyKeys].sort());
});
