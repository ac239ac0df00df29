import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type CommandRoute, drawRoutes, type DrawView, witnessRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { witnessCommitment } from '@mingchou/verifier';
import { expect } from 'vitest';
import { type Failpoint, failpoints } from '../../src/modules/draw/failpoint.ts';
import type { Client } from '../../src/shell/client.ts';
import { testPassword } from '../harness.ts';
import type { Errand } from './draw-child.ts';
import { footprintOf } from './draw-footprint.ts';
import { type DrawBureau, digits, openAt, type Stage } from './draw-story.ts';

export type Route = Errand['route'];
export interface Round {
  readonly route: Route;
  readonly step: Failpoint | 'after the commit';
}

interface Errands {
  readonly prefix: string;
  /** Where the draw stands before the command. */
  readonly from: Stage | 'drawn';
  /** Some of what there is after it. */
  readonly leads: object;
}

const errands: Readonly<Record<Route, Errands>> = {
  publishCommitment: {
    prefix: 'publish-commitment:',
    from: 'frozen',
    leads: { status: 'committed', task: 'drawing', objects: 0, portal: 'committed' },
  },
  recordDice: { prefix: 'record-dice:', from: 'committed', leads: { status: 'collecting', objects: 0 } },
  confirmDice: { prefix: 'confirm-dice:', from: 'recorded', leads: { status: 'collecting', objects: 0 } },
  revealWitness: { prefix: 'reveal-witness:', from: 'confirmed', leads: { status: 'collecting', objects: 0 } },
  runDraw: {
    prefix: 'run-draw:',
    from: 'complete',
    leads: { status: 'drawn', task: 'drawn', objects: 12, seats: 18, portal: 'drawn' },
  },
  dispatchTask: {
    prefix: 'dispatch-task:',
    from: 'drawn',
    leads: { status: 'dispatched', task: 'dispatched', objects: 12, portal: 'dispatched' },
  },
  voidDraw: {
    prefix: 'void-draw:',
    from: 'complete',
    leads: { status: 'voided', task: 'planned', objects: 12, portal: 'voided' },
  },
  freezeRoster: {
    prefix: 'freeze-roster:',
    from: 'sealed',
    leads: { status: 'frozen', roster: 41, files: 0, objects: 0, portal: null },
  },
  sealWitness: { prefix: 'seal-witness:', from: 'prepared', leads: { status: 'preparing', roster: 0, portal: null } },
};
const routes = Object.keys(errands) as Route[];

/** A round for every step of every command, and one for each after its commit. */
export const allRounds: readonly Round[] = routes.flatMap((route) => [
  ...failpoints.filter((step) => step.startsWith(errands[route].prefix)).map((step) => ({ route, step })),
  { route, step: 'after the commit' as const },
]);

/** Kills a server process in the middle of the command, looks at what is left, and gives the command again. */
export async function killAndGoOn(bureau: DrawBureau, { route, step }: Round): Promise<void> {
  const { id } = await carriedTo(bureau, errands[route].from);
  const { client, input, isAtTheDoor } = await orderOf(bureau, route, id);
  const before = await footprintOf(bureau, id);
  const key = randomUUID();
  const { ownerUrl: url, filesFolder, clock } = bureau;
  const errand = { url, filesFolder, now: clock.now(), cookie: client.cookie(), route, input, key };
  expect(await runUntilKilled(errand, step)).toEqual({ signal: 'SIGKILL', said: '' });

  const after = await footprintOf(bureau, id);
  const committed = step === 'after the commit';
  if (committed) expect(after['version']).toBe(Number(before['version']) + 1);
  else expect(after).toEqual(before);

  // Pressed again with the same key: one effect in all, whatever the dead server had done. A witness's page has no key.
  const command: CommandRoute = { ...drawRoutes, ...witnessRoutes }[route];
  const again = await client.send(command, input, { key });
  if (!(committed && isAtTheDoor)) expect(again).toMatchObject({ ok: true });
  const whole = await footprintOf(bureau, id);
  if (committed) expect(whole).toEqual(after);
  else expect(whole['version']).toBe(Number(before['version']) + 1);
  expect(whole).toMatchObject(errands[route].leads);
}

async function carriedTo(bureau: DrawBureau, stage: Stage | 'drawn'): Promise<DrawView> {
  if (stage !== 'drawn') return bureau.draw(stage);
  const { id } = await bureau.draw('complete');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  return bureau.show(id);
}

interface Order {
  readonly client: Client;
  readonly input: Record<string, unknown>;
  readonly isAtTheDoor: boolean;
}

/** Who gives the command, and in which words. */
async function orderOf(bureau: DrawBureau, route: Route, id: DrawId): Promise<Order> {
  const { clerk, chief, leader } = bureau;
  const by = async (client: Client, more: object = {}): Promise<Order> => ({
    client,
    input: { ...(await bureau.about(id)), ...more },
    isAtTheDoor: false,
  });
  const value = bureau.valueOf('W1');
  switch (route) {
    case 'publishCommitment':
      await clerk.reauthenticate(testPassword);
      return by(clerk, { openAt });
    case 'recordDice':
      bureau.clock.set('2022-04-01T08:31:00Z');
      return by(clerk, { digits });
    case 'confirmDice':
      return by(chief, { digits });
    case 'voidDraw':
      await clerk.mustSend(drawRoutes.requestVoidDraw, {
        ...(await bureau.about(id)),
        reason: 'equipment-failed',
        text: '开签前发现投影仪损坏，在场人员看不到画面',
      });
      await leader.reauthenticate(testPassword);
      return by(leader);
    case 'sealWitness': {
      const { drawNo } = await bureau.show(id);
      const commitment = witnessCommitment('sha256', '140428-changzi', drawNo, 'W1', value);
      return { client: bureau.nobody(), input: { token: await bureau.link(id, 'W1'), commitment }, isAtTheDoor: true };
    }
    case 'revealWitness':
      return { client: bureau.nobody(), input: { token: bureau.tokenOf(id, 'W1'), value }, isAtTheDoor: true };
    default:
      return by(clerk);
  }
}

function runUntilKilled(errand: Errand, step: string): Promise<{ signal: string | null; said: string }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'draw-child.ts'), JSON.stringify(errand)], {
    env: { ...process.env, MINGCHOU_FAILPOINT: step, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  return new Promise((resolve) => child.on('exit', (_code, signal) => resolve({ signal, said })));
}
