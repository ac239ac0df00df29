import { type CalendarDate, parseCalendarDate } from '@mingchou/domain';
import { Link } from '../address/link.tsx';
import { formatDate, formatDateWithWeekday } from '../design/format.ts';
import { Columns, PageHead, Panel } from '../design/index.ts';
import { StateText } from '../design/state.tsx';
import { Empty, Loading } from '../design/waiting.tsx';
import { useDesk } from './session.ts';
import { type Todo, useTodos } from './todo.ts';
import './today-page.css';
import { type WeekDay, weekOf } from './week.ts';

/** 今日: what must I do before I go home? */
export function TodayPage() {
  const { session, today } = useDesk();
  const { rows, loading, failed } = useTodos();
  const mine = rows.filter((row) => row.urgency !== 'others');
  const dueToday = mine.filter((row) => row.urgency === 'overdue' || row.urgency === 'today').length;
  return (
    <>
      <PageHead title="今日" meta={`${formatDateWithWeekday(today)}，${session.person.name}`} />
      <Columns side={372}>
        <Panel title="待办" sub={sentence(mine.length, dueToday)}>
          {failed && (
            <p className="today-failed">
              <StateText kind="late">有的待办没有读出来，下面可能不全。稍后会再读。</StateText>
            </p>
          )}
          {loading && rows.length === 0 ? <Loading /> : <TodoRows rows={rows} />}
        </Panel>
        <Week rows={rows} today={today} />
      </Columns>
    </>
  );
}

function sentence(count: number, dueToday: number): string {
  if (count === 0) return '没有等您办的事';
  return dueToday === 0 ? `${count}件，今天没有到期的` : `${count}件，其中${dueToday}件今天要办完`;
}

function TodoRows({ rows }: { readonly rows: readonly Todo[] }) {
  if (rows.length === 0) {
    return <Empty>计划、抽签、检查、公示中轮到您的一步，会按到期先后列在这里。现在没有。</Empty>;
  }
  return (
    <table className="plain-table todos">
      <thead>
        <tr>
          <th scope="col">期限</th>
          <th scope="col">什么事</th>
          <th scope="col">办到哪一步</th>
          <th scope="col">
            <span className="sr">办理</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.urgency === 'others' ? 'sunken' : ''}>
            <td>
              <When row={row} />
            </td>
            <td>
              <b>{row.subject}</b>
            </td>
            <td>{row.what}</td>
            <td className="number">
              <Link to={row.to} button="small" label={`${row.verb}：${row.subject}`}>
                {row.verb}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const kinds = { overdue: 'late', today: 'soon', soon: 'soon' } as const;

function When({ row }: { readonly row: Todo }) {
  const { year } = useDesk();
  if (row.urgency === 'others') return <span className="hint">等别人</span>;
  if (row.urgency === 'later') return <>{row.when === '' ? latest(row.dueOn, year) : row.when}</>;
  return (
    <StateText kind={kinds[row.urgency]} strong>
      {row.when}
    </StateText>
  );
}

/** 最晚5月7日, that day included. */
function latest(dueOn: string, year: number): string {
  const date = parseCalendarDate(dueOn);
  return date === undefined ? '没有期限' : `最晚${formatDate(date, year)}`;
}

/** 本周: how many fall due on each day of this week and the next. */
function Week({ rows, today }: { readonly rows: readonly Todo[]; readonly today: CalendarDate }) {
  const weeks = weekOf(today, rows);
  return (
    <Panel as="aside" title="两周到期" sub="数字是当天到期的件数">
      <div className="week" role="table" aria-label="两周到期">
        <div role="row">
          {['一', '二', '三', '四', '五', '六', '日'].map((word) => (
            <span key={word} role="columnheader">
              {word}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <div role="row" key={week[0]?.date}>
            {week.map((day) => (
              <Day key={day.date} day={day} today={today} />
            ))}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function Day({ day, today }: { readonly day: WeekDay; readonly today: CalendarDate }) {
  return (
    <div role="cell" className={`${day.rest ? 'rest' : ''} ${day.date === today ? 'today' : ''}`}>
      {day.label}
      {day.mark !== null && <i>{day.mark}</i>}
      {day.date === today && <span className="sr">今天</span>}
      <b>{day.due === 0 ? ' ' : `${day.due}件`}</b>
    </div>
  );
}
