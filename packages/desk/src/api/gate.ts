/**
 * A request that needs a sign-in waits at a gate while the person signs in on top of the page; nothing typed is lost.
 * `wait()` resolves to `true` when the gate was passed and to `false` when the person turned away.
 */
export interface Gate {
  readonly wait: () => Promise<boolean>;
  readonly settle: (passed: boolean) => void;
  readonly isWaiting: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeGate(): Gate {
  let waiting: ((passed: boolean) => void)[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    wait: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        tell();
      }),
    settle: (passed) => {
      const all = waiting;
      waiting = [];
      for (const resolve of all) resolve(passed);
      tell();
    },
    isWaiting: () => waiting.length > 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Passed by signing in again after the session ended. */
export const signInGate = makeGate();

/** Passed by entering the password again before a step that cannot be taken back. */
export const reauthenticationGate = makeGate();
