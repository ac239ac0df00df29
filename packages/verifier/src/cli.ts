#!/usr/bin/env node
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleRefusal } from './bundle/bundle.ts';
import { readBundle, refusal } from './bundle/bundle.ts';
import type { FileName } from './commitment/file.ts';
import { isFileName } from './commitment/file.ts';
import { readLogKey } from './log/key.ts';
import { verifyResultEntry } from './log/result-entry.ts';
import type { Report } from './report/check.ts';
import { limits } from './report/limits.ts';
import { chanceNotes } from './report/notes.ts';
import { reportText } from './report/print.ts';
import { verify } from './report/verify.ts';

const keyOption = '--log-key=';
const entryOption = '--result-entry=';

const usage = `用法：verify-draw 路径 [--json] [--log-key=公钥] [--result-entry=文件]

核验一次抽签的证据包（文件夹或ZIP）。不联网，不改动任何文件。
  --json            输出机器可读的核验报告
  --log-key=公钥    您信任的公开日志公钥，用来核对日志校验点的签名；可以写几个
  --result-entry=文件  结果在公开日志的收录证明（result-entry.json），封存抽签的盐也在里面

退出码：0 没有不符（完整或部分核验，输出中写明）；1 有不符；2 读不了
`;

type Opened =
  | { readonly ok: true; readonly value: Map<FileName, Uint8Array> }
  | { readonly ok: false; readonly refusal: BundleRefusal };

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): 0 | 1 | 2 {
  const paths = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.some((arg) => arg.startsWith('--') && !known(arg));
  const [path] = paths;
  const keys = args.filter((arg) => arg.startsWith(keyOption)).map((arg) => readLogKey(arg.slice(keyOption.length)));
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  if (path === undefined || paths.length > 1 || unknown || keys.includes(undefined)) {
    process.stderr.write(usage);
    return 2;
  }
  const opened = open(path);
  if (!opened.ok) {
    process.stderr.write(`读不了${path}：${opened.refusal.text}\n`);
    return 2;
  }
  const logKeys = keys.filter((key) => key !== undefined);
  const report = withChances(opened.value, verify(opened.value, { logKeys }));
  const proof = entryFile(args);
  const resultEntry = proof === undefined ? undefined : verifyResultEntry(opened.value, proof, { logKeys });
  const whole = resultEntry === undefined ? report : { ...report, resultEntry };
  const said = resultEntry === undefined ? '' : `结果的收录：${resultEntry.text}\n`;
  process.stdout.write(
    args.includes('--json') ? `${JSON.stringify(whole, null, 2)}\n` : `${reportText(report)}${said}`,
  );
  return report.verdict === 'failed' || resultEntry?.status === 'failed' ? 1 : 0;
}

function known(option: string): boolean {
  return option === '--json' || option === '--help' || option.startsWith(keyOption) || option.startsWith(entryOption);
}

/** The proof as it stands, or nothing when none was named; one that cannot be read is an empty one, which fails. */
function entryFile(args: readonly string[]): Uint8Array | undefined {
  const path = args.find((arg) => arg.startsWith(entryOption))?.slice(entryOption.length);
  if (path === undefined) return undefined;
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return new Uint8Array();
  }
}

function withChances(files: ReadonlyMap<FileName, Uint8Array>, report: Report): Report {
  const selection = report.checks.find(({ name }) => name === 'selection')?.status ?? 'not-checked';
  const entries = (files.get('pool.csv')?.length ?? 0) / 25;
  const rounds = Math.max(20, Math.min(1000, Math.floor(200_000 / (entries + 1))));
  return { ...report, notes: [...report.notes, ...chanceNotes(files, selection, rounds)] };
}

function open(path: string): Opened {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return readFolder(path);
    // A stored bundle is hardly larger than its files.
    if (found.size > limits.bytes + 65_536) return refusal('too-large');
    return readBundle(new Uint8Array(readFileSync(path)));
  } catch {
    return refusal('unreadable');
  }
}

function readFolder(path: string): Opened {
  const files = new Map<FileName, Uint8Array>();
  let size = 0;
  for (const name of readdirSync(path)) {
    const found = lstatSync(join(path, name));
    // A link could lead anywhere on this machine.
    if (!isFileName(name) || !found.isFile()) return refusal('unknown-name', name);
    size += found.size;
    if (size > limits.bytes) return refusal('too-large', name);
    files.set(name, new Uint8Array(readFileSync(join(path, name))));
  }
  return files.has('commit.json') ? { ok: true, value: files } : refusal('no-commitment');
}
