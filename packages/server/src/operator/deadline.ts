import { parseArgs } from 'node:util';
import {
  type CalendarDate,
  type Deadline,
  type DayCount,
  deadlineOf,
  nationalCalendar,
  parseCalendarDate,
  type ReckonedDay,
} from '@mingchou/domain';

const usage = `用法：mingchou deadline --event 起算日 --days 天数 [--unit workday|calendar]
例如  mingchou deadline --event 2022-04-29 --days 7 --unit workday
起算日当天不计，次日为第1日；单位不写就是 workday（工作日），calendar 是自然日。
也可以简写：mingchou deadline 2022-04-29 7`;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const reasons = {
  'ordinary-workday': '工作日',
  'make-up-workday': '调休上班',
  weekend: '周末',
  festival: '放假',
} as const;

/** Counts a deadline day by day, as the desk does, and names the notices it was counted by. Returns the exit code. */
export function printDeadline(words: readonly string[]): 0 | 2 {
  const asked = readWords(words);
  if (asked === undefined) {
    console.error(usage);
    return 2;
  }
  const deadline = deadlineOf(nationalCalendar, { ...asked, rollOver: false });
  for (const day of deadline.days) console.log(line(day));
  for (const source of sourcesOf(deadline)) console.log(source);
  console.log(`最后一天：${deadline.last}${deadline.provisional ? '（暂按周末推算，年度放假通知发布后重算）' : ''}`);
  const rolled = deadlineOf(nationalCalendar, { ...asked, rollOver: true });
  if (rolled.last !== deadline.last) console.log(`这天是休息日；本局规则写「顺延」的，最后一天：${rolled.last}`);
  return 0;
}

function readWords(words: readonly string[]): { event: CalendarDate; length: DayCount } | undefined {
  const read = optionsOf(words);
  if (read === undefined) return undefined;
  const { event: from, days, unit } = read;
  const event = from === undefined ? undefined : parseCalendarDate(from);
  if (event === undefined || days === undefined || !/^[1-9][0-9]{0,2}$/.test(days)) return undefined;
  if (unit !== 'workday' && unit !== 'calendar') return undefined;
  return { event, length: { n: Number(days), unit } };
}

/** `undefined` when a word is not one of ours: an unknown option is a wrong usage, not a bug. */
function optionsOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { event: text, days: text, unit: { ...text, default: 'workday' } },
      allowPositionals: true,
    });
    const [event = values.event, days = values.days, ...more] = positionals;
    return more.length > 0 ? undefined : { event, days, unit: values.unit };
  } catch {
    return undefined;
  }
}

/** One line for each year the count touches: its notices, or that there is none yet. */
function sourcesOf(deadline: Deadline): readonly string[] {
  const years = new Set(deadline.days.map((day) => Number(day.date.slice(0, 4))));
  return [...years].flatMap((year) => {
    const notices = nationalCalendar.notices.get(year) ?? [];
    if (notices.length === 0) return [`日历来源：${year}年的放假通知还没有收录`];
    return notices.map(({ title, address }) => `日历来源：《${title}》 ${address}`);
  });
}

function line({ date, number, reason, festival }: ReckonedDay): string {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  const place = number === null ? '　　　 ' : `第 ${String(number).padStart(2)} 天`;
  return `${date} 周${weekday} ${place} ${reasons[reason]}${festival === null ? '' : `（${festival}）`}`;
}
