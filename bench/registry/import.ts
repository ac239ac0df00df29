import { setTimeout as sleep } from 'node:timers/promises';
import { accountRoutes, exchangeRoutes } from '@mingchou/contract';
import { checkCharacterOf } from '@mingchou/domain';
import { writeXlsx } from 'hucre';
import type { Figure } from '../figure.ts';
import type { BenchClient } from '../house/client.ts';

/** Tries and imports so many objects nobody knows yet, their codes counted from `first`; asked every 200 ms how far it is. */
export async function importRows(
  client: BenchClient,
  first: number,
  rows: number,
  atMost: number,
): Promise<readonly Figure[]> {
  const file = await fileOf(listOf(first, rows));
  const begun = performance.now();
  const tried = await client.send(exchangeRoutes.dryRunImport, { target: 'subject', ...file });
  if (tried.counts.new !== rows) throw new Error(`not ${rows} new rows: ${JSON.stringify(tried.counts)}`);
  const read = (performance.now() - begun) / 1000;
  const silence = await confirmed(client, tried.id);
  const value = (performance.now() - begun) / 1000;
  const reference = { name: 'its dry run alone', value: read };
  return [
    { name: `import of ${rows} rows, tried and confirmed`, value, unit: 's', goal: { atMost }, reference },
    { name: 'its longest time without news of the progress', value: silence, unit: 's', goal: { atMost: 1 } },
  ];
}

/** Confirms and waits for the end; returns the longest time in which nothing new was told, in seconds. */
async function confirmed({ send, ask }: BenchClient, dryRunId: string): Promise<number> {
  const { finished } = await send(exchangeRoutes.confirmImport, { dryRunId, mode: 'all-or-nothing' });
  let [news, newsAt, silence] = ['', performance.now(), 0];
  for (let over = finished; !over; ) {
    await sleep(200);
    const { run } = await ask(exchangeRoutes.showImportRun, { dryRunId });
    if (run === null || run.state === 'refused' || run.state === 'broken') throw new Error(JSON.stringify(run));
    over = run.state === 'done';
    const told = `${run.state} ${run.phase} ${run.done} ${run.secondsSpent}`;
    const now = performance.now();
    if (told === news && !over) continue;
    silence = Math.max(silence, now - newsAt);
    [news, newsAt] = [told, now];
  }
  return silence / 1000;
}

/** The day after, so many of the objects that are there move to another road. Returns the day before. */
export async function moveObjects(signedIn: () => Promise<BenchClient>, first: number, rows: number): Promise<string> {
  const before = await signedIn();
  const { now } = await before.send(accountRoutes.advanceDemonstrationClock, { to: '2026-06-01T01:00:00Z' });
  // The session ends with the day: the same clerk signs in again.
  const after = await signedIn();
  const file = await fileOf(listOf(first, rows, '新建路'));
  const tried = await after.send(exchangeRoutes.dryRunImport, { target: 'subject', ...file });
  await confirmed(after, tried.id);
  return new Date(Date.parse(now) - 86_400_000).toISOString().slice(0, 10);
}

const characters = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕';

/** 长子县地玄玄黄号加油站: the number in characters, so that every name is another one. */
function nameOf(n: number): string {
  const digits = [...n.toString(32)].map((digit) => characters[Number.parseInt(digit, 32)]);
  return `长子县${digits.join('')}号加油站`;
}

function codeOf(n: number): string {
  const first17 = `91140428XX${String(n).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
}

function listOf(first: number, rows: number, road = '示例路'): string[][] {
  const sectors = ['煤矿', '洗储煤', '危化生产', '危化经营', '工贸'];
  const objects = Array.from({ length: rows }, (_, at) => {
    const n = first + at;
    const telephone = `138${String(n % 100_000_000).padStart(8, '0')}`;
    return [nameOf(n), codeOf(n), sectors[n % 5] ?? '', `丹朱镇${road}${n}号`, '王示例', telephone];
  });
  return [['企业名称', '统一社会信用代码', '行业类别', '地址', '联系人', '联系电话'], ...objects];
}

const workbookFrom = 20_000;

/** Short lists come as CSV, long ones as the workbook that a system of the province writes. */
async function fileOf(rows: readonly string[][]): Promise<{ readonly fileName: string; readonly base64: string }> {
  if (rows.length < workbookFrom) {
    return {
      fileName: '名录.csv',
      base64: Buffer.from(rows.map((row) => row.join(',')).join('\n')).toString('base64'),
    };
  }
  const bytes = await writeXlsx({ sheets: [{ name: '抽查对象', rows: [...rows] }] });
  return { fileName: '名录.xlsx', base64: Buffer.from(bytes).toString('base64') };
}
