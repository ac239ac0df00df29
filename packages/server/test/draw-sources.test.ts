import { addressOf, type CommandRoute, drawRoutes, taskRoutes, witnessRoutes } from '@mingchou/contract';
import type { AnnouncedSource, DrawId } from '@mingchou/domain';
import { drandChains } from '@mingchou/domain';
import { readBundle, verify, witnessCommitment } from '@mingchou/verifier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRead, inTx } from '../src/db/tx.ts';
import { readFile } from '../src/files/index.ts';
import { drandOverHttp } from '../src/modules/draw/drand-http.ts';
import { planRowId } from './harness/draw-neighbours.ts';
import { type DrawBureau, digits, drawBureau } from './harness/draw-story.ts';
import { testPassword } from './harness.ts';

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau({ fetchDrandRound: () => Promise.resolve(relay) }, '2023-08-23T15:00:00Z');
});
afterAll(() => bureau.close());

const chain = drandChains[0]?.chain ?? '';
const round = 1000;
const signature = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
const nextSignature =
  'b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41';
const openAt = '2023-08-23T15:30:00Z';
const thrown = '2023-08-23T15:31:00Z';
const emitted = '2023-08-23T15:59:24Z';
const ssq: AnnouncedSource = { kind: 'lottery', game: 'ssq', issue: '2022036' };
const dice: AnnouncedSource = { kind: 'dice', digits: 20 };
const drand: AnnouncedSource = { kind: 'drand', chain, round };
const witnesses = [
  { name: '张见', organisation: '县纪委监委派驻组' },
  { name: '孔证', organisation: '县个体私营企业协会' },
];

/** A relay that answers whatever the test says. */
let relay = { round, signature };

let rows = 10;
let doors = 0;
async function atTheDoor(route: CommandRoute, payload: object) {
  doors += 1;
  const headers = { 'x-mingchou': '1' };
  const remoteAddress = `10.9.${doors >> 8}.${doors & 255}`;
  const came = await bureau.app.inject({ method: 'POST', url: addressOf(route), headers, payload, remoteAddress });
  return { status: came.statusCode, body: came.json<{ code?: string }>() };
}

async function prepare(sources: readonly AnnouncedSource[]) {
  bureau.clock.set('2023-08-23T15:00:00Z');
  await bureau.clerk.reauthenticate(testPassword);
  rows += 1;
  const { taskId } = await bureau.clerk.mustSend(taskRoutes.openTask, { planRowId: planRowId(rows) });
  return { taskId, openAt, witnesses, sources: [...sources] };
}

/** A draw with these sources, committed; each witness's link is kept. */
async function committed(sources: readonly AnnouncedSource[]) {
  const { drawId } = await bureau.clerk.mustSend(drawRoutes.prepareDraw, await prepare(sources));
  const { drawNo } = await bureau.show(drawId);
  const tokens = new Map<string, string>();
  for (const witness of ['W1', 'W2']) {
    const token = await bureau.link(drawId, witness);
    tokens.set(witness, token);
    const commitment = witnessCommitment('sha256', '140428-changzi', drawNo, witness, bureau.valueOf(witness));
    expect((await atTheDoor(witnessRoutes.sealWitness, { token, commitment })).status).toBe(200);
  }
  await bureau.clerk.mustSend(drawRoutes.freezeRoster, await bureau.about(drawId));
  await bureau.clerk.mustSend(drawRoutes.publishCommitment, { ...(await bureau.about(drawId)), openAt });
  bureau.clock.set(thrown);
  const reveal = (witness: string) =>
    atTheDoor(witnessRoutes.revealWitness, { token: tokens.get(witness) ?? '', value: bureau.valueOf(witness) });
  return { drawId, reveal };
}

async function throwDice(drawId: DrawId) {
  await bureau.clerk.mustSend(drawRoutes.recordDice, { ...(await bureau.about(drawId)), digits });
  await bureau.chief.mustSend(drawRoutes.confirmDice, { ...(await bureau.about(drawId)), digits });
}

async function runAndVerify(drawId: DrawId) {
  await bureau.clerk.reauthenticate(testPassword);
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(drawId));
  const { files } = await bureau.show(drawId);
  const hash = files.find((file) => file.name === 'bundle-auditors.zip')?.hash ?? '';
  const stored = await inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
  const bundle = readBundle(stored?.bytes ?? new Uint8Array());
  if (!bundle.ok) throw new Error(bundle.refusal.text);
  const report = verify(bundle.value);
  const unproven = report.checks.filter(({ status }) => status !== 'passed').map(({ name }) => name);
  const seed = JSON.parse(Buffer.from(bundle.value.get('seed.json') ?? []).toString()) as { lines: string[] };
  return { report, unproven, lines: seed.lines };
}

test('a draw by lottery and witnesses: typed by one, read by another, and the rest only then', async () => {
  const { drawId, reveal } = await committed([ssq]);
  const typed = async (numbers: string) => ({ ...(await bureau.about(drawId)), lottery: 'L1', numbers });
  expect(await reveal('W1')).toMatchObject({ status: 409, body: { code: 'lottery-not-confirmed' } });
  const wrong = await bureau.clerk.send(drawRoutes.recordLottery, await typed('01 05 12 18 22 34 + 07'));
  expect(wrong).toMatchObject({ status: 422, refusal: { code: 'lottery-numbers-wrong' } });
  await bureau.clerk.mustSend(drawRoutes.recordLottery, await typed('０１ ０５ １２ １８ ２２ ３０ ＋ ０７'));
  const own = await bureau.clerk.send(drawRoutes.confirmLottery, await typed('01 05 12 18 22 30 07'));
  expect(own).toMatchObject({ status: 403, refusal: { code: 'lottery-typist' } });
  const hidden = await bureau.chief.mustAsk(drawRoutes.showDraw, { drawId });
  expect(hidden.sources[0]).toMatchObject({ kind: 'lottery', value: null, recordedBy: '何书' });
  await bureau.chief.mustSend(drawRoutes.confirmLottery, await typed('1 5 12 18 22 30 7'));
  for (const witness of ['W1', 'W2']) expect((await reveal(witness)).status).toBe(200);

  const { report, unproven, lines } = await runAndVerify(drawId);
  expect(lines[0]).toBe('lottery:ssq:2022036:01,05,12,18,22,30+07');
  expect(unproven).toEqual(['log']);
  expect(report.notes.map(({ code }) => code)).toContain('lottery-on-trust');
  const { drawNo } = await bureau.show(drawId);
  const [row] = await bureau.sql(`select view from portal_snapshot where kind = 'draw' and key = $1`, [String(drawNo)]);
  expect(row?.['view']).toMatchObject({
    sources: [
      { kind: 'lottery', value: '01,05,12,18,22,30+07', recordedBy: '何书', confirmedBy: '施核' },
      { kind: 'witness' },
      { kind: 'witness' },
    ],
  });
});

test('a draw by dice, witnesses and drand: the round comes last, verified before it is taken', async () => {
  const { drawId, reveal } = await committed([dice, drand]);
  const paste = async (pasted: { round: number; signature: string }) =>
    bureau.clerk.send(drawRoutes.recordDrand, { ...(await bureau.about(drawId)), ...pasted });
  expect(await paste({ round, signature })).toMatchObject({ status: 409, refusal: { code: 'dice-not-recorded' } });
  await throwDice(drawId);
  for (const witness of ['W1', 'W2']) expect((await reveal(witness)).status).toBe(200);
  expect(await paste({ round, signature })).toMatchObject({ refusal: { code: 'drand-not-yet' } });
  await bureau.clerk.reauthenticate(testPassword);
  expect(await bureau.clerk.send(drawRoutes.runDraw, await bureau.about(drawId))).toMatchObject({
    refusal: { code: 'drand-missing' },
  });
  bureau.clock.set(emitted);
  await bureau.clerk.reauthenticate(testPassword);
  for (const wrong of [
    { round, signature: nextSignature },
    { round: 1001, signature: nextSignature },
    { round, signature: signature.slice(2) },
  ]) {
    expect(await paste(wrong)).toMatchObject({ status: 422, refusal: { code: 'drand-signature-wrong' } });
  }
  expect((await paste({ round, signature })).ok).toBe(true);
  const { unproven, lines } = await runAndVerify(drawId);
  expect(lines.at(-1)).toBe(`drand:${chain}:${round}:${signature}`);
  expect(unproven).toEqual(['log']);
});

test('where the server has a network the job fetches the round, and takes none that does not verify', async () => {
  const { drawId, reveal } = await committed([dice, drand]);
  await throwDice(drawId);
  await reveal('W1');
  await reveal('W2');
  const jobs = await bureau.sql(
    `select data->'payload' as payload, start_after > created_on as later from pgboss.job where data->>'kind' = 'fetch-drand-round' and data->'payload'->>'drawId' = $1`,
    [drawId],
  );
  // One when the second witness reveals; the first reveal leaves another witness to wait for.
  expect(jobs).toEqual([{ payload: { drawId }, later: true }]);

  const module = bureau.around.composed().find(({ noun }) => noun === 'draw');
  const run = () => inTx(bureau.database, bureau.bureauId, async (tx) => module?.jobs?.[0]?.run(tx, { drawId }));
  bureau.clock.set(emitted);
  relay = { round, signature: nextSignature };
  await expect(run()).rejects.toThrow('drand-signature-wrong');
  expect((await bureau.show(drawId)).sources.at(-1)).toMatchObject({ kind: 'drand', value: null });
  relay = { round, signature };
  await run();
  await run();
  expect((await bureau.show(drawId)).sources.at(-1)).toMatchObject({ value: signature, recordedBy: null });
});

test('a witness who waits until the round is public can no longer choose whether to speak', async () => {
  const { drawId, reveal } = await committed([dice, drand]);
  await throwDice(drawId);
  expect((await reveal('W1')).status).toBe(200);
  bureau.clock.set(emitted);
  expect(await reveal('W2')).toMatchObject({ status: 409, body: { code: 'drand-already-public' } });
});

test('dice with a digit too many, and a round before the opening, are refused', async () => {
  const { drawId } = await committed([dice]);
  const extra = { ...(await bureau.about(drawId)), digits: `${digits}0` };
  expect(await bureau.clerk.send(drawRoutes.recordDice, extra)).toMatchObject({ refusal: { code: 'dice-count' } });
  const early = await prepare([dice, { kind: 'drand', chain, round: 1 }]);
  expect(await bureau.clerk.send(drawRoutes.prepareDraw, early)).toMatchObject({
    status: 422,
    refusal: { code: 'drand-before-opening' },
  });
});

test('a witness’s seal of an earlier draw, replayed, cannot be opened in this one', async () => {
  const { drawId: earlier } = await committed([ssq]);
  const { sources } = await bureau.show(earlier);
  const old = sources.find((source) => source.kind === 'witness')?.commitment ?? '';
  const { drawId } = await bureau.clerk.mustSend(drawRoutes.prepareDraw, await prepare([ssq]));
  const token = await bureau.link(drawId, 'W1');
  expect((await atTheDoor(witnessRoutes.sealWitness, { token, commitment: old })).status).toBe(200);
  const second = await bureau.link(drawId, 'W2');
  expect(await atTheDoor(witnessRoutes.sealWitness, { token: second, commitment: old })).toMatchObject({
    body: { code: 'witness-commitment-taken' },
  });
  const { drawNo } = await bureau.show(drawId);
  const fresh = witnessCommitment('sha256', '140428-changzi', drawNo, 'W2', bureau.valueOf('W2'));
  await atTheDoor(witnessRoutes.sealWitness, { token: second, commitment: fresh });
  await bureau.clerk.mustSend(drawRoutes.freezeRoster, await bureau.about(drawId));
  await bureau.clerk.mustSend(drawRoutes.publishCommitment, { ...(await bureau.about(drawId)), openAt });
  bureau.clock.set(thrown);
  const typed = async () => ({ ...(await bureau.about(drawId)), lottery: 'L1', numbers: '01 05 12 18 22 30 07' });
  await bureau.clerk.mustSend(drawRoutes.recordLottery, await typed());
  await bureau.chief.mustSend(drawRoutes.confirmLottery, await typed());
  expect(await atTheDoor(witnessRoutes.revealWitness, { token, value: bureau.valueOf('W1') })).toMatchObject({
    status: 422,
    body: { code: 'value-differs' },
  });
});

test('the relay’s answer is read, not believed', async () => {
  const asked: string[] = [];
  const answering = (status: number, body: unknown) =>
    drandOverHttp('https://relay.example/', (address) => {
      asked.push(String(address));
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    });
  expect(await answering(200, { round, signature, randomness: 'ab' })(chain, round)).toEqual({ round, signature });
  expect(asked).toEqual([`https://relay.example/${chain}/public/1000`]);
  await expect(answering(404, {})(chain, round)).rejects.toThrow('404');
  await expect(answering(200, { round, signature: 7 })(chain, round)).rejects.toThrow();
});
