import { drawRoutes, type FoundEntry, selfCheck, type SelfCheck } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { parseOwnEntry, readBundle, tally, verifyOwnEntry } from '@mingchou/verifier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DrawBureau, drawBureau } from './harness/draw-story.ts';
import { testPassword } from './harness.ts';

let bureau: DrawBureau;
let drawId: DrawId;
let drawNo: number;
let c: string;
let codes: readonly string[];
let doors = 0;

beforeAll(async () => {
  bureau = await drawBureau();
  const closed = bureau.around.subjects.get('s7');
  if (closed === undefined) throw new Error('no seventh object');
  bureau.around.subjects.set('s7', { ...closed, standing: 'suspended', evidence: '停业报告' });
  const draw = await bureau.draw('complete');
  bureau.around.subjects.set('s7', closed);
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(draw.id));
  drawId = draw.id;
  drawNo = draw.drawNo;
  c = draw.commitment?.c ?? '';
  codes = [...bureau.around.subjects.values()].map(({ code }) => code);
});
afterAll(() => bureau.close());

/** Whether every check that the reader's browser makes passes. */
function proven({ entry }: FoundEntry, commitment: string | undefined): boolean {
  const own = parseOwnEntry(entry);
  return own !== undefined && verifyOwnEntry(own, commitment).every(({ status }) => status === 'passed');
}

/** Each reader comes from an address of his own. */
async function get(path: string, from = `10.7.0.${(doors += 1)}`) {
  const came = await bureau.app.inject({ url: `/b/changzi/draws/${path}`, remoteAddress: from });
  return { status: came.statusCode, body: came.body };
}

async function ask(code: string, no = drawNo): Promise<SelfCheck> {
  return selfCheck.parse(JSON.parse((await get(`${no}/self-check.json?code=${code}`)).body));
}

test('an enterprise sees ticket, cut-off, place in the list, result and chance, and its browser proves them without the pool', async () => {
  const outcomes = new Map<string, number>();
  for (const code of codes) {
    const answer = await ask(code);
    if (answer.kind !== 'found') throw new Error(`${code}: ${answer.kind}`);
    outcomes.set(answer.entry.outcome, (outcomes.get(answer.entry.outcome) ?? 0) + 1);
    expect(proven(answer, c)).toBe(true);
    expect(answer).toMatchObject({ commitment: c, eligible: 40, size: 9 });
  }
  expect(Object.fromEntries(outcomes)).toEqual({ selected: 9, reserve: 3, 'not-selected': 28, excluded: 1 });
});

test('what it is told of itself is what anyone computes from the public bundle', async () => {
  const { base64 } = await bureau.clerk.mustAsk(drawRoutes.readDrawFile, { drawId, name: 'bundle-public.zip' });
  const bundle = readBundle(Buffer.from(base64, 'base64'));
  if (!bundle.ok) throw new Error(bundle.refusal.text);
  for (const code of codes.slice(2, 8)) {
    const { ticket, outcome, proof } = tally(bundle.value, code) ?? {};
    expect(await ask(code)).toMatchObject({ entry: { ticket, outcome, proof } });
  }
  expect(await ask(codes[3] ?? '')).toMatchObject({ chance: { kind: 'exact', size: 9, eligible: 40 } });
});

test('the answer holds its own line and nobody else’s code', async () => {
  const [own = '', ...others] = codes;
  const { body } = await get(`${drawNo}/self-check.json?code=${own}`);
  for (const other of others) expect(body).not.toContain(other);
  expect(JSON.parse(body)).toMatchObject({ ticks: expect.any(Array) });
});

test('the page reads whole without a script: result, fraction in words, cut-off, path, and what it does not prove', async () => {
  const { status, body } = await get(`${drawNo}/self-check?code=${codes[0]}`);
  expect(status).toBe(200);
  for (const word of [
    '40家中抽9家，9/40＝22.5%，每家相同',
    '截止签号',
    '证明路径（RFC 6962）',
    '这不能说明什么',
    '长子县第1字号加油站：',
  ]) {
    expect(body).toContain(word);
  }
  // As people type it: small letters, full width, spaces.
  const typed = encodeURIComponent(`${(codes[0] ?? '').toLowerCase().replace('9', '９')} `);
  expect((await get(`${drawNo}/self-check?code=${typed}`)).body).toContain('长子县第1字号加油站：');
});

test('an excluded enterprise reads why; one that is not in the list reads so, and how to object', async () => {
  const excluded = (await get(`${drawNo}/self-check?code=${codes[6]}`)).body;
  for (const word of ['开签前已排除', '排除理由：停业', '已排除，没有机会']) expect(excluded).toContain(word);
  const stranger = (await get(`${drawNo}/self-check?code=91140428XX9999999X`)).body;
  for (const word of ['91140428XX9999999X不在名单中', '要求更正']) expect(stranger).toContain(word);
  expect(await ask('91140428XX9999999X')).toEqual({ kind: 'not-in-pool', code: '91140428XX9999999X' });
});

test('a draw that nobody has made or published has no such page', async () => {
  for (const path of ['99/self-check', '99/self-check.json', '0/self-check', 'x/self-check.json']) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
  const waiting = await bureau.draw('committed');
  expect(await ask(codes[0] ?? '', waiting.drawNo)).toEqual({ kind: 'not-drawn' });
});

test('under a seal every code gets the same words; after it each its own salt', async () => {
  const sealed = await bureau.draw('complete', { sealing: { reason: '对举报集中的加油站暗查' } });
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(sealed.id));
  const [own = ''] = codes;
  const answers = await Promise.all(
    [own, '91140428XX9999999X', ''].map((code) => get(`${sealed.drawNo}/self-check.json?code=${code}`)),
  );
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['{"kind":"sealed"}']));
  expect((await get(`${sealed.drawNo}/self-check?code=${own}`)).body).toContain('封存抽签，检查结束后公开');

  await bureau.leader.reauthenticate(testPassword);
  const reason = '行动已提前结束';
  await bureau.leader.mustSend(drawRoutes.unsealDraw, { ...(await bureau.about(sealed.id)), reason });
  const [first, second] = await Promise.all(codes.slice(0, 2).map((code) => ask(code, sealed.drawNo)));
  if (first?.kind !== 'found' || second?.kind !== 'found') throw new Error('not found after the unsealing');
  expect(first.entry.proof.salt).toMatch(/^[0-9a-f]{32}$/);
  expect(second.entry.proof.salt).not.toBe(first.entry.proof.salt);
  expect(proven(first, sealed.commitment?.c)).toBe(true);
});

test('a frozen draw is not public, so it has no answer either', async () => {
  const frozen = await bureau.draw('frozen');
  expect((await get(`${frozen.drawNo}/self-check.json?code=x`)).status).toBe(404);
});

test('one address that tries code after code is told to wait', async () => {
  const tries = Array.from({ length: 31 }, (_, at) => `${drawNo}/self-check.json?code=91140428XX${1000000 + at}X`);
  let last = 0;
  for (const path of tries) last = (await get(path, '10.6.0.1')).status;
  expect(last).toBe(429);
  expect((await get(tries[0] ?? '', '10.6.0.2')).status).toBe(200);
});
