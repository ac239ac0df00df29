import type { Browser, Page } from 'playwright-core';
import { type Seat, seat } from '../browser.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** A bureau of the demonstration with one browser, before which its people sit in turn. */
export interface Desk extends Seat {
  readonly slug: string;
  readonly name: string;
  /** Addresses that were refused, for a line of the console does not name them. */
  readonly refused: readonly string[];
  /** The first person who holds the role signs in. */
  readonly sit: (role: string) => Promise<void>;
  /** What the API answers the person who sits there. */
  readonly ask: (query: string) => Promise<Answer>;
  /** Gives a command as the person who sits there. */
  readonly give: (command: string, input: object) => Promise<Readonly<Record<string, unknown>>>;
}

type Answer = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[] | undefined>>;

/** Opens a desk for every bureau that the sign-in page offers. */
export async function desksOf(browser: Browser, address: string): Promise<readonly Desk[]> {
  const reply = await fetch(`${address}/api/account/sign-in-choices`);
  const { bureaus } = (await reply.json()) as {
    bureaus: readonly { id: string; slug: string; name: string; people: readonly Person[] }[];
  };
  return Promise.all(
    bureaus.map(async ({ id: bureauId, slug, name, people }) => {
      const own = await seat(browser, { at: address });
      const refused: string[] = [];
      own.page.on('response', (reply) => {
        if (reply.status() >= 400) refused.push(`${reply.status()} ${reply.url()}`);
      });
      const give = (command: string, data: object) => send(own.page, address, command, data);
      return {
        ...own,
        slug,
        name,
        sit: async (role) => {
          const person = people.find(({ roles }) => roles.includes(role));
          if (person === undefined) throw new Error(`${name} has no ${role}`);
          // The page of the one who leaves asks for nothing more.
          await own.page.goto('about:blank');
          await give('account/sign-in-as', { bureauId, personId: person.id });
          await own.page.goto('/desk/');
          await own.page.locator('.top-bureau').waitFor();
        },
        give,
        refused,
        ask: async (query) => (await (await own.page.request.get(`/api/${query}`)).json()) as Answer,
      };
    }),
  );
}

async function send(page: Page, origin: string, command: string, data: object) {
  const headers = { 'X-Mingchou': '1', Origin: origin, 'Idempotency-Key': crypto.randomUUID() };
  const reply = await page.request.post(`/api/${command}`, { data, headers });
  if (!reply.ok()) throw new Error(`${command}: ${await reply.text()}`);
  return (await reply.json()) as Readonly<Record<string, unknown>>;
}
