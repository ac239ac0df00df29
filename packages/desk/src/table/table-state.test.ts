import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNarrowed, nextSort, pageNumbers, readTableState, tablePatch } from './table-state.ts';

test('an address without state shows the first twenty rows in the order of the list', () => {
  expect(readTableState({}, ['status'])).toEqual({
    page: 1,
    size: 20,
    sort: undefined,
    order: 'asc',
    search: '',
    chosen: {},
  });
});

test('the list may open sorted by what is due', () => {
  expect(readTableState({}, [], { sort: 'dueOn', size: 50 })).toMatchObject({ sort: 'dueOn', size: 50 });
});

test('nonsense in the address becomes the default', () => {
  expect(readTableState({ page: '-3', size: '1e9', order: 'up' }, [])).toMatchObject({
    page: 1,
    size: 20,
    order: 'asc',
  });
});

test('choosing a filter goes back to the first page', () => {
  expect(tablePatch({ chosen: { status: 'overdue' } })).toEqual({ page: '', status: 'overdue' });
});

test('two tables of one page keep their state apart', () => {
  expect(tablePatch({ page: 3 }, 'left-')).toEqual({ 'left-page': '3' });
  expect(readTableState({ 'left-page': '3', page: '7' }, [], {}, 'left-')).toMatchObject({ page: 3 });
});

test('a head sorts up, then down, then gives the list its own order back', () => {
  const up = nextSort({ sort: undefined, order: 'asc' }, 'name');
  const down = nextSort(up, 'name');
  expect([up, down, nextSort(down, 'name')]).toEqual([
    { sort: 'name', order: 'asc' },
    { sort: 'name', order: 'desc' },
    { sort: undefined, order: 'asc' },
  ]);
});

test('pages between the ends and the neighbours are left out with a gap', () => {
  expect(pageNumbers(5, 10)).toEqual([1, 0, 4, 5, 6, 0, 10]);
  expect(pageNumbers(1, 1)).toEqual([1]);
});

test('what was chosen is read back from the address', () => {
  const states = fc.record({
    page: fc.integer({ min: 1, max: 9999 }),
    size: fc.constantFrom(20, 50, 100),
    order: fc.constantFrom('asc' as const, 'desc' as const),
    search: fc.string({ maxLength: 20 }),
  });
  fc.assert(
    fc.property(states, (state) => {
      const { page, size, order, search } = readTableState(tablePatch({ ...state, sort: 'dueOn' }), []);
      expect({ page, size, order, search }).toEqual(state);
    }),
  );
});

test('a list is narrowed by a chip or by words', () => {
  expect(isNarrowed(readTableState({ page: '2' }, ['status']))).toBe(false);
  expect(isNarrowed(readTableState({ status: 'overdue' }, ['status']))).toBe(true);
  expect(isNarrowed(readTableState({ search: '加油站' }, []))).toBe(true);
});
