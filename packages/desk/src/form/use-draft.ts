import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from './draft.ts';
import type { Values } from './form-state.ts';

const interval = 5000;

/** What is typed, kept in this browser every five seconds once it differs from what the form opened with. */
export function useDraft(
  name: string | undefined,
  initial: Values,
): {
  readonly values: Values;
  readonly setValues: (change: (old: Values) => Values) => void;
  readonly savedAt: string | undefined;
  /** The form opened with what was typed before; `discard` goes back to the record itself. */
  readonly restored: boolean;
  readonly discard: () => void;
  /** The command was done: nothing typed is kept any longer. */
  readonly finish: () => void;
  readonly save: () => void;
} {
  const [kept, setKept] = useState(() => (name === undefined ? undefined : readDraft(name)));
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...kept?.values }));
  const [savedAt, setSavedAt] = useState(kept?.savedAt);
  const latest = useRef(values);
  const saved = useRef(values);
  latest.current = values;

  const save = useCallback(() => {
    if (name === undefined || latest.current === saved.current) return;
    saved.current = latest.current;
    setSavedAt(writeDraft(name, latest.current));
  }, [name]);

  useEffect(() => {
    if (name === undefined) return;
    const timer = setInterval(save, interval);
    window.addEventListener('pagehide', save);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', save);
      // Leaving for another page of the desk loses nothing either.
      save();
    };
  }, [name, save]);

  const finish = () => {
    if (name !== undefined) dropDraft(name);
    saved.current = latest.current;
  };
  const discard = () => {
    if (name !== undefined) dropDraft(name);
    setKept(undefined);
    setSavedAt(undefined);
    setValues(initial);
    saved.current = initial;
  };
  return { values, setValues, savedAt, restored: kept !== undefined, discard, finish, save };
}
