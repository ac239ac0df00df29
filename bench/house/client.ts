import { randomUUID } from 'node:crypto';
import { accountRoutes, addressOf, type CommandRoute, type QueryRoute } from '@mingchou/contract';
import type { z } from 'zod';

/** Somebody at a desk of a running house, over HTTP like a browser. */
export interface BenchClient {
  readonly send: <I extends z.ZodType, O extends z.ZodType>(
    route: CommandRoute<I, O>,
    input: z.input<I>,
  ) => Promise<z.output<O>>;
  readonly ask: <I extends z.ZodType, O extends z.ZodType>(
    route: QueryRoute<I, O>,
    input: z.input<I>,
  ) => Promise<z.output<O>>;
  /** A file, as a browser downloads it. */
  readonly download: (address: string) => Promise<Response>;
}

/** Signs in as the bureau's legal clerk, as the demonstration's sign-in page offers. */
export async function signIn(address: string, slug: string): Promise<BenchClient> {
  const choices = await fetch(address + addressOf(accountRoutes.signInChoices));
  const bureau = accountRoutes.signInChoices.reply
    .parse(await choices.json())
    .bureaus.find((each) => each.slug === slug);
  const clerk = bureau?.people.find(({ roles }) => roles.includes('legalClerk'));
  if (bureau === undefined || clerk === undefined) throw new Error(`the demonstration offers no clerk of ${slug}`);

  let cookie = '';
  const send: BenchClient['send'] = async (route, input) => {
    const headers = { 'content-type': 'application/json', 'x-mingchou': '1', 'idempotency-key': randomUUID(), cookie };
    const reply = await fetch(address + addressOf(route), { method: 'POST', headers, body: JSON.stringify(input) });
    if (!reply.ok) throw new Error(`${route.name}: ${reply.status} ${await reply.text()}`);
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return route.reply.parse(await reply.json());
  };
  const download = (place: string) => fetch(address + place, { headers: { cookie } });
  const ask: BenchClient['ask'] = async (route, input) => {
    const given = Object.entries(input as object).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    );
    const reply = await download(`${addressOf(route)}?${new URLSearchParams(given)}`);
    if (!reply.ok) throw new Error(`${route.name}: ${reply.status} ${await reply.text()}`);
    return route.reply.parse(await reply.json());
  };
  await send(accountRoutes.signInAs, { bureauId: bureau.id, personId: clerk.id });
  return { send, ask, download };
}
