import type { CommandRoute, RefusalReply } from '@mingchou/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import { newIdempotencyKey, send } from './client.ts';
import { type Outcome, mayRetry } from './outcome.ts';

export interface Command<Input, Reply> {
  /** Sends; a second call with the same input while the first is under way joins it. Never rejects. */
  readonly give: (input: Input) => Promise<Outcome<Reply>>;
  readonly pending: boolean;
  /** Why the last call was not done; show it with `<RefusalNote refusal={…} />`. */
  readonly refusal: RefusalReply | undefined;
  readonly forget: () => void;
}

/**
 * Gives one command of the contract:
 *
 *     const submit = useCommand(planRoutes.submitPlan);
 *     <Button main busy={submit.pending} onPress={() => submit.give({ planId, version })}>提交审批</Button>
 *     <RefusalNote refusal={submit.refusal} />
 *
 * One idempotency key lasts until the server has answered, so a double click or a retry after a lost reply has one
 * effect. An ended session or a needed password opens a dialog on top and then sends the same request again.
 * After it was done every open query is read again.
 */
export function useCommand<I extends z.ZodType, R extends z.ZodType>(
  route: CommandRoute<I, R>,
): Command<z.input<I>, z.output<R>> {
  return useCheckedCommand(route);
}

/** The same for `CommandForm`, whose input has just been checked against the route's schema. */
export function useCheckedCommand<I extends z.ZodType, R extends z.ZodType>(
  route: CommandRoute<I, R>,
): Command<unknown, z.output<R>> {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalReply>();
  const underWay = useRef<{ body: string; key: string; outcome: Promise<Outcome<z.output<R>>> | undefined }>(undefined);

  const give = useCallback(
    async (input: unknown) => {
      const body = JSON.stringify(input);
      const current = underWay.current?.body === body ? underWay.current : undefined;
      if (current?.outcome !== undefined) return current.outcome;
      const key = current?.key ?? newIdempotencyKey();
      setPending(true);
      setRefusal(undefined);
      const outcome = send(route, input, key);
      underWay.current = { body, key, outcome };
      const ended = await outcome;
      // Without an answer from the server the same key must be used again: the work may have been done.
      underWay.current = !ended.ok && mayRetry(ended.status) ? { body, key, outcome: undefined } : undefined;
      setPending(false);
      if (ended.ok) void queries.invalidateQueries();
      else setRefusal(ended.refusal);
      return ended;
    },
    [route, queries],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  return { give, pending, refusal, forget };
}
