import { execFile } from 'node:child_process';
import path from 'node:path';
import { exchangeRoutes as routes, type ImportRun, registryRoutes } from '@mingchou/contract';
import { checkCharacterOf } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Client } from '../src/shell/client.ts';
import { type TestBureau, testBureau } from './harness.ts';
import type { Errand } from './harness/import-child.ts';
import { adoptSamplePolicy } from './harness/policy.ts';

let bureau: TestBureau;
let clerk: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:05:00Z' });
  clerk = await bureau.as('何书');
  await adoptSamplePolicy(clerk, 'zz');
});
afterAll(() => bureau.close());

let serial = 0;
const newCode = () => {
  const first17 = `91140428XX${String((serial += 1)).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
};
const newRow = () =>
  `长子县第${serial}号加油站,${newCode()},危化经营,示例路${serial}号,1380000${1000 + (serial % 9000)}`;
const listOf = (count: number) =>
  ['企业名称,统一社会信用代码,行业类别,地址,联系电话', ...Array.from({ length: count }, newRow)].join('\n');
const long = 2_001;
const tryList = async (count: number, fileName = '名录.csv') => {
  const base64 = Buffer.from(listOf(count)).toString('base64');
  const tried = await clerk.mustSend(routes.dryRunImport, { target: 'subject', fileName, base64 });
  expect(tried.counts).toEqual({ new: count, changed: 0, same: 0, wrong: 0 });
  return { dryRunId: tried.id, mode: 'all-or-nothing' as const };
};
const runOf = async (dryRunId: string) => (await clerk.mustAsk(routes.showImportRun, { dryRunId })).run;
const total = async () => (await clerk.mustAsk(registryRoutes.listSubjects, {})).total;
/** Works the waiting runs off and returns what was told on the way. */
const untilEnd = async (dryRunId: string) => {
  const told: (ImportRun | null)[] = [];
  await bureau.runJobs();
  await vi.waitUntil(
    async () => {
      told.push(await runOf(dryRunId));
      return !['waiting', 'running'].includes(told.at(-1)?.state ?? '');
    },
    { timeout: 60_000, interval: 50 },
  );
  return told;
};

test('P7: a long list is imported beside the commands, is told about on the way, and can be taken back', async () => {
  const confirm = await tryList(long);
  expect(await clerk.mustSend(routes.confirmImport, confirm)).toEqual({
    ...{ new: long, changed: 0, skipped: 0, finished: false },
  });
  expect(await runOf(confirm.dryRunId)).toMatchObject({ state: 'waiting', by: '何书', done: 0, total: long });
  expect(await total()).toBe(0);

  const told = await untilEnd(confirm.dryRunId);
  expect(told.at(-1)).toMatchObject({ state: 'done', endedAt: '2022-03-21T01:05:00Z', message: null });
  expect(await total()).toBe(long);
  expect(await clerk.mustAsk(routes.showDryRun, confirm)).toMatchObject({ undoable: true, run: { state: 'done' } });
  const logged = await bureau.sql(`select event_type from audit_entry where aggregate_id = $1 order by entry_id`, [
    confirm.dryRunId,
  ]);
  expect(logged.map((entry) => entry['event_type'])).toEqual(['import-tried', 'import-begun', 'registry-imported']);
  expect(await clerk.mustSend(routes.undoImport, confirm)).toEqual({ removed: long, restored: 0 });
  expect(await total()).toBe(0);
});

test('two imports into one list do not run at the same time: the second is told who began when', async () => {
  const [first, second] = [await tryList(long, '全县.csv'), await tryList(1)];
  const both = await Promise.all([1, 2].map(() => clerk.send(routes.confirmImport, first)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const chief = await bureau.as('施核');
  const refused = await chief.send(routes.confirmImport, second);
  expect(refused.ok ? '' : refused.refusal.message).toBe(
    '没有开始：何书在3月21日 09:05开始把「全县.csv」导入这个名录，还没有完成。请等它完成后再办。',
  );
  expect(await chief.mustAsk(routes.listLiveImports, {})).toMatchObject({
    rows: [{ dryRunId: first.dryRunId, own: false, run: { by: '何书' } }],
  });

  // Meanwhile somebody enters an object by hand: the list no longer stands as it was tried against.
  const [name = '', code = ''] = newRow().split(',');
  await clerk.mustSend(registryRoutes.addSubject, {
    ...{ name, codeKind: 'credit', code, address: '示例路1号', region: null, sector: 'hazchem-trade' },
    ...{ priority: 'ordinary', creditGrade: null, standardisation: null, sectionId: null },
  });
  const told = await untilEnd(first.dryRunId);
  expect(told.at(-1)).toMatchObject({
    state: 'refused',
    message: '没有导入：试读以后名录有变动。请重新试读，核对后再导入。',
  });
  expect(await total()).toBe(1);
  expect(await clerk.mustAsk(routes.listLiveImports, {})).toMatchObject({ rows: [{ own: true }] });
  expect(await chief.mustAsk(routes.listLiveImports, {})).toEqual({ rows: [] });
});

test('a server killed at the last moment leaves no half import and no run for ever; it can be begun again', async () => {
  const before = await total();
  const confirm = await tryList(long);
  await clerk.mustSend(routes.confirmImport, confirm);
  const { ownerUrl: url, filesFolder, clock } = bureau;
  const errand: Errand = { url, filesFolder, now: clock.now() };
  const child = path.resolve(import.meta.dirname, 'harness/import-child.ts');
  const signal = await new Promise<unknown>((resolve) => {
    execFile(process.execPath, [child, JSON.stringify(errand)], (error) => resolve(error?.signal));
  });
  expect(signal).toBe('SIGKILL');
  expect(await total()).toBe(before);
  expect(await runOf(confirm.dryRunId)).toMatchObject({ state: 'running' });
  const busy = await clerk.send(routes.confirmImport, confirm);
  expect(busy).toMatchObject({ refusal: { code: 'import-running' } });

  await bureau.sql(`update import_run set heard_at = heard_at - interval '31 seconds' where import_id = $1`, [
    confirm.dryRunId,
  ]);
  expect(await runOf(confirm.dryRunId)).toMatchObject({ state: 'broken' });
  await clerk.mustSend(routes.confirmImport, confirm);
  expect((await untilEnd(confirm.dryRunId)).at(-1)).toMatchObject({ state: 'done' });
  expect(await total()).toBe(before + long);
});
