import { expect, test } from 'vitest';
import { type Column, placedColumns, withMovedForward, withShown, withWidth } from './column.ts';

const column = (key: string, more: Partial<Column<string>> = {}): Column<string> => ({
  key,
  title: key,
  render: (row) => row,
  ...more,
});
const columns = [column('name'), column('code', { hiddenAtFirst: true }), column('due'), column('who')];
const shown = (placed: ReturnType<typeof placedColumns<string>>) =>
  placed.filter((one) => one.shown).map((one) => one.column.key);

test('a person who chose nothing sees the columns as the page has them', () => {
  expect(shown(placedColumns(columns, null))).toEqual(['name', 'due', 'who']);
});

test('a hidden column can be shown and stands at its place', () => {
  const view = withShown(placedColumns(columns, null), 'code', true);
  expect(shown(placedColumns(columns, view))).toEqual(['name', 'code', 'due', 'who']);
});

test('a column moves forward but never before the first, which is fixed', () => {
  const once = withMovedForward(placedColumns(columns, null), 'who');
  expect(placedColumns(columns, once).map((one) => one.column.key)).toEqual(['name', 'code', 'who', 'due']);
  const second = withMovedForward(placedColumns(columns, null), 'code');
  expect(placedColumns(columns, second).map((one) => one.column.key)).toEqual(['name', 'code', 'due', 'who']);
});

test('a dragged width is kept within what can be read', () => {
  const view = withWidth(placedColumns(columns, null), 'due', 3.4);
  expect(placedColumns(columns, view).find((one) => one.column.key === 'due')?.width).toBe(40);
});

test('a column of a later version appears at its own place in an old choice', () => {
  const old = withShown(placedColumns([column('name'), column('who')], null), 'who', true);
  expect(shown(placedColumns(columns, old))).toEqual(['name', 'due', 'who']);
});

test('a column that a later version dropped is forgotten', () => {
  const old = withShown(placedColumns(columns, null), 'code', true);
  expect(shown(placedColumns([column('name'), column('who')], old))).toEqual(['name', 'who']);
});
