import { useMemo } from 'react';
import type { Entry } from './feature-page.ts';
import { todoSources } from './routes.tsx';
import { type AllTodos, type Todo, inOrderOfUrgency } from './todo.ts';

/** Asks every feature what waits; called once, by the frame. */
export function useAllTodos(): AllTodos {
  // The list of features is fixed when the desk is built, so the hooks are always called in the same order.
  const lists = todoSources.map((source) => ({ entry: source.entry, ...source.useTodos() }));
  const key = lists.map((list) => list.rows);
  return useMemo(() => {
    const rows = inOrderOfUrgency(lists.flatMap((list) => list.rows));
    const mine = (some: readonly Todo[]) => some.filter((row) => row.urgency !== 'others');
    const rowsOf = (entry: Entry) => mine(lists.filter((list) => list.entry === entry).flatMap((list) => list.rows));
    const byEntry = Object.fromEntries(lists.map((list) => [list.entry, rowsOf(list.entry)]));
    return {
      rows,
      waiting: { ...byEntry, 今日: mine(rows) },
      loading: lists.some((list) => list.loading),
      failed: lists.some((list) => list.failed),
    };
  }, key);
}
