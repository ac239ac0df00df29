import { addressOf, type CommandRoute, drawRoutes, type DrawView, taskRoutes, witnessRoutes } from '@mingchou/contract';
import type { DrawId, TaskId } from '@mingchou/domain';
import { witnessCommitment } from '@mingchou/verifier';
import type { z } from 'zod';
import type { Client } from '../../src/shell/client.ts';
import { type TestBureau, testBureau, testPassword } from '../harness.ts';
import { type Neighbours, neighbours, planRowId } from './draw-neighbours.ts';

export const openAt = '2022-04-01T08:30:00Z';
export const digits = '40719365028841736259';
const values: Readonly<Record<string, string>> = {
  W1: '5e0c27a94d18b6f3a27f90c3e1d84b65',
  W2: 'c81f3b7702e94a5d96b0d47e2f13a8c9',
};

export const witnesses = [
  { name: '张见', organisation: '县纪委监委派驻组' },
  { name: '孔证', organisation: '县个体私营企业协会' },
];
type PrepareInput = z.input<typeof drawRoutes.prepareDraw.input>;

/** Where a draw may be left by `draw`. */
export const stages = ['prepared', 'sealed', 'frozen', 'committed', 'recorded', 'confirmed', 'complete'] as const;
export type Stage = (typeof stages)[number];

export interface DrawBureau extends TestBureau {
  readonly around: Neighbours;
  readonly clerk: Client;
  readonly chief: Client;
  readonly leader: Client;
  /** A new task with a draw, carried by the story's people to the stage. The bureau's clock is set along the way. */
  readonly draw: (stage: Stage, extra?: Partial<PrepareInput>) => Promise<DrawView>;
  /** Opens the next task, with nothing prepared. */
  readonly task: () => Promise<TaskId>;
  /** Takes a draw the one step that leads to the stage. */
  readonly step: (stage: Stage, drawId: DrawId) => Promise<unknown>;
  readonly show: (drawId: DrawId) => Promise<DrawView>;
  readonly about: (drawId: DrawId) => Promise<{ drawId: DrawId; version: number }>;
  readonly link: (drawId: DrawId, witness: string) => Promise<string>;
  /** The link that the witness got when he sealed. */
  readonly tokenOf: (drawId: DrawId, witness: string) => string;
  readonly valueOf: (witness: string) => string;
}

/** 长子 with made-up neighbours, the clerk freshly re-authenticated whenever the clock moves. */
export async function drawBureau(
  given: Parameters<typeof neighbours>[1] = {},
  now = '2022-04-01T08:20:00Z',
  also?: Parameters<typeof neighbours>[2],
  exclusion?: Parameters<typeof neighbours>[3],
): Promise<DrawBureau> {
  const around = neighbours(30, given, also, exclusion);
  const bureau = await testBureau({ compose: around.compose, now });
  const [clerk, chief, leader] = [await bureau.as('何书'), await bureau.as('施核'), await bureau.as('吕审')];
  const show = (drawId: DrawId) => clerk.mustAsk(drawRoutes.showDraw, { drawId });
  const about = async (drawId: DrawId) => ({ drawId, version: (await show(drawId)).version });
  let rows = 0;
  let doors = 0;
  // Each witness comes from an address of his own: the doors without a session count visits by address.
  const atTheDoor = async (route: CommandRoute, payload: object) => {
    doors += 1;
    const remoteAddress = `10.1.${doors >> 8}.${doors & 255}`;
    const headers = { 'x-mingchou': '1' };
    const came = await bureau.app.inject({ method: 'POST', url: addressOf(route), headers, payload, remoteAddress });
    if (came.statusCode !== 200) throw new Error(`${route.name}: ${came.statusCode} ${came.body}`);
  };

  const link = async (drawId: DrawId, witness: string) => {
    const { path } = await clerk.mustSend(drawRoutes.issueWitnessLink, { ...(await about(drawId)), witness });
    return path.replace('/witness/', '');
  };
  const links = new Map<string, string>();
  const steps: Record<Stage, (drawId: DrawId) => Promise<unknown>> = {
    prepared: () => Promise.resolve(),
    sealed: async (drawId) => {
      const { drawNo } = await show(drawId);
      for (const witness of ['W1', 'W2']) {
        const token = await link(drawId, witness);
        links.set(`${drawId} ${witness}`, token);
        const code = '140428-changzi';
        const commitment = witnessCommitment('sha256', code, drawNo, witness, values[witness] ?? '');
        await atTheDoor(witnessRoutes.sealWitness, { token, commitment });
      }
    },
    frozen: async (drawId) => clerk.mustSend(drawRoutes.freezeRoster, await about(drawId)),
    committed: async (drawId) => {
      await clerk.reauthenticate(testPassword);
      await clerk.mustSend(drawRoutes.publishCommitment, { ...(await about(drawId)), openAt });
    },
    recorded: async (drawId) => {
      bureau.clock.set('2022-04-01T08:31:00Z');
      await clerk.mustSend(drawRoutes.recordDice, { ...(await about(drawId)), digits });
    },
    confirmed: async (drawId) => chief.mustSend(drawRoutes.confirmDice, { ...(await about(drawId)), digits }),
    complete: async (drawId) => {
      for (const witness of ['W1', 'W2']) {
        const token = links.get(`${drawId} ${witness}`) ?? '';
        await atTheDoor(witnessRoutes.revealWitness, { token, value: values[witness] ?? '' });
      }
      await clerk.reauthenticate(testPassword);
    },
  };

  const task = async () => {
    bureau.clock.set('2022-04-01T08:20:00Z');
    rows += 1;
    return (await clerk.mustSend(taskRoutes.openTask, { planRowId: planRowId(rows) })).taskId;
  };
  const draw = async (stage: Stage, extra: Partial<PrepareInput> = {}) => {
    const taskId = await task();
    const { drawId } = await clerk.mustSend(drawRoutes.prepareDraw, { taskId, openAt, witnesses, ...extra });
    for (const step of stages.slice(0, stages.indexOf(stage) + 1)) await steps[step](drawId);
    return show(drawId);
  };
  const valueOf = (witness: string) => values[witness] ?? '';
  return {
    ...bureau,
    around,
    clerk,
    chief,
    leader,
    draw,
    task,
    show,
    about,
    link,
    valueOf,
    tokenOf: (drawId, witness) => links.get(`${drawId} ${witness}`) ?? '',
    step: (stage, drawId) => steps[stage](drawId),
  };
}
