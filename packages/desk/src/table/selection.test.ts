import { expect, test } from 'vitest';
import { countSelected, isSelected, nothingSelected, toggle, togglePage } from './selection.ts';

test('the box in the head picks the page and drops it again', () => {
  const page = togglePage(nothingSelected, ['a', 'b']);
  expect(countSelected(page, 133)).toBe(2);
  expect(togglePage(page, ['a', 'b'])).toEqual(nothingSelected);
});

test('the page is added to what was picked on another page', () => {
  expect(countSelected(togglePage(toggle(nothingSelected, 'x'), ['a', 'b']), 133)).toBe(3);
});

test('all 133 rows but one are 132, also those on other pages', () => {
  const all = toggle({ kind: 'all', except: [] }, 'a');
  expect(countSelected(all, 133)).toBe(132);
  expect(isSelected(all, 'a')).toBe(false);
  expect(isSelected(all, 'on another page')).toBe(true);
});
