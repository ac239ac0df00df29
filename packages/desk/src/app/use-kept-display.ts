import { accountRoutes } from '@mingchou/contract';
import { useEffect, useRef } from 'react';
import { useQueryRoute } from '../api/use-query-route.ts';
import { useDesk } from './session.ts';
import { useDisplay } from './use-display.ts';

/**
 * Takes over what the person chose, perhaps on another machine, once it has been read. Once: a reading that was under
 * way while the person chose again would take the newer choice back.
 */
export function useKeptDisplay(): void {
  const { choose } = useDisplay();
  const { person } = useDesk().session;
  const kept = useQueryRoute(accountRoutes.findDisplaySettings, {});
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (kept.data === undefined || taken.current === person.id) return;
    taken.current = person.id;
    choose(kept.data);
  }, [kept.data, choose, person.id]);
}
