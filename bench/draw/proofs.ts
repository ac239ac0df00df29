// What a verifier checks besides the draw: a round of drand, and a whole public log.
import { ed25519 } from '@noble/curves/ed25519.js';
import {
  checkpointText,
  drandChains,
  isDrandSignature,
  kernel,
  linesOf,
  logKey,
  readCheckpoint,
  signedBytes,
  utf8,
  writeNote,
} from '@mingchou/verifier';
import { judgeEntries, judgeSignature } from '../../packages/server/src/operator/monitor/judge.ts';
import { type Figure, secondsOf } from '../figure.ts';

const logSize = Number(process.env['MINGCHOU_BENCH_LOG'] ?? 1_000_000);

export async function proofFigures(): Promise<readonly Figure[]> {
  return [await drandRound(), await wholeLog()];
}

/** Round 1000 of quicknet, as the public chain has emitted it. */
async function drandRound(): Promise<Figure> {
  const [quicknet] = drandChains;
  const signature = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
  if (quicknet === undefined) throw new Error('no chain is listed');
  const check = async () => {
    if (isDrandSignature(quicknet.scheme, quicknet.key, 1000, signature) !== true) throw new Error('not signed');
  };
  await check();
  const value = await secondsOf(check, 9);
  return { name: 'a round of drand, BLS signature verified', value, unit: 's', goal: { atMost: 0.1 } };
}

/** As the monitor reads a log from its first entry: signature, every leaf, the root, two commitments for one draw. */
async function wholeLog(): Promise<Figure> {
  const entries = Array.from({ length: logSize }, (_, at) => {
    const c = at.toString(16).padStart(64, '0');
    return `{"at":"2026-11-22T08:00:00Z","bureau":"bench","c":"${c}","drawNo":${at + 1},"kind":"commitment"}`;
  });
  const file = utf8(entries.map((entry) => `${entry}\n`).join(''));
  const root = kernel().rootOfTexts('sha256', linesOf(file), { from: 0, to: logSize });
  const secret = new Uint8Array(32).fill(7);
  const key = logKey('bench/log', ed25519.getPublicKey(secret));
  const text = checkpointText('bench/log', { size: logSize, root });
  const signature = ed25519.sign(signedBytes({ text }), secret);
  const checkpoint = readCheckpoint(writeNote({ text, signatures: [{ name: key.name, keyId: key.id, signature }] }));
  if (checkpoint === undefined) throw new Error('the checkpoint does not read back');
  const value = await secondsOf(async () => {
    const findings = [...judgeSignature(checkpoint, key), ...judgeEntries(checkpoint, entries, []).findings];
    if (findings.length > 0) throw new Error(`the log was found to be wrong: ${JSON.stringify(findings[0])}`);
  });
  const name = `a log of ${logSize.toLocaleString('en')} entries verified`;
  return { name, value, unit: 's', goal: { atMost: 60 } };
}
