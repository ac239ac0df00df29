import type { Clause } from '../policy/index.ts';
import type { CalendarDate } from '../time.ts';
import type { PlanRow, RowContent } from './plan.ts';

const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));
const dayOfMonth = (date: CalendarDate): number => Number(date.slice(8, 10));

function lastDayOf(date: CalendarDate): number {
  return new Date(Date.UTC(Number(date.slice(0, 4)), monthOf(date), 0)).getUTCDate();
}

/** 「2022年全年」, 「4月至6月」, 「4月」, or with days where the window does not hold whole months. */
export function windowText({ from, to }: RowContent['window']): string {
  const whole = dayOfMonth(from) === 1 && dayOfMonth(to) === lastDayOf(to);
  const [first, last] = [monthOf(from), monthOf(to)];
  if (!whole) return `${first}月${dayOfMonth(from)}日至${last}月${dayOfMonth(to)}日`;
  if (first === 1 && last === 12) return `${from.slice(0, 4)}年全年`;
  return first === last ? `${first}月` : `${first}月至${last}月`;
}

/** 「3月3日」. */
export function dayText(date: CalendarDate): string {
  return `${monthOf(date)}月${dayOfMonth(date)}日`;
}

/** The short name of what a row draws from, as titles use it: 全县危险化学品生产经营企业 → 危险化学品生产经营企业. */
export function objectsOf(row: Pick<RowContent, 'scope'>): string {
  return row.scope.replace(/^全[省市区县]/, '');
}

/** Where a clause stands, as the plan's page names it: 「正文六（一）」, 「制度第七条（三）」, 「本局规则 比例取整」. */
export function placeOf(clause: Clause): string {
  if (/^[^《].*(计划|方案)$/.test(clause.source)) return `正文${clause.place}`;
  if (/^[^《].*(制度|办法)$/.test(clause.source)) return `制度${clause.place}`;
  return `${clause.source} ${clause.place}`.trim();
}

/** 「任务2」. */
export function rowName(row: PlanRow): string {
  return `任务${row.no}`;
}

/** 「4项任务各抽1轮」, or 「4项任务共5轮」 where the rows differ. */
export function roundsText(rows: readonly PlanRow[], verb: string): string {
  const [first] = rows;
  if (first === undefined) return '计划表没有任务';
  const same = rows.every((row) => row.rounds === first.rounds);
  const total = rows.reduce((rounds, row) => rounds + row.rounds, 0);
  return same ? `${rows.length}项任务各${verb}${first.rounds}轮` : `${rows.length}项任务共${verb}${total}轮`;
}
