import { type ListView, accountRoutes } from '@mingchou/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { newIdempotencyKey, send } from '../api/client.ts';
import { useQueryRoute } from '../api/use-query-route.ts';

/** The person's columns of one list, kept on the server, so that another machine shows the same. */
export function useListView(list: string): {
  readonly view: ListView | null;
  readonly saveView: (view: ListView) => void;
} {
  const queries = useQueryClient();
  const kept = useQueryRoute(accountRoutes.findListView, { list });
  const [chosen, setChosen] = useState<ListView>();
  // One after the other, so that the last choice is the one that is kept.
  const saved = useRef<Promise<unknown>>(Promise.resolve());
  const saveView = useCallback(
    (view: ListView) => {
      // Shown at once: a width that cannot be kept is no reason to interrupt the officer.
      setChosen(view);
      queries.setQueryData(['account', accountRoutes.findListView.name, { list }], { view });
      saved.current = saved.current.then(() => send(accountRoutes.saveListView, { list, view }, newIdempotencyKey()));
    },
    [queries, list],
  );
  return { view: chosen ?? kept.data?.view ?? null, saveView };
}
