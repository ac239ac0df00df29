import { dateOf, type Instant, millisecondsOf } from '@mingchou/domain';

const shanghaiOffset = 8 * 60 * 60 * 1000;

/** 2022年4月6日; in the record's own year, where it is given, 4月6日. */
export function dayOnPaper(instant: string, ownYear?: number): string {
  const [year, month, day] = dateOf(instant as Instant)
    .split('-')
    .map(Number);
  return `${year === ownYear ? '' : `${year}年`}${month}月${day}日`;
}

/** 2022年4月6日10时06分 */
export function momentOnPaper(instant: string): string {
  const clock = new Date(millisecondsOf(instant as Instant) + shanghaiOffset).toISOString();
  return `${dayOnPaper(instant)}${Number(clock.slice(11, 13))}时${clock.slice(14, 16)}分`;
}

/** 40719 36502: digits in groups of five, as they lie on the table. */
export function fives(digits: string): string {
  return (digits.match(/.{1,5}/g) ?? []).join(' ');
}
