import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { DisplaySettings } from '@mingchou/contract';
import { applyDisplay } from './display.ts';

export interface DisplayChoice {
  readonly display: DisplaySettings;
  readonly choose: (display: DisplaySettings) => void;
}

export const displayContext = createContext<DisplayChoice | undefined>(undefined);

export function useDisplay(): DisplayChoice {
  const choice = useContext(displayContext);
  if (choice === undefined) throw new Error('display is chosen above the router');
  return choice;
}

/** The ground that is really shown, following the system when the person did not choose. */
export function useGround(display: DisplaySettings): 'light' | 'dark' {
  const systemIsDark = useSyncExternalStore(subscribe, () => darkSystem.matches);
  useEffect(() => applyDisplay(display), [display]);
  if (display.ground !== 'system') return display.ground;
  return systemIsDark ? 'dark' : 'light';
}

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void) {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
}
