import { type CalendarDate, parseCalendarDate } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { parseSearch, writeSearch } from '../address/address.ts';
import { pageMatching } from './feature-page.ts';
import { type Todo, inOrderOfUrgency, urgencyOf } from './todo.ts';
import { weekOf } from './week.ts';

const todo = (key: string, urgency: Todo['urgency'], dueOn = ''): Todo => ({
  ...{ key, urgency, dueOn, when: '', subject: key, what: '', verb: '查看', to: '/' },
});

test('today lists what is overdue first, then by the day it is due, and others last', () => {
  const rows = [
    todo('等别人', 'others'),
    todo('没有期限', 'later'),
    todo('五月九日', 'later', '2022-05-09'),
    todo('今天', 'today', '2022-05-06'),
    todo('已超', 'overdue', '2022-05-05'),
    todo('明天', 'soon', '2022-05-07'),
  ];
  expect(inOrderOfUrgency(rows).map((row) => row.key)).toEqual([
    '已超',
    '今天',
    '明天',
    '五月九日',
    '没有期限',
    '等别人',
  ]);
});

test('one working day left is soon, none is today, less is overdue', () => {
  expect([2, 1, 0, -1].map(urgencyOf)).toEqual(['later', 'soon', 'today', 'overdue']);
});

test('the two weeks begin on Monday and count what falls due on each day', () => {
  const friday: CalendarDate | undefined = parseCalendarDate('2022-05-06');
  if (friday === undefined) throw new Error('not a date');
  const [week, next] = weekOf(friday, [todo('a', 'today', '2022-05-06'), todo('b', 'later', '2022-05-10')]);
  expect(week?.map((day) => day.label)).toEqual(['2', '3', '4', '5', '6', '7', '8']);
  expect(week?.map((day) => day.due)).toEqual([0, 0, 0, 0, 1, 0, 0]);
  expect(next?.map((day) => day.due)).toEqual([0, 1, 0, 0, 0, 0, 0]);
});

test('a festival rests, a make-up Saturday is worked, and both are said', () => {
  const friday: CalendarDate | undefined = parseCalendarDate('2022-05-06');
  if (friday === undefined) throw new Error('not a date');
  const [week] = weekOf(friday, []);
  expect(week?.map((day) => day.rest)).toEqual([true, true, true, false, false, false, true]);
  expect(week?.map((day) => day.mark)).toEqual(['休', '休', '休', null, null, '班', null]);
});

test('a written part of an address counts more than a varying one', () => {
  const pages = [{ path: '/plan/$planId' }, { path: '/plan/new' }, { path: '/' }, { path: '/plan/$planId/print' }];
  const at = (pathname: string) => pageMatching(pages, pathname)?.path;
  expect([at('/plan/new'), at('/plan/0190'), at('/plan/0190/print'), at('/'), at('/nowhere')]).toEqual([
    '/plan/new',
    '/plan/$planId',
    '/plan/$planId/print',
    '/',
    undefined,
  ]);
});

test('the state of a page survives the way through the address', () => {
  const state = { search: '加油站 & 气体', page: '2', status: '' };
  expect(parseSearch(writeSearch(state).slice(1))).toEqual({ search: '加油站 & 气体', page: '2' });
});
