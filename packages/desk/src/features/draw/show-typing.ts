import { type DrawView, drawRoutes } from '@mingchou/contract';
import { useEffect, useRef } from 'react';
import { show } from '../../api/index.ts';

/** Fast fingers type five digits a second; the room needs no more. */
const atMostEvery = 200;

/**
 * Shows the room what is being typed, digit by digit; it decides nothing, so a refusal is not worth a word here. When
 * the dialog closes without having recorded, the room sees empty places again.
 */
export function useShownTyping(drawId: DrawView['id'], on: boolean): (digits: string) => void {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef('');
  useEffect(
    () => () => {
      clearTimeout(waiting.current);
      if (newest.current !== '') void show(drawRoutes.typeDice, { drawId, digits: '' });
    },
    [drawId],
  );
  return (digits) => {
    if (!on || digits === newest.current) return;
    newest.current = digits;
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void show(drawRoutes.typeDice, { drawId, digits: newest.current });
    }, atMostEvery);
  };
}
