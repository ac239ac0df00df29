import { newIdempotencyKey } from './client.ts';
import { type Outcome, mayRetry } from './outcome.ts';

interface Sending<Reply> {
  readonly body: string;
  readonly key: string;
  /** Absent when the request got no answer: the same input must be sent again under the same key. */
  readonly outcome?: Promise<Outcome<Reply>>;
}

/**
 * Gives one command at a time: the same input while a request is under way joins it, and one idempotency key lasts
 * until the server has answered, because without an answer the work may have been done.
 */
export function makeGiver<Reply>(send: (input: unknown, key: string) => Promise<Outcome<Reply>>) {
  let sending: Sending<Reply> | undefined;
  return async (input: unknown): Promise<Outcome<Reply>> => {
    const body = JSON.stringify(input);
    const same = sending?.body === body ? sending : undefined;
    if (same?.outcome !== undefined) return same.outcome;
    const key = same?.key ?? newIdempotencyKey();
    const outcome = send(input, key);
    const mine: Sending<Reply> = { body, key, outcome };
    sending = mine;
    const ended = await outcome;
    if (sending === mine) sending = !ended.ok && mayRetry(ended.status) ? { body, key } : undefined;
    return ended;
  };
}
