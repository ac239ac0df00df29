import { Link as RouterLink, useLocation } from '@tanstack/react-router';
import { useSay } from '../design/words.tsx';
import { type Entry, entries } from './feature-page.ts';
import { Logo } from './logo.tsx';
import { menuOf, pageAt } from './routes.tsx';
import { useMay } from './session.ts';
import type { Todo } from './todo.ts';

export type CountByEntry = Readonly<Partial<Record<Entry, readonly Todo[]>>>;

/** 主导航: the words of the year; the number is what waits for me, crimson when something of it is overdue. */
export function Rail({ waiting }: { readonly waiting: CountByEntry }) {
  const here = pageAt(useLocation().pathname)?.entry;
  const may = useMay();
  return (
    <nav className="rail" aria-label="主导航">
      <div className="rail-words">
        <span className="rail-logo">
          <Logo />
        </span>
        {entries.map((entry) => {
          const first = menuOf(entry, may)[0];
          if (first === undefined) return null;
          const rows = waiting[entry] ?? [];
          const hot = entry !== '今日' && rows.some((row) => row.urgency === 'overdue');
          return (
            <span key={entry}>
              {entry === '底册' && <hr />}
              <RouterLink
                to={first.path}
                data-here={here === entry || undefined}
                aria-current={here === entry ? 'page' : undefined}
              >
                {entry}
                {rows.length > 0 && (
                  <b className={hot ? 'hot' : ''}>
                    {rows.length}
                    <span className="sr">件待办</span>
                  </b>
                )}
              </RouterLink>
            </span>
          );
        })}
      </div>
    </nav>
  );
}

/** The pages of the present entry that stand in its menu; nothing on a page reached from another, or when there is one. */
export function EntryTabs() {
  const page = pageAt(useLocation().pathname);
  const say = useSay();
  const may = useMay();
  if (page?.menu === undefined) return null;
  const menu = menuOf(page.entry, may);
  if (menu.length < 2) return null;
  return (
    <nav className="entry-tabs" aria-label={page.entry}>
      {menu.map((one) => (
        <RouterLink
          key={one.path}
          to={one.path}
          data-here={one === page || undefined}
          aria-current={one === page ? 'page' : undefined}
        >
          {say(one.title)}
        </RouterLink>
      ))}
    </nav>
  );
}
