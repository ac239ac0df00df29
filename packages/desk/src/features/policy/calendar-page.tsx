import { policyRoutes } from '@mingchou/contract';
import { type CalendarDate, weekdayOf } from '@mingchou/domain';
import { useAddress } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Button, PageHead, Panel, Stack, StateTag, Waiting } from '../../design/index.ts';
import './calendar-page.css';
import { type CalendarYear as Year, calendarWords } from './calendar-words.ts';

type Day = Year['days'][number];

/** 工作日历: which days count, and which notice says so. */
export function CalendarPage() {
  const desk = useDesk();
  const { search, setSearch } = useAddress();
  const chosen = Number(search['year'] ?? desk.year);
  const year = Number.isInteger(chosen) ? chosen : desk.year;
  const calendar = useQueryRoute(policyRoutes.calendarYear, { year });
  if (calendar.data === undefined) return <Waiting on={calendar} />;
  const words = calendarWords(calendar.data);
  return (
    <>
      <PageHead
        title={`${year}年工作日历`}
        state={words.state === undefined ? undefined : <StateTag kind="soon">{words.state}</StateTag>}
        meta={words.meta}
        actions={
          <>
            <Button onPress={() => setSearch({ year: String(year - 1) })}>看{year - 1}年</Button>
            <Button onPress={() => setSearch({ year: String(year + 1) })}>看{year + 1}年</Button>
          </>
        }
      />
      <Stack>
        <Panel title="各月" sub={<Notices year={calendar.data} />}>
          <div className="year-calendar">
            {Array.from({ length: 12 }, (_, place) => (
              <Month key={place} year={calendar.data} month={place + 1} today={desk.today} />
            ))}
          </div>
        </Panel>
      </Stack>
    </>
  );
}

function Notices({ year }: { readonly year: Year }) {
  if (year.notices.length === 0) return <>没有收到这一年的放假通知</>;
  return (
    <>
      来源：
      {year.notices.map((notice, place) => (
        <span key={notice.address}>
          {place > 0 && '、'}
          <a className="link" href={notice.address} rel="noreferrer" target="_blank">
            {notice.title}
          </a>
        </span>
      ))}
    </>
  );
}

function Month({ year, month, today }: { readonly year: Year; readonly month: number; readonly today: CalendarDate }) {
  const days = year.days.filter((day) => Number(day.date.slice(5, 7)) === month);
  const workdays = days.filter((day) => day.workday).length;
  return (
    <section aria-label={`${month}月`}>
      <h3>
        <span>{month}月</span>
        <span className="second">{workdays}个工作日</span>
      </h3>
      <table>
        <thead>
          <tr>
            {['一', '二', '三', '四', '五', '六', '日'].map((word) => (
              <th key={word}>{word}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== null)?.date}>
              {week.map((day, place) =>
                day === null ? <td key={place} /> : <DayCell key={day.date} day={day} today={today} />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DayCell({ day, today }: { readonly day: Day; readonly today: CalendarDate }) {
  const looks = {
    'ordinary-workday': '',
    weekend: 'rest',
    festival: 'rest festival',
    'make-up-workday': 'make-up',
  } as const;
  const word = { 'ordinary-workday': '', weekend: '', festival: '休', 'make-up-workday': '班' }[day.reason];
  const title = day.festival === null ? undefined : `${day.festival}${day.workday ? '调休上班' : '放假'}`;
  return (
    <td className={`${looks[day.reason]} ${day.date === today ? 'today' : ''}`.trim()} title={title}>
      {Number(day.date.slice(8))}
      {word !== '' && <small>{word}</small>}
      {day.date === today && <span className="sr">今天</span>}
    </td>
  );
}

/** Whole weeks from Monday; what belongs to another month is empty. */
function weeksOf(days: readonly Day[]): readonly (readonly (Day | null)[])[] {
  const first = days[0];
  if (first === undefined) return [];
  const before = (weekdayOf(first.date) + 6) % 7;
  const cells: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, place) => cells[week * 7 + place] ?? null),
  );
}
