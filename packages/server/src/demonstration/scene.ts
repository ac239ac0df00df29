import { accountRoutes } from '@mingchou/contract';
import { type BureauId, type Instant, parseInstant } from '@mingchou/domain';
import { type Client, clientOf } from '../shell/client.ts';
import type { House } from '../shell/house.ts';
import { demonstrationPassword, foundBureau, hashPassword, startSession } from '../composition.ts';
import { inTx } from '../db/tx.ts';
import type { SampleBureau, Samples } from './samples.ts';

/** One bureau being carried through its year: who acts, and when it is there. */
export interface Scene {
  readonly bureau: SampleBureau;
  readonly bureauId: BureauId;
  readonly samples: Samples;
  /** The person at a browser of his own, signed in. */
  readonly as: (name: string) => Promise<Client>;
  /** The same, with the password entered again just now. */
  readonly asTrusted: (name: string) => Promise<Client>;
  /** Someone without an account. */
  readonly anyone: () => Client;
  /** Moves the bureau's business clock forward; written in Beijing time, `2022-04-06 10:06`. */
  readonly at: (beijing: string) => Promise<void>;
}

/** Founds the bureau with its people, as the set-up of a demonstration does, and opens the scene. */
export async function openScene(house: House, samples: Samples, bureau: SampleBureau): Promise<Scene> {
  const passwordHash = await hashPassword(demonstrationPassword);
  const inspectors = bureau.inspectors.map((name) => ({ name, roles: ['inspector' as const] }));
  const { bureauId, people } = await foundBureau(
    house.database,
    { system: '演示' },
    {
      slug: bureau.slug,
      name: bureau.name,
      regionCode: bureau.region,
      sectionWord: bureau.sectionWord,
      sections: bureau.sections,
      people: [...bureau.people, ...inspectors].map((person) => ({ ...person, login: person.name, passwordHash })),
      standingAt: bureau.opensAt,
    },
  );
  const idOf = (name: string) => {
    const found = people.find((person) => person.name === name);
    if (found === undefined) throw new Error(`${bureau.name} has nobody called ${name}`);
    return found.personId;
  };
  const clients = new Map<string, Client>();
  const as = async (name: string): Promise<Client> => {
    const known = clients.get(name);
    if (known !== undefined) return known;
    // Not by the sign-in page: its limit on attempts a minute is meant for people, and holds for them.
    const token = await inTx(house.database, bureauId, (tx) => startSession(tx, idOf(name)));
    const client = clientOf(house.app, `${bureauId}.${token}`);
    clients.set(name, client);
    return client;
  };
  const asTrusted = async (name: string) => {
    const client = await as(name);
    await client.reauthenticate(demonstrationPassword);
    return client;
  };
  const at = async (beijing: string) => {
    const client = await as(roleHolder(bureau, 'administrator'));
    await client.mustSend(accountRoutes.advanceDemonstrationClock, { to: beijingInstant(beijing) });
  };
  return { bureau, bureauId, samples, as, asTrusted, anyone: () => clientOf(house.app), at };
}

/** The first person of the bureau who holds the role. */
export function roleHolder(bureau: SampleBureau, role: SampleBureau['people'][number]['roles'][number]): string {
  const found = bureau.people.find((person) => person.roles.includes(role));
  if (found === undefined) throw new Error(`${bureau.name} has no ${role}`);
  return found.name;
}

/** `2022-04-06 10:06` in Beijing as an instant in UTC. */
export function beijingInstant(text: string): Instant {
  const milliseconds = Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
  const instant = Number.isNaN(milliseconds)
    ? undefined
    : parseInstant(`${new Date(milliseconds).toISOString().slice(0, 19)}Z`);
  if (instant === undefined) throw new Error(`not a Beijing time: ${text}`);
  return instant;
}
