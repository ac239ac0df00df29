import { deadlineOf, nationalCalendar, parseCalendarDate, type ReckonedDay } from '@mingchou/domain';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const reasons = {
  'ordinary-workday': '工作日',
  'make-up-workday': '调休上班',
  weekend: '周末',
  festival: '放假',
} as const;

/** Counts a deadline in workdays day by day, as the desk does. Returns the exit code. */
export function printDeadline(from: string | undefined, count: string | undefined): 0 | 2 {
  const event = from === undefined ? undefined : parseCalendarDate(from);
  if (event === undefined || count === undefined || !/^[1-9][0-9]{0,2}$/.test(count)) {
    console.error('用法：mingchou deadline 起算日 工作日数，例如 mingchou deadline 2022-04-29 7（起算日当天不计）');
    return 2;
  }
  const length = { n: Number(count), unit: 'workday' } as const;
  const deadline = deadlineOf(nationalCalendar, { event, length, rollOver: false });
  for (const day of deadline.days) console.log(line(day));
  console.log(`最后一天：${deadline.last}${deadline.provisional ? '（暂按周末推算，年度放假通知发布后重算）' : ''}`);
  return 0;
}

function line({ date, number, reason, festival }: ReckonedDay): string {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  const place = number === null ? '　　　 ' : `第 ${String(number).padStart(2)} 天`;
  return `${date} 周${weekday} ${place} ${reasons[reason]}${festival === null ? '' : `（${festival}）`}`;
}
