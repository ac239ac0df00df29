import { createHash, randomBytes } from 'node:crypto';
import { drawRoutes, taskRoutes, witnessRoutes } from '@mingchou/contract';
import { resolvePolicy, type TaskId } from '@mingchou/domain';
import { beijingInstant, roleHolder, type Scene } from './scene.ts';

/** A draw as it stands after a command. */
export interface DrawAt {
  readonly drawId: string;
  readonly version: number;
}

interface Timetable {
  /** Name of the plan row whose task is drawn. */
  readonly row: string;
  readonly openAt: string;
}

/** Who draws, by the bureau's own rule (`draw.operatorRole`). */
export function operatorOf(scene: Scene): string {
  const profile = scene.samples.policy(scene.bureau);
  return roleHolder(scene.bureau, resolvePolicy(profile, 'draw.operatorRole').value);
}

/** Who types the dice again: the other one of clerk and chief. */
function secondOf(scene: Scene): string {
  const chief = roleHolder(scene.bureau, 'sectionChief');
  return operatorOf(scene) === chief ? roleHolder(scene.bureau, 'legalClerk') : chief;
}

/** Opens the task of a plan row and prepares its draw, with the bureau's witnesses. */
export async function prepareDraw(scene: Scene, timetable: Timetable): Promise<DrawAt> {
  const clerk = await scene.as(operatorOf(scene));
  const { openable } = await clerk.mustAsk(taskRoutes.listTasks, {});
  const row = openable.find((each) => each.name === timetable.row);
  if (row === undefined) throw new Error(`no plan row is called ${timetable.row}`);
  const { taskId } = await clerk.mustSend(taskRoutes.openTask, { planRowId: row.planRowId });
  return prepareTask(scene, taskId, timetable.openAt);
}

/** Prepares a draw of a task that stands open, as after a void draw. */
export async function prepareTask(scene: Scene, taskId: TaskId, openingAt: string): Promise<DrawAt> {
  const clerk = await scene.as(operatorOf(scene));
  const witnesses = scene.bureau.witnesses.map(([name, organisation]) => ({ name, organisation }));
  const openAt = beijingInstant(openingAt);
  return clerk.mustSend(drawRoutes.prepareDraw, { taskId, openAt, witnesses });
}

/** 冻结名单 and then each witness seals a value on a device of his own. */
export async function freezeAndSeal(scene: Scene, prepared: DrawAt): Promise<{ draw: DrawAt; devices: Device[] }> {
  const clerk = await scene.as(operatorOf(scene));
  let draw: DrawAt = await clerk.mustSend(drawRoutes.freezeRoster, about(prepared));
  const devices: Device[] = [];
  for (const [at] of scene.bureau.witnesses.entries()) {
    const issued = await clerk.mustSend(drawRoutes.issueWitnessLink, { ...about(draw), witness: `W${at + 1}` });
    devices.push(await seal(scene, issued.path));
    draw = await current(scene, issued);
  }
  return { draw, devices };
}

/** What a witness's own phone keeps: the link and the value nobody else knows. */
interface Device {
  readonly token: string;
  readonly value: string;
}

async function seal(scene: Scene, path: string): Promise<Device> {
  const token = path.slice(path.lastIndexOf('/') + 1);
  const value = randomBytes(16).toString('hex');
  const asked = await scene.anyone().mustAsk(witnessRoutes.showWitness, { token });
  const sealed = `mc-draw/1 witness|${asked.bureauCode}|${asked.drawNo}|${asked.witness}|${value}`;
  const commitment = createHash(asked.suite).update(sealed).digest('hex');
  await scene.anyone().mustSend(witnessRoutes.sealWitness, { token, commitment });
  return { token, value };
}

/** 公开承诺: from here on neither roster nor rules can change. */
export async function commit(scene: Scene, frozen: DrawAt, openAt: string): Promise<DrawAt> {
  const clerk = await scene.asTrusted(operatorOf(scene));
  return clerk.mustSend(drawRoutes.publishCommitment, { ...about(frozen), openAt: beijingInstant(openAt) });
}

/** The ceremony: dice typed by one and again by another, the witnesses reveal, the draw runs. */
export async function hold(
  scene: Scene,
  committed: DrawAt,
  devices: readonly Device[],
  dice: { readonly digits: string; readonly thrownAt: string; readonly revealedAt: string },
): Promise<DrawAt> {
  const { digits } = dice;
  await scene.at(dice.thrownAt);
  const clerk = await scene.as(operatorOf(scene));
  const second = await scene.as(secondOf(scene));
  const recorded = await clerk.mustSend(drawRoutes.recordDice, { ...about(committed), digits });
  await second.mustSend(drawRoutes.confirmDice, { ...about(recorded), digits });
  await scene.at(dice.revealedAt);
  for (const device of devices) await scene.anyone().mustSend(witnessRoutes.revealWitness, device);
  const trusted = await scene.asTrusted(operatorOf(scene));
  return trusted.mustSend(drawRoutes.runDraw, about(await current(scene, committed)));
}

/** 派发: the visits and inspections come into being and the teams are told. */
export async function dispatch(scene: Scene, drawn: DrawAt): Promise<void> {
  const clerk = await scene.as(operatorOf(scene));
  await clerk.mustSend(drawRoutes.dispatchTask, about(drawn));
}

async function current(scene: Scene, { drawId }: DrawAt): Promise<DrawAt> {
  const clerk = await scene.as(operatorOf(scene));
  const { version } = await clerk.mustAsk(drawRoutes.showDraw, { drawId });
  return { drawId, version };
}

function about({ drawId, version }: DrawAt): DrawAt {
  return { drawId, version };
}

/** The task that a draw belongs to. */
export async function taskOf(scene: Scene, { drawId }: DrawAt): Promise<TaskId> {
  const clerk = await scene.as(operatorOf(scene));
  return (await clerk.mustAsk(drawRoutes.showDraw, { drawId })).taskId;
}
