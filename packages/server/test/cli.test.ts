import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeReport } from '../src/operator/verify-audit.ts';
import { dataFolder } from './harness/data-folder.ts';
import { startServer } from './harness/process.ts';

const root = dataFolder();
const cli = path.resolve(import.meta.dirname, '../src/cli.ts');

async function mingchou(words: readonly string[], data = root): Promise<{ code: unknown; out: string; err: string }> {
  const child = spawn(process.execPath, [cli, ...words], { env: { ...process.env, MINGCHOU_DATA: data } });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const [code] = await once(child, 'close');
  return { code, out, err };
}

test('--help names every command in Chinese', async () => {
  const { code, out } = await mingchou(['--help']);
  expect(code).toBe(0);
  for (const name of ['start', 'serve', 'setup-link', 'verify-audit', 'deadline', 'plan check'])
    expect(out).toContain(`\n  ${name}`);
});

test('an unknown command and a wrong date are answered with how to write it', async () => {
  expect(await mingchou(['draw'])).toMatchObject({ code: 2, err: expect.stringContaining('不认识的命令“draw”') });
  const wrong = await mingchou(['deadline', '2022-02-30', '7']);
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('用法：mingchou deadline') });
});

test('a deadline is counted day by day over a moved holiday', async () => {
  const { code, out } = await mingchou(['deadline', '2022-04-29', '7']);
  expect(code).toBe(0);
  expect(out).toContain('2022-05-07 周六 第  3 天 调休上班（劳动节）');
  expect(out.trim().split('\n').at(-1)).toBe('最后一天：2022-05-12');
});

test('a deadline names its calendar, rolls no rest day over unsaid, and says where no notice stands yet', async () => {
  const asked = ['deadline', '--event', '2022-04-25', '--days', '6', '--unit', 'calendar'];
  const { code, out } = await mingchou(asked);
  expect(code).toBe(0);
  expect(out.trim().split('\n').slice(-3)).toEqual([
    expect.stringMatching(/^日历来源：《国务院办公厅关于2022年部分节假日安排的通知》 https:\/\/www\.gov\.cn\//),
    '最后一天：2022-05-01',
    '这天是休息日；本局规则写「顺延」的，最后一天：2022-05-05',
  ]);
  const late = await mingchou(['deadline', '--event', '2031-01-06', '--days', '5']);
  expect(late.out).toContain('日历来源：2031年的放假通知还没有收录');
  expect(late.out).toContain('暂按周末推算，年度放假通知发布后重算');
  expect(await mingchou(['deadline', '--event', '2022-04-29', '--days', '7', '--unit', 'week'])).toMatchObject({
    code: 2,
    out: '',
  });
});

test('while the server runs, the operator gets a new link and has the log checked; afterwards too', async () => {
  const server = await startServer('serve', root);
  const link = await mingchou(['setup-link']);
  expect(link).toMatchObject({ code: 0, out: expect.stringMatching(/\/desk\/set-up#[A-Za-z0-9_-]{43}\n$/) });
  expect(await mingchou(['verify-audit'])).toEqual({ code: 2, out: '', err: '还没有登记任何局\n' });
  await server.stop();
  const after = await mingchou(['verify-audit', 'changzi']);
  expect(after).toEqual({ code: 2, out: '', err: '没有网址简称为 changzi 的局\n' });
});

test('a folder without data is named', async () => {
  const empty = path.join(root, 'nothing');
  const answer = await mingchou(['verify-audit'], empty);
  expect(answer).toMatchObject({ code: 1, err: expect.stringContaining(`数据文件夹 ${empty} 里还没有数据`) });
});

test('each fault of a chain has its own words', () => {
  const head = { position: 3, hash: 'ab'.repeat(32) };
  const words = (fault: Parameters<typeof describeReport>[0]['fault'], waiting = 0) =>
    describeReport({ head, fault, waiting });
  expect(words(null, 2)).toBe('留痕链完整，共 3 条，另有 2 条等待入链，末条 abababababababab…');
  expect(words({ code: 'gap', position: 4 })).toContain('第 4 条不见了');
  expect(words({ code: 'broken-link', position: 4, entryId: 'e' })).toContain('接不上前一条');
  expect(words({ code: 'changed-entry', position: 4, entryId: 'e' })).toContain('与入链时不同');
  expect(words({ code: 'left-out', entryId: 'e' })).toContain('不在链上');
});
