import { useEffect, useRef } from 'react';

interface Keys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly confirm: () => void;
}

/** N next, P previous, Enter lets the chosen value stand; not while somebody types or a dialog is open. */
export function useReviewKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isElsewhere(event.target)) return;
      const act = actOf(event.key, latest.current);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function actOf(key: string, { next, previous, confirm }: Keys): (() => void) | undefined {
  if (key === 'n' || key === 'N') return next;
  if (key === 'p' || key === 'P') return previous;
  return key === 'Enter' ? confirm : undefined;
}

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  // Enter on another button or link is that button's own.
  return target.matches('input, textarea, select, a, button:not(.read-value):not(.read-document button)');
}
