import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  checkpointText,
  cosignaturesOf,
  readCheckpoint,
  readLogKey,
  readNote,
  signatureStanding,
  writeLogKey,
  writeNote,
} from '@mingchou/verifier';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { witness } from '../src/operator/monitor/witness.ts';
import { openWitnessKey } from '../src/operator/monitor/witness-key.ts';
import { judgeWitnesses, readWitnessKeys } from '../src/operator/monitor/witnesses.ts';
import { appendPublicLog, distrustWitness, type LogEntry, trustWitness } from '../src/public-log/index.ts';
import { inTx, type TestBureau, testBureau } from './harness.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-witness-'));
const hand = openWitnessKey(path.join(folder, 'w.pem'));
const stranger = openWitnessKey(path.join(folder, 'stranger.pem'));
const now = 1_648_802_400;

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  await append(1);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await bureau.close();
  rmSync(folder, { recursive: true });
});

async function append(no: number): Promise<void> {
  const entry: LogEntry = { kind: 'result', c: `${no}`.repeat(64), h: 'b'.repeat(64), at: '2022-04-01T08:40:00Z' };
  await inTx(bureau.database, bureau.bureauId, (tx) => appendPublicLog(tx, [entry]));
}

const get = async (url: string) => bureau.app.inject({ url });
const post = (payload: string) =>
  bureau.app.inject({ method: 'POST', url: '/log/cosignature', payload, headers: { 'content-type': 'text/plain' } });
async function noteNow() {
  const note = readNote((await get('/log/checkpoint')).body);
  if (note === undefined) throw new Error('no note');
  return note;
}
const cosigned = async (by = hand, time = now) => {
  const { text } = await noteNow();
  return writeNote({ text, signatures: [by.cosign({ text, signatures: [] }, time)] });
};

test('a witness whom nobody has registered is told to have it done; registered once, not twice', async () => {
  expect((await get('/log/cosigned')).statusCode).toBe(404);
  const refused = await post(await cosigned());
  expect([refused.statusCode, refused.json<{ message: string }>().message]).toEqual([
    403,
    '没有收下副署：没有登记过的见证人的签名。请把公钥交给系统管理员登记',
  ]);
  expect(await trustWitness(bureau.database.app, hand.key)).toBe(writeLogKey(hand.key));
  expect(await trustWitness(bureau.database.app, hand.key)).toBeUndefined();
  expect((await get('/log/witnesses')).body).toBe(`${writeLogKey(hand.key)}\n`);
});

test('what a registered witness has signed stands under the checkpoint, once, and the log’s own signatures hold', async () => {
  expect((await post(await cosigned())).json()).toEqual({ size: 1 });
  expect((await post(await cosigned(hand, now + 60))).statusCode).toBe(200);
  for (const address of ['/log/checkpoint', '/log/cosigned']) {
    const checkpoint = readCheckpoint((await get(address)).body);
    if (checkpoint === undefined) throw new Error('unreadable');
    expect(cosignaturesOf(checkpoint, [hand.key])).toMatchObject([{ time: now }]);
    const [ed25519, sm2] = await Promise.all(
      ['/log/key', '/log/key/sm2'].map(async (url) => (await get(url)).body.trim()),
    );
    const keys = [ed25519, sm2].flatMap((key) => readLogKey(key ?? '') ?? []);
    expect([keys.length, signatureStanding(checkpoint, keys)]).toEqual([2, 'signed']);
  }
});

test('a state that this log never signed is refused as another log, whoever signs it', async () => {
  const { text } = await noteNow();
  const [origin = ''] = text.split('\n');
  const forked = checkpointText(origin, { size: 1, root: new Uint8Array(32).fill(7) });
  const ahead = checkpointText(origin, { size: 5, root: new Uint8Array(32) });
  for (const other of [forked, ahead]) {
    const refused = await post(
      writeNote({ text: other, signatures: [hand.cosign({ text: other, signatures: [] }, now)] }),
    );
    expect([refused.statusCode, refused.json<{ message: string }>().message]).toEqual([
      409,
      '没有收下副署：这个日志没有签过这份校验点。您看到的和这里的不是同一个日志，请保存您的那份并报告',
    ]);
  }
});

test('a wrong signature, a stranger’s and what is no note are refused and leave nothing', async () => {
  await append(2);
  const { text } = await noteNow();
  const line = hand.cosign({ text, signatures: [] }, now);
  const wrong = { ...line, signature: line.signature.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) };
  const answers = [writeNote({ text, signatures: [wrong] }), await cosigned(stranger), 'hello'].map(post);
  expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual([403, 403, 400]);
  expect((await post('x'.repeat(30_000))).statusCode).toBe(413);
  const kept = await bureau.sql('select size from portal_log_cosignature');
  expect(kept).toEqual([{ size: 1 }]);
});

test('the witness’s program signs what continues its last visit, and refuses a log that was cut', async () => {
  const url = await bureau.app.listen({ port: 0, host: '127.0.0.1' });
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const state = path.join(folder, 'state.json');
  const run = () => witness([url, `--state=${state}`, `--key-file=${path.join(folder, 'w.pem')}`]);
  expect(await run()).toBe(0);
  await append(3);
  expect(await run()).toBe(0);
  expect(said.at(-1)).toContain('已副署到第3条为止的校验点');
  expect(readCheckpoint((await get('/log/cosigned')).body)?.size).toBe(3);

  // As if this PC had seen a longer log yesterday.
  const seen: { checkpoint: string } = JSON.parse(readFileSync(state, 'utf8'));
  writeFileSync(state, JSON.stringify({ ...seen, checkpoint: seen.checkpoint.replace('\n3\n', '\n4\n') }));
  expect(await run()).toBe(1);
  expect(said.at(-1)).toContain('没有签名：\n不符  日志变短：上次4条，现在只有3条');

  expect(await witness([url, `--state=${state}-2`, `--key-file=${path.join(folder, 'stranger.pem')}`])).toBe(2);
  expect(said.at(-1)).toContain(`见证人的公钥：${writeLogKey(stranger.key)}`);
  expect(await witness(['ftp://x'])).toBe(2);
});

test('an auditor’s monitor says how far his witness stands behind the log, and finds a state shown to the witness alone', async () => {
  const { checkpoint, leaves, key }: { checkpoint: string; leaves: string[]; key: string } = JSON.parse(
    readFileSync(path.join(folder, 'state.json'), 'utf8'),
  );
  const note = readNote(checkpoint.replace('\n4\n', '\n3\n'));
  if (note === undefined) throw new Error('no note');
  const line = hand.cosign(note, now);
  const judge = (signatures: readonly (typeof line)[], seen = leaves, witnesses = [hand.key, stranger.key]) =>
    judgeWitnesses(
      writeNote({ text: note.text, signatures: [...note.signatures, ...signatures] }),
      { key, leaves: seen },
      witnesses,
    );
  expect(judge([line])).toEqual({
    findings: [],
    words: [
      { witness: hand.key.name, size: 3 },
      { witness: stranger.key.name, size: null },
    ],
  });
  const changed = [...leaves.slice(0, 2), 'f'.repeat(64)];
  expect(judge([line], changed).findings).toEqual([{ code: 'cosigned-differs', size: 3 }]);
  expect(judge([line], leaves.slice(1)).findings).toEqual([{ code: 'cosigned-differs', size: 3 }]);
  const wrong = { ...line, signature: line.signature.map((byte, at) => (at === 70 ? byte ^ 1 : byte)) };
  expect(judge([wrong]).findings).toEqual([{ code: 'cosignature-wrong', size: 3 }]);
  expect(judgeWitnesses(undefined, { key, leaves }, [hand.key]).words).toEqual([
    { witness: hand.key.name, size: null },
  ]);
  expect(readWitnessKeys([writeLogKey(hand.key), key])).toBeUndefined();
});

test('a withdrawn witness signs no more, what he signed before stays, and he can be registered again', async () => {
  const { app } = bureau.database;
  const shown = (await get('/log/cosigned')).body;
  expect([await distrustWitness(app, hand.key), await distrustWitness(app, hand.key)]).toEqual([true, false]);
  expect(await distrustWitness(app, stranger.key)).toBe(false);
  expect((await post(await cosigned())).statusCode).toBe(403);
  expect((await get('/log/witnesses')).body).toBe('');
  expect((await get('/log/cosigned')).body).toBe(shown);
  expect(await trustWitness(app, hand.key)).toBe(writeLogKey(hand.key));
  expect((await post(await cosigned())).statusCode).toBe(200);
});
