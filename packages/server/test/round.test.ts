import { drawRoutes, roundRoutes, taskRoutes } from '@mingchou/contract';
import type { DrawId, ExclusionPolicy } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planRowId } from './harness/draw-neighbours.ts';
import { type DrawBureau, drawBureau, openAt } from './harness/draw-story.ts';
import { testPassword } from './harness.ts';

const once: ExclusionPolicy = {
  drawnBefore: 'leaveThisRound',
  openTask: 'leave',
  frequency: null,
  caps: [],
  clauses: { 'drawn-this-round': '2022年抽查工作计划 六（一）' },
};
const witnesses = [
  { name: '张见', organisation: '县纪委监委派驻组' },
  { name: '孔证', organisation: '县个体私营企业协会' },
];
const first = { name: '2022年第一轮', startsOn: '2022-03-03', endsOn: '2022-12-31' };

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau({}, '2022-04-01T08:20:00Z', undefined, once);
});
afterAll(() => bureau.close());

const rounds = async () => (await bureau.clerk.mustAsk(roundRoutes.listRounds, {})).rows;

test('a bureau that draws each object once a round prepares no draw before a round is open', async () => {
  const { taskId } = await bureau.clerk.mustSend(taskRoutes.openTask, { planRowId: planRowId(30) });
  const { plain } = await bureau.clerk.mustAsk(drawRoutes.showDesign, { taskId });
  const preview = async () => {
    const asked = { taskId, design: JSON.stringify(plain) };
    const { findings } = await bureau.clerk.mustAsk(drawRoutes.previewDraw, asked);
    return findings.filter(({ level }) => level === 'must').map(({ code }) => code);
  };
  expect(await preview()).toEqual(['round-not-open']);
  expect(await bureau.clerk.send(drawRoutes.prepareDraw, { taskId, openAt, witnesses })).toMatchObject({
    status: 409,
    refusal: { code: 'round-not-open' },
  });
  await bureau.clerk.mustSend(roundRoutes.openRound, first);
  expect(await preview()).toEqual([]);
  expect(await rounds()).toMatchObject([{ name: '2022年第一轮', status: 'open', opened: { name: '何书' }, drawn: 0 }]);
  const second = { ...first, name: '2022年第二轮' };
  expect(await bureau.clerk.send(roundRoutes.openRound, second)).toMatchObject({
    refusal: { code: 'round-still-open' },
  });
  const [entry] = await bureau.sql(`select event_type from audit_entry where noun = 'round'`);
  expect(entry).toEqual({ event_type: 'round-opened' });
});

test('what one draw selects, the next of the round leaves out, with the draw and the clause as evidence', async () => {
  const { id, drawNo, round } = await bureau.draw('complete');
  expect(round?.name).toBe('2022年第一轮');

  const waiting = await bureau.draw('sealed');
  const early = await bureau.clerk.send(drawRoutes.freezeRoster, await bureau.about(waiting.id));
  expect(early).toMatchObject({
    refusal: {
      code: 'pool-also-frozen',
      message: expect.stringContaining(`第${drawNo}号抽签的名单已冻结、还没有开签或解封，其中41家`),
    },
  });

  bureau.clock.set('2022-04-01T08:31:00Z');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const [open] = await rounds();
  expect(open).toMatchObject({ drawn: 9 });
  const behind = await bureau.clerk.mustAsk(roundRoutes.listDrawnOfRound, { roundId: open?.id ?? '' });
  expect(behind).toMatchObject({
    total: 9,
    rows: [{ no: drawNo, kind: 'committed', drawnOn: '2022-04-01' }, ...Array(8).fill({})],
  });

  await bureau.clerk.mustSend(drawRoutes.freezeRoster, await bureau.about(waiting.id));
  const { rows, total } = await bureau.clerk.mustAsk(drawRoutes.listRoster, {
    drawId: waiting.id,
    excludedOnly: 'true',
  });
  expect(total).toBe(9);
  expect(rows[0]?.exclusion).toEqual({
    reason: 'drawn-this-round',
    evidence: `第${drawNo}号抽签（2022-04-01）抽中；依据2022年抽查工作计划 六（一）`,
  });
  expect(rows.map((row) => row.code).sort()).toEqual(behind.rows.map((row) => row.code).sort());
});

async function voidIt(drawId: DrawId): Promise<void> {
  const about = await bureau.about(drawId);
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, { ...about, reason: 'other', text: '改日再抽' });
  await bureau.leader.reauthenticate(testPassword);
  await bureau.leader.mustSend(drawRoutes.voidDraw, await bureau.about(drawId));
}

test('an excluded object is put back by another person’s approval; pool, roster, log and portal say so', async () => {
  const { rows: frozen } = await bureau.clerk.mustAsk(drawRoutes.listDraws, { status: 'frozen' });
  for (const { id } of frozen) await voidIt(id);
  const { id } = await bureau.draw('sealed');
  const { rows, total } = await bureau.clerk.mustAsk(drawRoutes.listPool, { drawId: id, size: 10 });
  expect([total, rows.filter((row) => row.exclusion !== null).length]).toEqual([41, 9]);
  const [wanted] = rows;
  if (wanted === undefined) throw new Error('nobody is excluded');

  const ask = { kind: 'put-back', subjectId: wanted.subjectId, text: '群众举报，需要再查' } as const;
  await bureau.clerk.mustSend(drawRoutes.requestExclusionOverride, { ...(await bureau.about(id)), ...ask });
  expect(await bureau.clerk.send(drawRoutes.freezeRoster, await bureau.about(id))).toMatchObject({
    refusal: { code: 'overrides-undecided' },
  });
  const decide = async () => ({ ...(await bureau.about(id)), no: 1 });
  expect(await bureau.clerk.send(drawRoutes.approveExclusionOverride, await decide())).toMatchObject({ status: 403 });
  await bureau.leader.mustSend(drawRoutes.approveExclusionOverride, await decide());
  await bureau.clerk.mustSend(drawRoutes.freezeRoster, await bureau.about(id));

  const { rows: roster } = await bureau.clerk.mustAsk(drawRoutes.listRoster, { drawId: id, search: wanted.code });
  expect(roster).toMatchObject([
    {
      exclusion: null,
      override: { was: ['drawn-this-round', 'in-open-task'], text: ask.text, decision: { act: { name: '吕审' } } },
    },
  ]);
  await bureau.clerk.reauthenticate(testPassword);
  await bureau.clerk.mustSend(drawRoutes.publishCommitment, { ...(await bureau.about(id)), openAt });
  const { drawNo, history } = await bureau.show(id);
  expect(history.map((entry) => entry.type)).toContain('exclusion-override-approved');
  const [row] = await bureau.sql(`select view from portal_snapshot where kind = 'draw' and key = $1`, [String(drawNo)]);
  expect(row?.['view']).toMatchObject({
    counts: { eligible: 33 },
    exclusions: [{ reason: '本轮已抽过', count: 8 }],
    overrides: [{ kind: '恢复列入', was: '本轮已抽过、别的任务抽中未办结', text: ask.text, approver: '吕审' }],
  });
  for (const change of [
    bureau.clerk.send(drawRoutes.requestExclusionOverride, { ...(await bureau.about(id)), ...ask, kind: 'leave-out' }),
    bureau.leader.send(drawRoutes.declineExclusionOverride, { ...(await decide()), text: '不必再查' }),
  ]) {
    expect(await change).toMatchObject({ refusal: { code: 'draw-in-other-state' } });
  }
});

test('a round is closed when its draws are done and keeps its figures; then the next may begin', async () => {
  const [open] = await rounds();
  const about = { roundId: open?.id ?? '', version: open?.version ?? 0 };
  const { rows } = await bureau.clerk.mustAsk(drawRoutes.listDraws, { status: 'committed' });
  expect(await bureau.clerk.send(roundRoutes.closeRound, about)).toMatchObject({
    refusal: { code: 'round-has-open-draws' },
  });
  for (const { id } of rows) await voidIt(id);
  await bureau.clerk.mustSend(roundRoutes.closeRound, about);
  expect(await rounds()).toMatchObject([{ status: 'closed', closedOn: '2022-04-01', drawn: 9, base: 41 }]);
  const next = { name: '2022年第二轮', startsOn: '2022-04-01', endsOn: '2022-12-31' };
  await bureau.clerk.mustSend(roundRoutes.openRound, next);
  const { id } = await bureau.draw('prepared');
  const reasons = (await bureau.clerk.mustAsk(drawRoutes.listPool, { drawId: id, size: 50 })).rows.flatMap((row) =>
    row.exclusion === null ? [] : [row.exclusion.reason],
  );
  // Drawn in the last round they could be drawn again; their task of then is not finished yet.
  expect(reasons).toEqual(Array(9).fill('in-open-task'));
});
