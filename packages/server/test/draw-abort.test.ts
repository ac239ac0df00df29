import { randomUUID } from 'node:crypto';
import { addressOf, type CommandRoute, drawRoutes, witnessRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { witnessCommitment } from '@mingchou/verifier';
import { afterEach, expect, test, vi } from 'vitest';
import { failpoints } from '../src/modules/draw/failpoint.ts';
import type { Client } from '../src/shell/client.ts';
import { fieldModules, fieldPorts } from './harness/draw-field.ts';
import { footprintOf } from './harness/draw-footprint.ts';
import { type DrawBureau, digits, drawBureau, openAt, witnesses } from './harness/draw-story.ts';
import { testPassword } from './harness.ts';

// Seconds alone, more beside a whole test run.
vi.setConfig({ testTimeout: 90_000 });

afterEach(() => {
  delete process.env['MINGCHOU_ABORTPOINT'];
});

/** A command of the draw, given again and again in the same words: its HTTP status. */
type Give = () => Promise<number>;

test('a draw whose every command first fails at each of its steps is wholly there or wholly absent, and goes on', async () => {
  const bureau = await drawBureau(fieldPorts, undefined, fieldModules);
  const failedAt = new Set<string>();
  /** Lets the command fail at every step named for these prefixes, then gives it once more. */
  const fail = async (drawId: DrawId, prefixes: readonly string[], give: Give) => {
    const before = await footprintOf(bureau, drawId);
    for (const step of failpoints.filter((one) => prefixes.some((prefix) => one.startsWith(prefix)))) {
      process.env['MINGCHOU_ABORTPOINT'] = step;
      expect(await give(), step).toBe(500);
      expect(await footprintOf(bureau, drawId), step).toEqual(before);
      failedAt.add(step);
    }
    delete process.env['MINGCHOU_ABORTPOINT'];
    expect(await give(), prefixes.join()).toBe(200);
    const after = await footprintOf(bureau, drawId);
    expect(after['version']).toBe(Number(before['version']) + 1);
    // The same words once more are answered from what was kept, or refused; nothing changes.
    await give();
    expect(await footprintOf(bureau, drawId)).toEqual(after);
  };

  const drawId = await wholeDraw(bureau, fail);
  expect(await footprintOf(bureau, drawId)).toMatchObject({ status: 'dispatched', portal: 'dispatched' });

  // A draw voided when every number was in: its result is kept and published with the void.
  const doomed = await bureau.draw('complete');
  const reason = { reason: 'equipment-failed', text: '开签前发现投影仪损坏，在场人员看不到画面' } as const;
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, { ...(await bureau.about(doomed.id)), ...reason });
  await bureau.leader.reauthenticate(testPassword);
  await fail(doomed.id, ['void-draw:'], await given(bureau, bureau.leader, drawRoutes.voidDraw, doomed.id));
  expect(await footprintOf(bureau, doomed.id)).toMatchObject({ status: 'voided', task: 'planned', portal: 'voided' });

  expect(failpoints.filter((step) => !failedAt.has(step))).toEqual([]);
  expect(failedAt.size).toBeGreaterThanOrEqual(25);
  await bureau.close();
});

/** A sealed draw from the witnesses' hashes to the unsealing. */
async function wholeDraw(
  bureau: DrawBureau,
  fail: (drawId: DrawId, prefixes: readonly string[], give: Give) => Promise<void>,
): Promise<DrawId> {
  const { clerk, chief, leader } = bureau;
  const taskId = await bureau.task();
  const sealing = { reason: '对举报集中的加油站暗查' };
  const { drawId } = await clerk.mustSend(drawRoutes.prepareDraw, { taskId, openAt, witnesses, sealing });
  const by = (client: Client, route: CommandRoute, more: object = {}) => given(bureau, client, route, drawId, more);

  const { drawNo } = await bureau.show(drawId);
  const tokens = new Map<string, string>();
  for (const witness of ['W1', 'W2']) {
    const token = await bureau.link(drawId, witness);
    tokens.set(witness, token);
    const commitment = witnessCommitment('sha256', '140428-changzi', drawNo, witness, bureau.valueOf(witness));
    await fail(
      drawId,
      witness === 'W1' ? ['seal-witness:'] : [],
      atTheDoor(bureau, witnessRoutes.sealWitness, { token, commitment }),
    );
  }
  await fail(drawId, ['freeze-roster:'], await by(clerk, drawRoutes.freezeRoster));
  await clerk.reauthenticate(testPassword);
  await fail(drawId, ['publish-commitment:'], await by(clerk, drawRoutes.publishCommitment, { openAt }));
  bureau.clock.set('2022-04-01T08:31:00Z');
  await fail(drawId, ['record-dice:'], await by(clerk, drawRoutes.recordDice, { digits }));
  await fail(drawId, ['confirm-dice:'], await by(chief, drawRoutes.confirmDice, { digits }));
  for (const [witness, token] of tokens) {
    const value = bureau.valueOf(witness);
    await fail(
      drawId,
      witness === 'W1' ? ['reveal-witness:'] : [],
      atTheDoor(bureau, witnessRoutes.revealWitness, { token, value }),
    );
  }
  await clerk.reauthenticate(testPassword);
  await fail(drawId, ['run-draw:'], await by(clerk, drawRoutes.runDraw));
  await fail(drawId, ['dispatch-task:'], await by(clerk, drawRoutes.dispatchTask));

  const { visits } = await clerk.mustAsk(drawRoutes.showAmendments, { drawId });
  const seat = { visit: visits[0]?.visit ?? '', seat: 2, origin: 'enterprise', reason: 'kin' } as const;
  const words = { ...seat, text: '与企业负责人是亲属' };
  await clerk.mustSend(drawRoutes.requestRecusal, { ...(await bureau.about(drawId)), ...words });
  await leader.reauthenticate(testPassword);
  const approval = { request: 1, text: '情况属实' };
  await fail(drawId, ['amend-draw:'], await by(leader, drawRoutes.approveAmendment, approval));
  await fail(drawId, ['unseal-draw:'], await by(leader, drawRoutes.unsealDraw, { reason: '行动已提前结束' }));
  return drawId;
}

async function given(bureau: DrawBureau, client: Client, route: CommandRoute, drawId: DrawId, more: object = {}) {
  const key = randomUUID();
  const input = { ...(await bureau.about(drawId)), ...more };
  return async () => (await client.send(route, input, { key })).status;
}

let doors = 0;
/** Each visit comes from an address of its own: the doors without a session count visits by address. */
function atTheDoor(bureau: DrawBureau, route: CommandRoute, payload: object): Give {
  return async () => {
    doors += 1;
    const remoteAddress = `10.2.${doors >> 8}.${doors & 255}`;
    const headers = { 'x-mingchou': '1' };
    return (await bureau.app.inject({ method: 'POST', url: addressOf(route), headers, payload, remoteAddress }))
      .statusCode;
  };
}
