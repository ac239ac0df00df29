import type { LogKey } from '@mingchou/verifier';
import { type RemoteLog, remoteLog } from './fetch-log.ts';
import { readState, writeState } from './state.ts';
import { type Visit, visitLog } from './visit.ts';
import { judgeWitnesses, readWitnessKeys } from './witnesses.ts';
import { visitText, witnessText, wordsOf } from './words.ts';

const usage = `用法：mingchou monitor 网址 [--state=文件] [--key=公钥] [--witness=公钥] [--json]

在审计人员自己的电脑上运行，隔一段时间一次。记住上次的校验点，核对这次的签名和每一条记录：
日志有没有变短、分叉、被改，同一次抽签有没有两个承诺。

  --state=文件   监看记录，默认 mingchou-monitor.json
  --key=公钥     第一次监看时信任的公钥，例如本局公告的；不写就用日志自己给的
  --witness=公钥 说明这个见证人副署到第几条，可以写几个
  --json         输出机器可读的结果

退出码：0 相符；1 有不符；2 连不上、读不了或用法不对
`;

interface Asked {
  readonly url: string;
  readonly state: string;
  readonly key: string | undefined;
  readonly witnesses: readonly LogKey[];
  readonly json: boolean;
}

/** Visits a log from the auditor's PC and says what it found. Returns the exit code. */
export async function monitor(words: readonly string[]): Promise<0 | 1 | 2> {
  if (words.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const asked = readWords(words);
  if (asked === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const { url, state: file, json } = asked;
  try {
    const remembered = readState(file);
    if (remembered !== undefined && remembered.url !== url) {
      throw new Error(`${file} 记的是另一个日志 ${remembered.url}。请用 --state 指定另一个文件`);
    }
    if (remembered !== undefined && asked.key !== undefined && asked.key !== remembered.key) {
      throw new Error(`${file} 信任的是另一把公钥。换密钥有公告的，请用 --state 指定新的文件重新开始`);
    }
    const log = remoteLog(url);
    const alone = await visitLog(url, log, remembered, asked.key);
    const { visit, words: said } = await hearWitnesses(log, alone, asked.witnesses);
    if (visit.next !== undefined) writeState(file, visit.next);
    const { next: _, ...told } = visit;
    const findings = visit.findings.map((finding) => ({ ...finding, text: wordsOf(finding) }));
    const code = findings.length > 0 ? 1 : 0;
    process.stdout.write(
      json
        ? `${JSON.stringify({ url, ...told, findings, witnesses: said }, null, 2)}\n`
        : `${visitText(url, visit, file)}${witnessText(said)}`,
    );
    return code;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (json) process.stdout.write(`${JSON.stringify({ url, unreadable: why }, null, 2)}\n`);
    else process.stderr.write(`没有核对成：${why}\n`);
    return 2;
  }
}

/** A state that was cosigned and is not in the log as seen is a finding like any other: it is not remembered. */
async function hearWitnesses(log: RemoteLog, visit: Visit, witnesses: readonly LogKey[]) {
  const { next, ...rest } = visit;
  if (next === undefined || witnesses.length === 0) return { visit, words: [] };
  const { findings, words } = judgeWitnesses(await log.cosigned(), next, witnesses);
  return { visit: findings.length === 0 ? visit : { ...rest, findings }, words };
}

function readWords(words: readonly string[]): Asked | undefined {
  const options = new Map<string, string>();
  const places: string[] = [];
  const witnessTexts: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [name = '', ...rest] = (words[at] ?? '').split('=');
    if (name === '--json') options.set(name, '');
    else if (name === '--state' || name === '--key' || name === '--witness') {
      // A key ends in equals signs of its own; both spellings of an option are common.
      const value = rest.length > 0 ? rest.join('=') : words[++at];
      if (value === undefined || value === '') return undefined;
      if (name === '--witness') witnessTexts.push(value);
      else options.set(name, value);
    } else if (name.startsWith('--')) return undefined;
    else places.push(words[at] ?? '');
  }
  const [url] = places;
  const witnesses = readWitnessKeys(witnessTexts);
  if (url === undefined || witnesses === undefined || places.length > 1 || !/^https?:\/\/[^/]/.test(url))
    return undefined;
  return {
    url: url.replace(/\/+$/, ''),
    state: options.get('--state') ?? 'mingchou-monitor.json',
    key: options.get('--key'),
    witnesses,
    json: options.has('--json'),
  };
}
