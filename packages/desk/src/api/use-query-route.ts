import type { QueryRoute } from '@mingchou/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from './client.ts';
import { type Refused, mayRetry, refused } from './outcome.ts';

interface QueryOptions {
  /** `false`: do not ask yet. */
  readonly enabled?: boolean;
  /** Ask again after so many milliseconds while the page is open (a draw that numbers come in for, long work). */
  readonly every?: number;
}

/**
 * Reads one query of the contract:
 *
 *     const plan = useQueryRoute(planRoutes.readPlan, { planId });
 *     if (plan.data === undefined) return <Waiting on={plan} />;      // design/waiting.tsx: loading or error
 */
export function useQueryRoute<I extends z.ZodType, R extends z.ZodType>(
  route: QueryRoute<I, R>,
  input: z.input<I>,
  options: QueryOptions = {},
): UseQueryResult<z.output<R>, Refused> {
  return useQuery<z.output<R>, Refused>({
    ...asking(route, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
  });
}

/**
 * The same for `QueryTable`, whose input is put together from the address and is checked by the server alone.
 * While another page of the same list is read the rows on view stay; rows of another record (`filter`) never do.
 */
export function useListRoute<I extends z.ZodType, R extends z.ZodType>(
  route: QueryRoute<I, R>,
  filter: Readonly<Record<string, unknown>>,
  listing: Readonly<Record<string, unknown>> = {},
): UseQueryResult<z.output<R>, Refused> {
  return useQuery<z.output<R>, Refused>({
    ...asking(route, { ...filter, ...listing }),
    placeholderData: (rows, before) => (holds(before?.queryKey[2], filter) ? rows : undefined),
  });
}

function asking<I extends z.ZodType, R extends z.ZodType>(route: QueryRoute<I, R>, input: unknown) {
  return {
    queryKey: [route.noun, route.name, input],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
      const outcome = await ask(route, input, signal);
      if (!outcome.ok) throw refused(outcome.status, outcome.refusal);
      return outcome.value;
    },
    retry: (count: number, error: Refused) => count < 2 && mayRetry(error.status),
  };
}

function holds(input: unknown, filter: Readonly<Record<string, unknown>>): boolean {
  const before = new Map(Object.entries(input ?? {}));
  return Object.entries(filter).every(([key, value]) => before.get(key) === value);
}
