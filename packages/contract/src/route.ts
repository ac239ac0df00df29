import type { z } from 'zod';

/**
 * A command: one thing a person does, one transaction, one audit entry.
 * Always `POST /api/<noun>/<name>`; the body is `input`, the header `Idempotency-Key` makes a second click harmless.
 */
export interface CommandRoute<Input extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly kind: 'command';
  /** The glossary noun: folder, table and address use the same word. */
  readonly noun: string;
  /** Verb first, kebab-case, unique over all nouns; also the key of the permission table. */
  readonly name: string;
  /** One Chinese sentence for the API description. */
  readonly summary: string;
  readonly input: Input;
  readonly reply: Reply;
  /** The person must have entered the password again within the last five minutes (commitment, draw, disclosure). */
  readonly reauthenticate: boolean;
  /** The reply waits until the audit chain holds the entry (draw and disclosure). */
  readonly acknowledgeChained: boolean;
  /**
   * Whether the reply is kept for a repeated sending. Not where personal data are shown: they would outlive their erasure.
   * Such a command changes nothing, so a second run is harmless and is logged as a second showing.
   */
  readonly keepReply: boolean;
}

/** A query: `GET /api/<noun>/<name>`, `input` comes from the query string (so its fields coerce from text). */
export interface QueryRoute<Input extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly kind: 'query';
  readonly noun: string;
  readonly name: string;
  readonly summary: string;
  readonly input: Input;
  readonly reply: Reply;
}

export type Route = CommandRoute | QueryRoute;

type CommandOptions<I extends z.ZodType, R extends z.ZodType> = Pick<
  CommandRoute<I, R>,
  'noun' | 'name' | 'summary' | 'input' | 'reply'
> &
  Partial<Pick<CommandRoute<I, R>, 'reauthenticate' | 'acknowledgeChained' | 'keepReply'>>;

export function command<I extends z.ZodType, R extends z.ZodType>(options: CommandOptions<I, R>): CommandRoute<I, R> {
  return { kind: 'command', reauthenticate: false, acknowledgeChained: false, keepReply: true, ...options };
}

export function query<I extends z.ZodType, R extends z.ZodType>(
  options: Omit<QueryRoute<I, R>, 'kind'>,
): QueryRoute<I, R> {
  return { kind: 'query', ...options };
}

/** The address of a route below the server's root. */
export function addressOf(route: Route): string {
  return `/api/${route.noun}/${route.name}`;
}
