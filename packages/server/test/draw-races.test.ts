import { randomUUID } from 'node:crypto';
import { drawRoutes, taskRoutes } from '@mingchou/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/shell/client.ts';
import { planRowId } from './harness/draw-neighbours.ts';
import { type DrawBureau, digits, drawBureau, openAt } from './harness/draw-story.ts';
import { storyPeople, testPassword } from './harness.ts';

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau();
  // The inspectors of the story help out as clerks, so that many different people can press at once.
  await bureau.sql(`update person set roles = array['legalClerk'] where 'inspector' = any(roles)`);
});
afterAll(() => bureau.close());

async function clerks(count: number): Promise<Client[]> {
  const names = storyPeople.filter((person) => person.roles.includes('inspector')).map((person) => person.name);
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const clerk = await bureau.as(names[index % names.length] ?? '');
      await clerk.reauthenticate(testPassword);
      return clerk;
    }),
  );
}

test('twenty clerks press 开签 at once: one draws, nineteen are told who drew and when', async () => {
  const { id, version, drawNo } = await bureau.draw('complete');
  const twenty = await clerks(20);
  const came = await Promise.all(twenty.map((clerk) => clerk.send(drawRoutes.runDraw, { drawId: id, version })));
  expect(came.filter((one) => one.ok)).toHaveLength(1);
  const { drawn } = await bureau.show(id);
  const told = came.flatMap((one) => (one.ok ? [] : [one]));
  for (const one of told) {
    expect(one).toMatchObject({
      status: 409,
      refusal: { code: 'already-drawn', facts: { drawNo, by: drawn?.name, at: drawn?.at } },
    });
    expect(one.refusal.message).toBe(
      `不能再抽：第${drawNo}号抽签已由${drawn?.name}于4月1日16:31开签。结果有误请申请作废，作废记录会公开。`,
    );
  }
  const [{ results } = {}] = await bureau.sql(
    `select count(*)::int as results from portal_log_entry where entry like '%"kind":"result"%'`,
  );
  expect(results).toBe(1);
});

test('a second click on 开签, also a tenth, has one effect and the same answer', async () => {
  const { id, version } = await bureau.draw('complete');
  const key = randomUUID();
  const clicks = Array.from({ length: 10 }, () =>
    bureau.clerk.send(drawRoutes.runDraw, { drawId: id, version }, { key }),
  );
  const came = await Promise.all(clicks);
  expect(new Set(came.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(came[0]).toMatchObject({ ok: true, value: { status: 'drawn', version: version + 1 } });
});

test('two clerks prepare a draw of one task: one is told that it is drawing already', async () => {
  bureau.clock.set('2022-04-01T08:20:00Z');
  const { taskId } = await bureau.clerk.mustSend(taskRoutes.openTask, { planRowId: planRowId(29) });
  const witnesses = [1, 2].map((no) => ({ name: `见证${no}`, organisation: '示例单位' }));
  const both = await clerks(2);
  const came = await Promise.all(
    both.map((clerk) => clerk.send(drawRoutes.prepareDraw, { taskId, openAt, witnesses })),
  );
  expect(came.filter((one) => one.ok)).toHaveLength(1);
  expect(came.find((one) => !one.ok)).toMatchObject({ status: 409, refusal: { code: 'task-not-ready' } });
  // The number must not stay open: later draws of this file could not be committed.
  const won = came.find((one) => one.ok);
  if (won?.ok === true) {
    const about = { drawId: won.value.drawId, version: won.value.version };
    const asked = { ...about, reason: 'other', text: '两人同时准备' } as const;
    const { version } = await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, asked);
    await bureau.leader.reauthenticate(testPassword);
    await bureau.leader.mustSend(drawRoutes.voidDraw, { drawId: about.drawId, version });
  }
});

test('a stale page is told who did what it has not seen, and nothing changes', async () => {
  const { id, version } = await bureau.draw('committed');
  bureau.clock.set('2022-04-01T08:31:00Z');
  await bureau.clerk.mustSend(drawRoutes.recordDice, { drawId: id, version, digits });
  const stale = await bureau.clerk.send(drawRoutes.recordDice, {
    drawId: id,
    version,
    digits: digits.replace('4', '5'),
  });
  expect(stale).toMatchObject({
    status: 409,
    refusal: {
      code: 'stale',
      facts: { by: '何书' },
      message: '没有办理：何书在4月1日16:31刚办过一步。请看现在的状态再继续。',
    },
  });
  expect((await bureau.show(id)).sources[0]?.value).toBe(digits);
});

test('before the opening, by the wrong person or with a wrong digit nothing is recorded', async () => {
  const { id } = await bureau.draw('committed');
  const about = () => bureau.about(id);
  const early = await bureau.clerk.send(drawRoutes.recordDice, { ...(await about()), digits });
  expect(early).toMatchObject({ status: 409, refusal: { message: '还不能录入：承诺写明16:30开启，还有10分钟。' } });
  bureau.clock.set('2022-04-01T08:31:00Z');
  const byChief = await bureau.chief.send(drawRoutes.recordDice, { ...(await about()), digits });
  expect(byChief).toMatchObject({ status: 403, refusal: { code: 'not-the-operator' } });
  const short = await bureau.clerk.send(drawRoutes.recordDice, { ...(await about()), digits: digits.slice(1) });
  expect(short).toMatchObject({
    status: 422,
    refusal: { message: '没有录入：要20位数字，现在是19位。请对照桌面补齐。' },
  });
  await bureau.clerk.mustSend(drawRoutes.recordDice, { ...(await about()), digits: '４０７１９ 36502 88417 36259' });
  const seenByChief = await bureau.chief.mustAsk(drawRoutes.showDraw, { drawId: id });
  expect(seenByChief.sources[0]).toMatchObject({ recordedBy: '何书', value: null });
  const himself = await bureau.clerk.send(drawRoutes.confirmDice, { ...(await about()), digits });
  expect(himself).toMatchObject({ status: 403, refusal: { code: 'same-person' } });
  const other = await bureau.chief.send(drawRoutes.confirmDice, {
    ...(await about()),
    digits: `${digits.slice(0, 19)}0`,
  });
  expect(other).toMatchObject({ status: 422, refusal: { code: 'dice-differ', facts: { position: 20 } } });
  const unready = await bureau.clerk.send(drawRoutes.runDraw, await about());
  expect(unready).toMatchObject({ ok: false });
  expect((await bureau.show(id)).status).toBe('collecting');
});

test('draw and commitment ask for the password again', async () => {
  const { id } = await bureau.draw('complete');
  bureau.clock.advance({ minutes: 6 });
  const run = await bureau.clerk.send(drawRoutes.runDraw, await bureau.about(id));
  expect(run).toMatchObject({ ok: false, refusal: { code: 'reauthentication-required' } });
});

test('a void draw stays in the list, its bundle carries the line, and its task is planned again', async () => {
  const { id, taskId, commitment } = await bureau.draw('complete');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const text = '名单冻结后发现一家重复登记';
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, {
    ...(await bureau.about(id)),
    reason: 'roster-wrong',
    text,
  });
  const own = await bureau.clerk.send(drawRoutes.voidDraw, await bureau.about(id));
  expect(own).toMatchObject({ status: 403 });
  await bureau.leader.reauthenticate(testPassword);
  await bureau.leader.mustSend(drawRoutes.voidDraw, await bureau.about(id));

  const voided = await bureau.show(id);
  expect(voided).toMatchObject({ status: 'voided', reached: 'drawn', voided: { text, approver: { name: '吕审' } } });
  expect(voided.files.map((file) => file.name)).toContain('amendments.jsonl');
  const [{ entry } = {}] = await bureau.sql('select entry from portal_log_entry order by log_index desc limit 1');
  expect(JSON.parse(String(entry))).toMatchObject({ kind: 'void', c: commitment?.c, reasonCode: 'roster-wrong' });
  const [{ view } = {}] = await bureau.sql(`select view from portal_snapshot where kind = 'draw' and key = $1`, [
    String(voided.drawNo),
  ]);
  expect(view).toMatchObject({ status: 'voided', voided: { approver: '吕审' } });
  const { rows } = await bureau.clerk.mustAsk(taskRoutes.listTasks, { size: 100 });
  expect(rows.find((task) => task.id === taskId)).toMatchObject({ status: 'planned', drawId: null });
});

test('a draw voided when every number was in publishes its result all the same: anyone could compute it', async () => {
  const { id } = await bureau.draw('complete');
  const text = '开签前发现投影仪损坏，在场人员看不到画面';
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, {
    ...(await bureau.about(id)),
    reason: 'equipment-failed',
    text,
  });
  await bureau.leader.reauthenticate(testPassword);
  await bureau.leader.mustSend(drawRoutes.voidDraw, await bureau.about(id));
  const { files, status, reached } = await bureau.show(id);
  expect([status, reached]).toEqual(['voided', 'collecting']);
  for (const name of ['seed.json', 'selected.csv', 'amendments.jsonl', 'bundle-public.zip']) {
    expect(files.map((file) => file.name)).toContain(name);
  }
});

test('a draw voided before any number was thrown has no result, and what was frozen stays public', async () => {
  const { id, drawNo } = await bureau.draw('committed');
  const text = '名单中一家企业重复登记';
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, {
    ...(await bureau.about(id)),
    reason: 'roster-wrong',
    text,
  });
  await bureau.leader.reauthenticate(testPassword);
  await bureau.leader.mustSend(drawRoutes.voidDraw, await bureau.about(id));
  const [{ view } = {}] = await bureau.sql(`select view from portal_snapshot where kind = 'draw' and key = $1`, [
    String(drawNo),
  ]);
  expect(view).toMatchObject({
    status: 'voided',
    bundle: null,
    drawn: null,
    frozenFiles: { bytes: expect.any(Number) },
  });
});

test('what changed since the freeze keeps the teams at home, and so does an item withdrawn since the approval', async () => {
  const { id } = await bureau.draw('complete');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const { teams } = await bureau.show(id);
  const drawn = teams[0]?.seats[0]?.inspector;
  const [key, person] = [...bureau.around.inspectors].find(([, one]) => one.code === drawn?.code) ?? [];
  if (key === undefined || person === undefined) throw new Error('nobody was drawn');
  bureau.around.inspectors.set(key, { ...person, available: false });
  const refused = await bureau.clerk.send(drawRoutes.dispatchTask, await bureau.about(id));
  bureau.around.inspectors.set(key, person);
  expect(refused).toMatchObject({ status: 422, refusal: { code: 'not-dispatchable' } });

  // N-18: an item that was withdrawn after the plan was approved is not inspected any more.
  bureau.around.unpublished.push('对危险化学品企业的行政检查');
  const withdrawn = await bureau.clerk.send(drawRoutes.dispatchTask, await bureau.about(id));
  bureau.around.unpublished.length = 0;
  expect(withdrawn).toMatchObject({
    ...{ status: 409 },
    refusal: {
      code: 'items-withdrawn',
      message: expect.stringContaining('「对危险化学品企业的行政检查」现在没有公布'),
    },
  });
  expect(await bureau.clerk.mustSend(drawRoutes.dispatchTask, await bureau.about(id))).toMatchObject({ visits: 9 });
});
