import type { CommandRoute, RefusalReply } from '@mingchou/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { z } from 'zod';
import { send } from './client.ts';
import { makeGiver } from './giver.ts';
import type { Outcome } from './outcome.ts';

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
  const giver = useMemo(() => makeGiver((input, key) => send(route, input, key)), [route]);

  const give = useCallback(
    async (input: unknown) => {
      setPending(true);
      setRefusal(undefined);
      const outcome = await giver(input);
      setPending(false);
      if (outcome.ok) void queries.invalidateQueries();
      else setRefusal(outcome.refusal);
      return outcome;
    },
    [giver, queries],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  return { give, pending, refusal, forget };
}
