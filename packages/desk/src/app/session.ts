import { type WhoAmI, accountRoutes, addressOf } from '@mingchou/contract';
import {
  type CalendarDate,
  type Instant,
  dateOf,
  instantOf,
  mayGive,
  millisecondsOf,
  parseInstant,
} from '@mingchou/domain';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { once } from '../api/client.ts';
import { signInGate } from '../api/gate.ts';
import { type Refused, mayRetry, refused } from '../api/outcome.ts';

/**
 * Who is signed in; `null` when nobody is. A session that ends while a page is open does not take the page away: the
 * sign-in stands on top of it. Nothing asks on a timer, so an idle desk is really idle for the server.
 */
export function useSession(): UseQueryResult<WhoAmI | null, Refused> {
  const queries = useQueryClient();
  return useQuery<WhoAmI | null, Refused>({
    queryKey: sessionKey,
    queryFn: async () => {
      const found = await readSession();
      if (found !== null || !queries.getQueryData(sessionKey)) return found;
      return (await signInGate.wait()) ? readSession() : null;
    },
    retry: (count, error) => count < 2 && mayRetry(error.status),
  });
}

const sessionKey = ['account', 'who-am-i'];

/** Asked without the sign-in gate, because here 401 is an answer. */
export async function readSession(): Promise<WhoAmI | null> {
  const outcome = await once(accountRoutes.whoAmI.reply, () => fetch(addressOf(accountRoutes.whoAmI)));
  if (outcome.ok) return outcome.value;
  if (outcome.status === 401) return null;
  throw refused(outcome.status, outcome.refusal);
}

export interface Desk {
  readonly session: WhoAmI;
  /** The bureau's business time, to about ten seconds; a page with a countdown asks its own query. */
  readonly now: Instant;
  readonly today: CalendarDate;
  /** The year the pages show: the business year until the person chooses another. */
  readonly year: number;
  readonly chooseYear: (year: number) => void;
}

export const deskContext = createContext<Desk | undefined>(undefined);

/** The signed-in person, the bureau, today and the chosen year: `const { session, today, year } = useDesk()`. */
export function useDesk(): Desk {
  const desk = useContext(deskContext);
  if (desk === undefined) throw new Error('nobody is signed in here');
  return desk;
}

/** Whether the person's roles may give the command, so that a page offers only what can be done: `may('submit-plan')`. */
export function useMay(): (command: string) => boolean {
  const { roles } = useDesk().session.person;
  return useCallback((command) => mayGive(command, roles), [roles]);
}

/** Business time, carried on from the server's answer by what has passed here; this machine's own clock is not trusted. */
export function useBusinessTime(session: WhoAmI): { readonly now: Instant; readonly today: CalendarDate } {
  const answered = useMemo(() => ({ session, at: performance.now() }), [session]);
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const tick = () => setPassed(performance.now() - answered.at);
    tick();
    const timer = setInterval(tick, 10_000);
    return () => clearInterval(timer);
  }, [answered]);
  const start = parseInstant(session.now);
  if (start === undefined) throw new Error(`not an instant: ${session.now}`);
  const now = instantOf(millisecondsOf(start) + passed);
  return { now, today: dateOf(now) };
}
