import type { QueryRoute } from '@mingchou/contract';
import { type UseQueryResult, keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask } from './client.ts';
import { type Refused, mayRetry, refused } from './outcome.ts';

interface QueryOptions {
  /** `false`: do not ask yet. */
  readonly enabled?: boolean;
  /** Ask again after so many milliseconds while the page is open (the ceremony, long work). */
  readonly every?: number;
}

/**
 * Reads one query of the contract:
 *
 *     const plan = useQueryRoute(planRoutes.readPlan, { planId });
 *     if (plan.data === undefined) return <Waiting on={plan} />;      // design/waiting.tsx: loading or error
 *
 * While a new page of a list is read the old rows stay (`isPlaceholderData`).
 */
export function useQueryRoute<I extends z.ZodType, R extends z.ZodType>(
  route: QueryRoute<I, R>,
  input: z.input<I>,
  options: QueryOptions = {},
): UseQueryResult<z.output<R>, Refused> {
  return useListRoute(route, input, options);
}

/** The same for `QueryTable`, whose input is put together from the address and is checked by the server alone. */
export function useListRoute<I extends z.ZodType, R extends z.ZodType>(
  route: QueryRoute<I, R>,
  input: unknown,
  options: QueryOptions = {},
): UseQueryResult<z.output<R>, Refused> {
  return useQuery<z.output<R>, Refused>({
    queryKey: [route.noun, route.name, input],
    queryFn: async ({ signal }) => {
      const outcome = await ask(route, input, signal);
      if (!outcome.ok) throw refused(outcome.status, outcome.refusal);
      return outcome.value;
    },
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    placeholderData: keepPreviousData,
    retry: (count, error) => count < 2 && mayRetry(error.status),
  });
}
