import pino from 'pino';
import { z } from 'zod';
import { type CommandRoute, drawRoutes, witnessRoutes } from '@mingchou/contract';
import { clientOf } from '../../src/shell/client.ts';
import { openHouse } from '../../src/shell/house.ts';
import { testClock } from './clock.ts';
import { neighbours } from './draw-neighbours.ts';

/** The commands under which a server process may be killed. */
const mortalRoutes = [
  'sealWitness',
  'freezeRoster',
  'publishCommitment',
  'recordDice',
  'confirmDice',
  'revealWitness',
  'runDraw',
  'dispatchTask',
  'voidDraw',
] as const;

/** What the parent asks of a server process that will not live long. */
export const errand = z.object({
  url: z.string(),
  filesFolder: z.string(),
  now: z.string(),
  cookie: z.string(),
  route: z.enum(mortalRoutes),
  input: z.record(z.string(), z.unknown()),
  key: z.string(),
});
export type Errand = z.infer<typeof errand>;

/** A server in a process of its own gives one command and dies: at its failpoint, or after the commit with its reply unread. */
const { url, filesFolder, now, cookie, route, input, key } = errand.parse(JSON.parse(process.argv[2] ?? ''));
const house = await openHouse({
  ...{
    url,
    filesFolder,
    clock: testClock(now),
    mode: 'demonstration',
    publicUrl: 'http://localhost:8080',
    jobs: 'later',
  },
  ...{ connections: 4, logger: pino({ level: 'silent' }), compose: neighbours().compose },
});
const command: CommandRoute = { ...drawRoutes, ...witnessRoutes }[route];
const came = await clientOf(house.app, cookie).send(command, input, { key });
if (!came.ok) console.error(JSON.stringify(came));
process.kill(process.pid, 'SIGKILL');
