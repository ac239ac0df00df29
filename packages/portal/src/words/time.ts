/** How the public pages write time: Asia/Shanghai, 24 hours, the year drops when it is the page's year. */
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const shanghaiOffset = 8 * 60 * 60 * 1000;

/** The business date of an instant. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10);
}

/** 10:06 */
export function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(11, 16);
}

/** 4月6日, or 2021年4月6日 in a page of another year. */
export function dayText(date: string, pageYear: number): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year === pageYear ? '' : `${String(year)}年`}${String(month)}月${String(day)}日`;
}

/** 4月6日 10:06 */
export function momentText(instant: string, pageYear: number): string {
  return `${dayText(dayOf(instant), pageYear)} ${clockOf(instant)}`;
}

/** 2022年4月6日 周三 */
export function fullDayText(date: string): string {
  return `${dayText(date, 0)} ${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}`;
}

/** 4月至6月, 全年 */
export function monthsText(from: string, to: string): string {
  if (from.slice(5) === '01-01' && to.slice(5) === '12-31') return '全年';
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  return first === last ? `${String(first)}月` : `${String(first)}月至${String(last)}月`;
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Whole calendar days from one instant's date to another's. */
export function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / 86_400_000);
}
