import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useMemo, useRef, useState, useEffect } from 'react';
import type { WhoAmI } from '@mingchou/contract';
import { Loading, OfflineStrip } from '../design/waiting.tsx';
import { termsContext } from '../design/words.tsx';
import './frame.css';
import { Keys } from './keys.tsx';
import { EntryTabs, Rail } from './rail.tsx';
import { deskContext, useBusinessTime } from './session.ts';
import { TopBar } from './top-bar.tsx';
import { todosContext } from './todo.ts';
import { useKeptDisplay } from './use-kept-display.ts';
import { useAllTodos } from './use-all-todos.ts';

/** The page frame: rail of words, top bar, content. */
export function Frame({ session, bare }: { readonly session: WhoAmI; readonly bare: boolean }) {
  const { now, today } = useBusinessTime(session);
  const [chosenYear, chooseYear] = useState<number>();
  const year = chosenYear ?? Number(today.slice(0, 4));
  const desk = useMemo(() => ({ session, now, today, year, chooseYear }), [session, now, today, year]);
  return (
    <deskContext.Provider value={desk}>
      <termsContext.Provider value={session.bureau.terms}>
        {bare ? (
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        ) : (
          <FrameParts />
        )}
      </termsContext.Provider>
    </deskContext.Provider>
  );
}

function FrameParts() {
  const todos = useAllTodos();
  useKeptDisplay();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // A new page is read from its top; without this the focus stays on the link of the page before.
    if (pathname !== '') main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <todosContext.Provider value={todos}>
      <div className="frame">
        <a className="skip" href="#content" onClick={() => main.current?.focus()}>
          跳到正文
        </a>
        <Rail waiting={todos.waiting} />
        <div>
          <TopBar todos={todos.rows} />
          <OfflineStrip />
          <EntryTabs />
          <main id="content" ref={main} tabIndex={-1}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
        <Keys />
      </div>
    </todosContext.Provider>
  );
}
