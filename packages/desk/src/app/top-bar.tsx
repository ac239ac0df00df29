import { Popover } from 'antd';
import { Icon } from '../design/icon.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useDesk } from './session.ts';
import { Bell } from './bell.tsx';
import { DemonstrationClock } from './demonstration-clock.tsx';
import type { Todo } from './todo.ts';
import { TopSearch } from './top-search.tsx';

/** Bureau, year, 演示时间 with the business date, search, what waits, and the person. */
export function TopBar({ todos }: { readonly todos: readonly Todo[] }) {
  const { session } = useDesk();
  const { person, bureau } = session;
  return (
    <header className="top">
      <span className="top-bureau">{bureau.name}</span>
      <YearChoice />
      {bureau.demonstration && <DemonstrationClock />}
      <div className="top-right">
        <TopSearch />
        <Bell todos={todos} />
        <Popover content={<PersonMenu />} trigger="click" placement="bottomRight">
          <button type="button" className="top-button">
            {person.name}
            {person.section !== null && `　${person.section.name}`}
            <Icon name="chevron" />
          </button>
        </Popover>
      </div>
    </header>
  );
}

/** 2022年度: three years back and one ahead of the business year. */
function YearChoice() {
  const { today, year, chooseYear } = useDesk();
  const thisYear = Number(today.slice(0, 4));
  const years = [1, 0, -1, -2, -3].map((offset) => thisYear + offset);
  return (
    <select
      className="top-year"
      aria-label="年度"
      value={year}
      onChange={(event) => chooseYear(Number(event.target.value))}
    >
      {years.map((one) => (
        <option key={one} value={one}>
          {one}年度
        </option>
      ))}
    </select>
  );
}
