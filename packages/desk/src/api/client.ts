import { type CommandRoute, type QueryRoute, addressOf } from '@mingchou/contract';
import type { z } from 'zod';
import { type Gate, reauthenticationGate, signInGate } from './gate.ts';
import { type Outcome, refusalOf, unreachableServer } from './outcome.ts';

/** The code under which the server asks for the password again (brief of the shell: five minutes). */
const reauthenticationCode = 'reauthentication-required';

/** `ask` reads: the input goes into the query string (the server's schema checks it); lists are repeated keys. */
export function ask<I extends z.ZodType, R extends z.ZodType>(
  route: QueryRoute<I, R>,
  input: unknown,
  signal?: AbortSignal,
): Promise<Outcome<z.output<R>>> {
  const query = writeQuery(input);
  const address = query === '' ? addressOf(route) : `${addressOf(route)}?${query}`;
  return throughGates(route.reply, () =>
    fetch(address, { headers: { accept: 'application/json' }, signal: signal ?? null }),
  );
}

/** `send` writes: the key makes a repeated request harmless, also after a lost reply. */
export function send<I extends z.ZodType, R extends z.ZodType>(
  route: CommandRoute<I, R>,
  input: unknown,
  idempotencyKey: string,
): Promise<Outcome<z.output<R>>> {
  const init: RequestInit = {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-mingchou': '1',
      'idempotency-key': idempotencyKey,
    },
    body: JSON.stringify(input),
  };
  return throughGates(route.reply, () => fetch(addressOf(route), init));
}

/** A random UUID; `crypto.randomUUID` is missing in Chromium below 92 and outside HTTPS. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function writeQuery(input: unknown): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one));
  }
  return query.toString();
}

async function throughGates<R extends z.ZodType>(
  reply: R,
  request: () => Promise<Response>,
): Promise<Outcome<z.output<R>>> {
  const outcome = await once(reply, request);
  const gate = gateFor(outcome);
  if (gate === undefined) return outcome;
  return (await gate.wait()) ? throughGates(reply, request) : outcome;
}

function gateFor(outcome: Outcome<unknown>): Gate | undefined {
  if (outcome.ok) return undefined;
  if (outcome.refusal.code === reauthenticationCode) return reauthenticationGate;
  return outcome.status === 401 ? signInGate : undefined;
}

/** One request without the gates: for the session itself, where 401 is an answer. */
export async function once<R extends z.ZodType>(
  reply: R,
  request: () => Promise<Response>,
): Promise<Outcome<z.output<R>>> {
  let response: Response;
  try {
    response = await request();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return { ok: false, status: 0, refusal: unreachableServer };
  }
  const body: unknown = await response.json().catch((error: unknown) => {
    // The page that asked was left: nobody reads the answer, and nothing is wrong with it.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return undefined;
  });
  if (!response.ok) return { ok: false, status: response.status, refusal: refusalOf(response.status, body) };
  // A reply that does not fit its schema is a fault of ours: it must not be shown as if it were true.
  const parsed = reply.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  console.error('reply does not fit the contract', response.url, parsed.error.issues);
  return { ok: false, status: 502, refusal: refusalOf(502, undefined) };
}

/** Gives a command that decides nothing: a refusal is not shown, and no open query is read again. */
export function show<I extends z.ZodType, R extends z.ZodType>(
  route: CommandRoute<I, R>,
  input: z.input<I>,
): Promise<unknown> {
  return send(route, input, newIdempotencyKey());
}
