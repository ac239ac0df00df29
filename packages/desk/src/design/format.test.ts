import { parseCalendarDate, parseInstant } from '@mingchou/domain';
import { expect, test } from 'vitest';
import {
  formatChance,
  formatCount,
  formatCountdown,
  formatDate,
  formatDateWithWeekday,
  formatMoment,
  formatMonths,
  formatShare,
} from './format.ts';
import { hashGroups } from './hash-groups.ts';
import { inTicketOrder, rulerPlace } from './lot-order.ts';

const may7 = parseCalendarDate('2022-05-07');
const morning = parseInstant('2022-04-06T02:06:00Z');
if (may7 === undefined || morning === undefined) throw new Error('not a date');

test('a date drops its year when it is the page’s year', () => {
  expect(formatDate(may7, 2022)).toBe('5月7日');
  expect(formatDate(may7, 2023)).toBe('2022年5月7日');
  expect(formatDateWithWeekday(may7, 2022)).toBe('5月7日 周六');
});

test('a moment is said in Asia/Shanghai with 24 hours', () => {
  expect(formatMoment(morning, 2022)).toBe('4月6日 10:06');
});

test('months are a range or one month', () => {
  expect([formatMonths(4, 6), formatMonths(12, 12)]).toEqual(['4月至6月', '12月']);
});

test('a comma stands from ten thousand on, and minus is a minus', () => {
  expect([9999, 12345, 1234567, -10000].map(formatCount)).toEqual(['9999', '12,345', '1,234,567', '−10,000']);
});

test('a percentage stands with its base', () => {
  expect(formatShare(25, 133)).toBe('18.8%，25/133');
  expect(formatShare(9, 41, 2)).toBe('21.95%，9/41');
  expect(formatChance(9, 39)).toBe('9/39＝23.1%');
  expect(formatChance(0, 0)).toBe('—');
});

test('a countdown counts seconds only in its last hour', () => {
  expect([0, 18 * 60 + 42, 2 * 3600 + 5 * 60, 3 * 86_400 + 3600].map(formatCountdown)).toEqual([
    '',
    '还有18分42秒',
    '还有2小时05分',
    '还有3天1小时',
  ]);
});

const hash = '5ff3bb476c3196a5e7916a4a116c4326d7f54c127aa8cf6f7378663608d207da';

test('a hash is read in groups of four, the first two loud', () => {
  expect(hashGroups(hash)).toEqual({
    loud: '5ff3 bb47',
    rest: '6c31 96a5 e791 6a4a 116c 4326 d7f5 4c12 7aa8 cf6f 7378 6636 08d2 07da',
  });
});

test('a short hash keeps sixteen characters, says that it is cut, and keeps the last twelve', () => {
  expect(hashGroups(hash, true)).toEqual({ loud: '5ff3 bb47', rest: '6c31 96a5 … 6636 08d2 07da' });
});

test('lots stand by ticket and the ruler runs from 0000 to ffff', () => {
  const lots = [
    { key: 'b', ticket: 'ffff00', fate: 'other' as const },
    { key: 'a', ticket: '0000ff', fate: 'drawn' as const },
  ];
  expect(inTicketOrder(lots).map((lot) => lot.key)).toEqual(['a', 'b']);
  expect(lots.map((lot) => rulerPlace(lot.ticket))).toEqual([1, 0]);
});
