import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  accountRoutes,
  addressOf,
  type CommandRoute,
  drawRoutes,
  type QueryRoute,
  taskRoutes,
  witnessRoutes,
} from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { parseInstant } from '@mingchou/domain';
import type { z } from 'zod';

const slug = 'changzi';
const digits = '40719365028841736259';

type Send = <I extends z.ZodType, O extends z.ZodType>(
  route: CommandRoute<I, O>,
  input: z.input<I>,
) => Promise<z.output<O>>;
type Ask = <I extends z.ZodType, O extends z.ZodType>(
  route: QueryRoute<I, O>,
  input: z.input<I>,
) => Promise<z.output<O>>;
interface Hand {
  readonly send: Send;
  readonly ask: Ask;
}

/** A draw that is committed and open, and the acts that the room is about to see, in their order. */
export interface Ceremony {
  readonly path: string;
  readonly acts: readonly { readonly name: string; readonly act: () => Promise<unknown> }[];
}

/** Carries a task of the demonstration to the hour of its ceremony, over HTTP, as its people do. */
export async function openCeremony(address: string, row: string): Promise<Ceremony> {
  const clerk = await signedIn(address, 'legalClerk');
  const chief = await signedIn(address, 'sectionChief');
  const nobody = handOf(address);
  const { openable } = await clerk.ask(taskRoutes.listTasks, {});
  const found = openable.find(({ name }) => name.includes(row));
  if (found === undefined) throw new Error(`no open row of the plan is about ${row}`);
  const { taskId } = await clerk.send(taskRoutes.openTask, { planRowId: found.planRowId });
  const openAt = instant('2022-08-10T02:00:00Z');
  const witnesses = ['张见', '孔证'].map((name) => ({ name, organisation: '县纪委监委派驻组' }));
  const { drawId } = await clerk.send(drawRoutes.prepareDraw, { taskId, openAt, witnesses });
  const about = () => aboutOf(clerk, drawId);
  await clerk.send(drawRoutes.freezeRoster, await about());
  const devices = [await seal(clerk, nobody, drawId, 'W1'), await seal(clerk, nobody, drawId, 'W2')];
  await clerk.send(accountRoutes.reauthenticate, { password: 'mingchou-demo' });
  await clerk.send(drawRoutes.publishCommitment, { ...(await about()), openAt });
  await clerk.send(accountRoutes.advanceDemonstrationClock, { to: openAt });
  const { publicAddress } = await clerk.ask(drawRoutes.showDraw, { drawId });
  const reveal = (device: (typeof devices)[number]) => () => nobody.send(witnessRoutes.revealWitness, device);
  return {
    path: publicAddress,
    acts: [
      { name: 'dice', act: async () => clerk.send(drawRoutes.recordDice, { ...(await about()), digits }) },
      { name: 'confirmed', act: async () => chief.send(drawRoutes.confirmDice, { ...(await about()), digits }) },
      ...devices.map((device, at) => ({ name: `witness ${at + 1}`, act: reveal(device) })),
      { name: 'drawn', act: async () => clerk.send(drawRoutes.runDraw, await about()) },
    ],
  };
}

function instant(text: string) {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`${text} is no instant`);
  return parsed;
}

async function aboutOf(clerk: Hand, drawId: DrawId) {
  const { version } = await clerk.ask(drawRoutes.showDraw, { drawId });
  return { drawId, version };
}

async function seal(clerk: Hand, nobody: Hand, drawId: DrawId, witness: string) {
  const { path } = await clerk.send(drawRoutes.issueWitnessLink, { ...(await aboutOf(clerk, drawId)), witness });
  const token = path.slice(path.lastIndexOf('/') + 1);
  const value = randomBytes(16).toString('hex');
  const { suite, bureauCode, drawNo } = await nobody.ask(witnessRoutes.showWitness, { token });
  const sealed = `mc-draw/1 witness|${bureauCode}|${drawNo}|${witness}|${value}`;
  const commitment = createHash(suite).update(sealed).digest('hex');
  await nobody.send(witnessRoutes.sealWitness, { token, commitment });
  return { token, value };
}

async function signedIn(address: string, role: string): Promise<Hand> {
  const hand = handOf(address);
  const { bureaus } = await hand.ask(accountRoutes.signInChoices, {});
  const bureau = bureaus.find((each) => each.slug === slug);
  const person = bureau?.people.find(({ roles }) => roles.some((one) => one === role));
  if (bureau === undefined || person === undefined) throw new Error(`the demonstration offers no ${role} of 长子`);
  await hand.send(accountRoutes.signInAs, { bureauId: bureau.id, personId: person.id });
  return hand;
}

function handOf(address: string): Hand {
  let cookie = '';
  const received = async <O extends z.ZodType>(route: { name: string; reply: O }, reply: Response) => {
    if (!reply.ok) throw new Error(`${route.name}: ${reply.status} ${await reply.text()}`);
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return route.reply.parse(await reply.json());
  };
  return {
    send: async (route, input) => {
      const headers = {
        'content-type': 'application/json',
        'x-mingchou': '1',
        'idempotency-key': randomUUID(),
        cookie,
      };
      const body = JSON.stringify(input);
      return received(route, await fetch(address + addressOf(route), { method: 'POST', headers, body }));
    },
    ask: async (route, input) => {
      const query = new URLSearchParams(Object.entries(input as Readonly<Record<string, string>>));
      return received(route, await fetch(`${address}${addressOf(route)}?${query}`, { headers: { cookie } }));
    },
  };
}
