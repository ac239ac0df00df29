import { accountRoutes } from '@mingchou/contract';
import { useEffect } from 'react';
import { useQueryRoute } from '../api/use-query-route.ts';
import { useDisplay } from './use-display.ts';

/** Takes over what the person chose, perhaps on another machine, once it has been read. */
export function useKeptDisplay(): void {
  const { choose } = useDisplay();
  const kept = useQueryRoute(accountRoutes.findDisplaySettings, {});
  useEffect(() => {
    if (kept.data !== undefined) choose(kept.data);
  }, [kept.data, choose]);
}
