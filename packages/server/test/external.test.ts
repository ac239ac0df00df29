import { drawRoutes, externalRoutes, roundRoutes, taskRoutes } from '@mingchou/contract';
import type { DrawId, ExclusionPolicy, TaskId } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planRowId } from './harness/draw-neighbours.ts';
import { type DrawBureau, drawBureau } from './harness/draw-story.ts';

const once: ExclusionPolicy = {
  drawnBefore: 'leaveThisRound',
  openTask: 'stay',
  frequency: null,
  caps: [],
  clauses: {},
};
const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau({}, '2022-04-01T08:20:00Z', undefined, once);
  await bureau.clerk.mustSend(roundRoutes.openRound, {
    name: '2022年第一轮',
    startsOn: '2022-03-03',
    endsOn: '2022-12-31',
  });
});
afterAll(() => bureau.close());

const codeOf = (key: string) => bureau.around.subjects.get(key)?.code ?? '';
const lineOf = (key: string) => `${codeOf(key)}\t140428220004\t140428220005`;
let rows = 10;

async function openTask(): Promise<TaskId> {
  rows += 1;
  return (await bureau.clerk.mustSend(taskRoutes.openTask, { planRowId: planRowId(rows) })).taskId;
}

function registration(taskId: TaskId, text: string) {
  return {
    taskId,
    platform: '省信用信息系统',
    platformNo: '豫抽2022-17',
    drawnAt: '2022-04-01T02:00:00Z',
    operator: '何书',
    list: { kind: 'text' as const, text },
    files: [{ name: '抽取结果.png', mediaType: 'image/png' as const, base64: png }],
  };
}

const taskOf = async (taskId: TaskId) =>
  (await bureau.clerk.mustAsk(taskRoutes.listTasks, { size: 50 })).rows.find((row) => row.id === taskId);

test('an unknown code is named with row and column, and nothing is registered', async () => {
  const taskId = await openTask();
  const text = `${lineOf('s1')}\n91140428XX9999999X\t140428220004\t140428220005`;
  const refused = await bureau.clerk.send(externalRoutes.registerExternalDraw, registration(taskId, text));
  expect(refused).toMatchObject({
    status: 422,
    refusal: {
      code: 'external-list-wrong',
      message: expect.stringContaining('第2行A列「91140428XX9999999X」不在本任务范围的底册中'),
    },
  });
  expect(await taskOf(taskId)).toMatchObject({ status: 'planned' });
});

let external: DrawId;

test('an external draw has a register number of its own, fills its task, and the portal marks it', async () => {
  const taskId = await openTask();
  const text = ['s1', 's2', 's3'].map(lineOf).join('\n');
  const reply = await bureau.clerk.mustSend(externalRoutes.registerExternalDraw, registration(taskId, text));
  expect(reply).toMatchObject({ registerNo: 1, objects: 3 });
  external = reply.drawId;
  expect(await taskOf(taskId)).toMatchObject({ status: 'drawn', drawId: external, drawKind: 'external' });
  const view = await bureau.clerk.mustAsk(externalRoutes.showExternalDraw, { drawId: external });
  expect(view).toMatchObject({ platform: '省信用信息系统', round: { name: '2022年第一轮' }, files: [{ size: 8 }] });
  const file = await bureau.clerk.mustAsk(externalRoutes.readExternalFile, {
    drawId: external,
    hash: view.files[0]?.hash ?? '',
  });
  expect(file).toMatchObject({ name: '抽取结果.png', base64: png });
  const [row] = await bureau.sql(`select view from portal_snapshot where kind = 'external' and key = '1'`);
  expect(row?.['view']).toMatchObject({ platform: '省信用信息系统', objectsDrawn: [{}, {}, {}], withdrawn: null });
  expect(JSON.stringify(row?.['view'])).not.toContain('140428220004');
});

test('it counts in the round: the next draw here leaves its objects out, and its own numbers stay without gaps', async () => {
  const { id, drawNo } = await bureau.draw('prepared');
  expect(drawNo).toBe(1);
  const { rows: pool } = await bureau.clerk.mustAsk(drawRoutes.listPool, { drawId: id, size: 50 });
  const out = pool.filter((row) => row.exclusion !== null);
  expect(out.map((row) => row.code).sort()).toEqual(['s1', 's2', 's3'].map(codeOf).sort());
  expect(out[0]?.exclusion).toMatchObject({
    reason: 'drawn-this-round',
    evidence: expect.stringContaining('外部抽取第1号（2022-04-01）抽中'),
  });
  const [round] = (await bureau.clerk.mustAsk(roundRoutes.listRounds, {})).rows;
  expect(round).toMatchObject({ drawn: 3 });
  const behind = await bureau.clerk.mustAsk(roundRoutes.listDrawnOfRound, { roundId: round?.id ?? '' });
  expect(behind.rows).toMatchObject([{ kind: 'external', no: 1 }, {}, {}]);
});

test('what is in a pool frozen here cannot be registered from outside before that draw is done', async () => {
  const { rows: draws } = await bureau.clerk.mustAsk(drawRoutes.listDraws, { status: 'preparing' });
  const id = draws[0]?.id;
  if (id === undefined) throw new Error('no draw is being prepared');
  await bureau.clerk.mustSend(drawRoutes.freezeRoster, await bureau.about(id));
  const taskId = await openTask();
  const early = await bureau.clerk.send(externalRoutes.registerExternalDraw, registration(taskId, lineOf('s9')));
  expect(early).toMatchObject({ status: 409, refusal: { code: 'external-pool-frozen' } });
});

test('it is dispatched like any drawn task; a registration is withdrawn by the leader and frees task and objects', async () => {
  const about = { drawId: external, version: 1 };
  bureau.around.unpublished.push('对危险化学品企业的行政检查');
  const withdrawn = await bureau.clerk.send(externalRoutes.dispatchExternalDraw, about);
  bureau.around.unpublished.length = 0;
  expect(withdrawn).toMatchObject({ status: 409, refusal: { code: 'external-items-withdrawn' } });
  const sent = await bureau.clerk.mustSend(externalRoutes.dispatchExternalDraw, about);
  expect(sent).toMatchObject({ visits: 3 });
  expect(bureau.around.dispatched.at(-1)).toMatchObject({ drawNo: 1, drawKind: 'external', visits: [{}, {}, {}] });

  const taskId = await openTask();
  const again = await bureau.clerk.mustSend(externalRoutes.registerExternalDraw, registration(taskId, lineOf('s1')));
  expect(again.registerNo).toBe(2);
  const withdrawal = { drawId: again.drawId, version: 1, text: '登记错了任务' };
  expect(await bureau.clerk.send(externalRoutes.withdrawExternalDraw, withdrawal)).toMatchObject({ status: 403 });
  await bureau.leader.mustSend(externalRoutes.withdrawExternalDraw, withdrawal);
  expect(await taskOf(taskId)).toMatchObject({ status: 'planned', drawId: null });
  const { rows: all } = await bureau.clerk.mustAsk(externalRoutes.listExternalDraws, {});
  expect(all.map(({ registerNo, status }) => [registerNo, status])).toEqual([
    [2, 'withdrawn'],
    [1, 'dispatched'],
  ]);
});
