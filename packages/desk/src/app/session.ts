import { type WhoAmI, accountRoutes, addressOf } from '@mingchou/contract';
import { type CalendarDate, type Instant, dateOf, mayGive, parseInstant } from '@mingchou/domain';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { once } from '../api/client.ts';
import { type Refused, mayRetry, refused } from '../api/outcome.ts';

/** Who is signed in; `null` when nobody is. Asked without the sign-in gate, because here 401 is an answer. */
export function useSession(): UseQueryResult<WhoAmI | null, Refused> {
  return useQuery<WhoAmI | null, Refused>({
    queryKey: ['account', 'who-am-i'],
    queryFn: async ({ signal }) => {
      const outcome = await once(accountRoutes.whoAmI.reply, () => fetch(addressOf(accountRoutes.whoAmI), { signal }));
      if (outcome.ok) return outcome.value;
      if (outcome.status === 401) return null;
      throw refused(outcome.status, outcome.refusal);
    },
    retry: (count, error) => count < 2 && mayRetry(error.status),
    // The business date may turn while the page stays open.
    refetchInterval: 60_000,
  });
}

export interface Desk {
  readonly session: WhoAmI;
  /** The bureau's business time when it was last asked. */
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

/** Business time of the session as an instant and a date. */
export function businessTime(session: WhoAmI): { readonly now: Instant; readonly today: CalendarDate } {
  const now = parseInstant(session.now);
  if (now === undefined) throw new Error(`not an instant: ${session.now}`);
  return { now, today: dateOf(now) };
}
