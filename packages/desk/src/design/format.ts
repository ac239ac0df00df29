import { type CalendarDate, type Instant, dateOf, millisecondsOf, weekdayOf } from '@mingchou/domain';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** 2022年4月6日; the year drops when it is the page's year. */
export function formatDate(date: CalendarDate, pageYear?: number): string {
  const year = Number(date.slice(0, 4));
  const words = `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  return year === pageYear ? words : `${year}年${words}`;
}

export function formatWeekday(date: CalendarDate): string {
  return weekdays[weekdayOf(date)] ?? '';
}

/** 4月6日 周三 */
export function formatDateWithWeekday(date: CalendarDate, pageYear?: number): string {
  return `${formatDate(date, pageYear)} ${formatWeekday(date)}`;
}

/** 10:06, in Asia/Shanghai */
export function formatTime(instant: Instant): string {
  return new Date(millisecondsOf(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** 4月6日 10:06 */
export function formatMoment(instant: Instant, pageYear?: number): string {
  return `${formatDate(dateOf(instant), pageYear)} ${formatTime(instant)}`;
}

/** 4月至6月, 7月 */
export function formatMonths(from: number, to: number): string {
  return from === to ? `${from}月` : `${from}月至${to}月`;
}

/** 9,999 stays 9999; from 10,000 on a comma. */
export function formatCount(count: number): string {
  return Math.abs(count) < 10_000 ? minus(String(count)) : minus(String(count).replace(/\B(?=(\d{3})+$)/g, ','));
}

function minus(text: string): string {
  return text.replace('-', '−');
}

/** 18.8%，25/133: a percentage never stands without its base. */
export function formatShare(part: number, base: number, digits: 1 | 2 = 1): string {
  return base === 0 ? `${part}/${base}` : `${((part / base) * 100).toFixed(digits)}%，${part}/${base}`;
}

/** 9/39＝23.1% */
export function formatChance(part: number, base: number): string {
  return base === 0 ? '—' : `${part}/${base}＝${((part / base) * 100).toFixed(1)}%`;
}

/** 还有18分42秒, 还有2小时05分, 还有3天; empty when the time has come. */
export function formatCountdown(seconds: number): string {
  if (seconds <= 0) return '';
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `还有${days}天${hours > 0 ? `${hours}小时` : ''}`;
  if (hours > 0) return `还有${hours}小时${String(minutes).padStart(2, '0')}分`;
  return `还有${minutes}分${String(seconds % 60).padStart(2, '0')}秒`;
}
