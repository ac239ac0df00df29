import { randomUUID } from 'node:crypto';
import { accountRoutes, addressOf, type CommandRoute, type QueryRoute, refusalReply } from '@mingchou/contract';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { z } from 'zod';
import { sessionCookieName } from './shell.ts';

/** What came back over HTTP: the reply, or the refusal with its status. */
export type Received<T> =
  | { readonly ok: true; readonly status: number; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly refusal: z.infer<typeof refusalReply> };

/** One person at one browser, talking to the server within the process: how tests and the demonstration work. */
export interface Client {
  readonly send: <I extends z.ZodType, O extends z.ZodType>(
    route: CommandRoute<I, O>,
    input: z.input<I>,
    options?: { readonly key?: string },
  ) => Promise<Received<z.output<O>>>;
  readonly ask: <I extends z.ZodType, O extends z.ZodType>(
    route: QueryRoute<I, O>,
    input: z.input<I>,
  ) => Promise<Received<z.output<O>>>;
  /** Like `send` and `ask`, but a refusal throws. */
  readonly mustSend: <I extends z.ZodType, O extends z.ZodType>(
    route: CommandRoute<I, O>,
    input: z.input<I>,
  ) => Promise<z.output<O>>;
  readonly mustAsk: <I extends z.ZodType, O extends z.ZodType>(
    route: QueryRoute<I, O>,
    input: z.input<I>,
  ) => Promise<z.output<O>>;
  /** Enters the password again, as commitment, draw and disclosure ask for. */
  readonly reauthenticate: (password: string) => Promise<void>;
  /** The session cookie as it stands now. */
  readonly cookie: () => string;
}

/** A client with a session cookie (`<bureau>.<token>`), or without one. */
export function clientOf(app: FastifyInstance, cookie = ''): Client {
  let held = cookie;
  const headers = () => ({ 'x-mingchou': '1', cookie: `${sessionCookieName}=${held}` });
  const keep = (response: LightMyRequestResponse) => {
    const set = response.cookies.find((each) => each.name === sessionCookieName);
    if (set !== undefined) held = set.value;
    return response;
  };
  const send: Client['send'] = async (route, input, options = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: addressOf(route),
      headers: { ...headers(), 'idempotency-key': options.key ?? randomUUID() },
      payload: input as object,
    });
    return received(route.reply, keep(response));
  };
  const ask: Client['ask'] = async (route, input) => {
    const response = await app.inject({
      method: 'GET',
      url: addressOf(route),
      headers: headers(),
      query: textOf(input),
    });
    return received(route.reply, response);
  };
  return {
    send,
    ask,
    mustSend: async (route, input) => must(route.name, await send(route, input)),
    mustAsk: async (route, input) => must(route.name, await ask(route, input)),
    reauthenticate: async (password) => {
      must('re-authenticate', await send(accountRoutes.reauthenticate, { password }));
    },
    cookie: () => held,
  };
}

function received<O extends z.ZodType>(reply: O, response: LightMyRequestResponse): Received<z.output<O>> {
  const status = response.statusCode;
  const body: unknown = JSON.parse(response.body);
  return status < 300
    ? { ok: true, status, value: reply.parse(body) }
    : { ok: false, status, refusal: refusalReply.parse(body) };
}

function must<T>(name: string, came: Received<T>): T {
  if (came.ok) return came.value;
  const fields = came.refusal.fields === undefined ? '' : ` ${JSON.stringify(came.refusal.fields)}`;
  throw new Error(`${name}: ${came.status} ${came.refusal.code}: ${came.refusal.message}${fields}`);
}

function textOf(input: unknown): Record<string, string | string[]> {
  if (typeof input !== 'object' || input === null) return {};
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
