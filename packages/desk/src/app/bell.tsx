import { Popover } from 'antd';
import { Link } from '../address/link.tsx';
import { Icon } from '../design/icon.tsx';
import { StateText } from '../design/state.tsx';
import type { Todo } from './todo.ts';

/** 提醒: what is overdue or due within one working day; the rest stands on 今日. */
export function Bell({ todos }: { readonly todos: readonly Todo[] }) {
  const urgent = todos.filter(
    (todo) => todo.urgency === 'overdue' || todo.urgency === 'today' || todo.urgency === 'soon',
  );
  const content = (
    <div className="bell-list">
      {urgent.length === 0 && <p>今天和明天没有到期的事。</p>}
      {urgent.slice(0, 8).map((todo) => (
        <p key={todo.key}>
          <StateText kind={todo.urgency === 'overdue' ? 'late' : 'soon'}>{todo.when}</StateText>{' '}
          <Link to={todo.to}>
            {todo.subject} {todo.what}
          </Link>
        </p>
      ))}
      <Link to="/">看全部待办</Link>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <button type="button" className="top-button">
        <Icon name="bell" /> <span className="sr">提醒</span>
        {urgent.length}
      </button>
    </Popover>
  );
}
