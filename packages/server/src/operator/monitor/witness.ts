import { readNote, writeLogKey, writeNote } from '@mingchou/verifier';
import { z } from 'zod';
import { remoteLog } from './fetch-log.ts';
import { readState, writeState } from './state.ts';
import { visitLog } from './visit.ts';
import { openWitnessKey, type WitnessHand } from './witness-key.ts';
import { wordsOf } from './words.ts';

const usage = `用法：mingchou witness 网址 [--state=文件] [--key-file=文件]

见证人在自己的电脑上运行，隔一段时间一次。先像 monitor 一样核对日志只增不改，相符才在最新的校验点下面
签名，并把签名送回日志。第一次运行时生成见证人自己的密钥，请把打印出的公钥交给系统管理员登记。

  --state=文件      见证记录，默认 mingchou-witness.json
  --key-file=文件   见证人的密钥，默认 mingchou-witness.pem，只在这台电脑上

退出码：0 已副署；1 日志有不符，没有签名；2 连不上、没有收下或用法不对
`;

const patience = 30_000;
const answer = z.object({ size: z.number().optional(), message: z.string().optional() });

/** Cosigns the log's latest checkpoint when it continues what this PC has seen. Returns the exit code. */
export async function witness(words: readonly string[]): Promise<0 | 1 | 2> {
  if (words.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const valueOf = (name: string) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const [url, ...others] = words.filter((word) => !word.startsWith('--'));
  const known = words.every((word) => !word.startsWith('--') || /^--(?:state|key-file)=./.test(word));
  if (url === undefined || others.length > 0 || !known || !/^https?:\/\/[^/]/.test(url)) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const hand = openWitnessKey(valueOf('--key-file') ?? 'mingchou-witness.pem');
    return await cosign(url.replace(/\/+$/, ''), valueOf('--state') ?? 'mingchou-witness.json', hand);
  } catch (error) {
    process.stderr.write(`没有副署成：${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function cosign(url: string, file: string, hand: WitnessHand): Promise<0 | 1 | 2> {
  const remembered = readState(file);
  if (remembered !== undefined && remembered.url !== url) {
    throw new Error(`${file} 记的是另一个日志 ${remembered.url}。请用 --state 指定另一个文件`);
  }
  const visit = await visitLog(url, remoteLog(url), remembered, undefined);
  if (visit.next === undefined) {
    const lines = visit.findings.map((finding) => `不符  ${wordsOf(finding)}\n`).join('');
    process.stdout.write(
      `${url} 的公开日志有不符，没有签名：\n${lines}请保存 ${file} 和下面这份校验点：\n\n${visit.checkpoint}`,
    );
    return 1;
  }
  // Remembered before it is signed: after a power cut this hand must not sign a state that contradicts this one.
  writeState(file, visit.next);
  const note = readNote(visit.checkpoint);
  if (note === undefined) throw new Error('校验点读不了');
  const line = hand.cosign(note, Math.floor(Date.now() / 1000));
  const sent = await send(url, writeNote({ text: note.text, signatures: [line] }));
  if (sent.ok) {
    process.stdout.write(`已副署到第${visit.now}条为止的校验点（${url}）。\n`);
    return 0;
  }
  process.stderr.write(`${sent.message}\n见证人的公钥：${writeLogKey(hand.key)}\n`);
  return 2;
}

async function send(url: string, body: string): Promise<{ readonly ok: boolean; readonly message: string }> {
  const response = await fetch(`${url}/log/cosignature`, {
    ...{ method: 'POST', body, headers: { 'content-type': 'text/plain' }, redirect: 'error' },
    signal: AbortSignal.timeout(patience),
  });
  const told = answer.safeParse(await response.json().catch(() => undefined));
  return { ok: response.ok, message: told.data?.message ?? `${url} 答复 ${response.status}，没有收下副署` };
}
