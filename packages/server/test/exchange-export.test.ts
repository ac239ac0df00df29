import { createHash } from 'node:crypto';
import { exchangeRoutes as routes, registryRoutes } from '@mingchou/contract';
import { checkCharacterOf } from '@mingchou/domain';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookieName } from '../src/shell/shell.ts';
import type { Client } from '../src/shell/client.ts';
import { type TestBureau, testBureau } from './harness.ts';
import { adoptSamplePolicy } from './harness/policy.ts';

let bureau: TestBureau;
let clerk: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:00:00Z' });
  clerk = await bureau.as('何书');
  await adoptSamplePolicy(clerk, 'zz');
  for (const [n, name, sector] of [
    [1, '=长子县甲加油站', 'hazchem-trade'],
    [2, '长子县乙加油站', 'hazchem-trade'],
    [3, '长子县丙厂', 'industry'],
  ] as const) {
    const first17 = `91140428XX000990${n}`;
    await clerk.mustSend(registryRoutes.addSubject, {
      ...{ name, codeKind: 'credit', code: first17 + checkCharacterOf(first17), address: `示例路${n}号`, region: null },
      ...{ sector, priority: 'ordinary', creditGrade: null, standardisation: null, sectionId: null },
      contactPhone: '13800001234',
    });
  }
});
afterAll(() => bureau.close());

const take = async (client: Client, address: string) => {
  const reply = await bureau.app.inject({
    ...{ method: 'GET', url: address },
    cookies: { [sessionCookieName]: client.cookie() },
  });
  return { status: reply.statusCode, bytes: reply.rawPayload, headers: reply.headers };
};
const shown = { list: 'subjects' as const, columns: ['code', 'name', 'sector'] };

test('Q-03: a workbook has the rows, columns and order of the page, as text, and its manifest is on record', async () => {
  const listing = { sector: 'hazchem-trade', sort: 'code', order: 'desc' };
  const { id, address } = await clerk.mustSend(routes.beginExport, { ...shown, format: 'xlsx', listing });
  const { status, bytes, headers } = await take(clerk, address);
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  const book = await readXlsx(bytes);
  const page = await clerk.mustAsk(registryRoutes.listSubjects, {
    sector: 'hazchem-trade',
    sort: 'code',
    order: 'desc',
  });
  expect(book.sheets[0]?.rows).toEqual([
    ['代码', '名称', '类别'],
    ...page.rows.map((row) => [row.code, row.name, row.sectorName]),
  ]);
  expect(book.sheets[0]?.cells?.get('2,1')?.formula).toBeUndefined();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { rows } = await clerk.mustAsk(routes.listExports, {});
  expect(rows[0]).toMatchObject({ id, by: '何书', rows: 2, sha256 });
  expect(rows[0]).toMatchObject({ narrowed: ['危化经营', '按代码倒序'], columns: ['代码', '名称', '类别'] });
  const logged = await bureau.sql(`select event from audit_entry where aggregate_id = $1 order by version`, [id]);
  expect(logged).toMatchObject([{ event: { type: 'export-begun', listing } }, { event: { rows: 2, sha256 } }]);
  expect(await take(clerk, address)).toMatchObject({ status: 404 });
});

test('Q-03: a CSV computes nothing, says no telephone, and is read back as it was', async () => {
  const begun = { ...shown, columns: ['name', 'code', 'sector', 'address'], format: 'csv' as const, listing: {} };
  const { address } = await clerk.mustSend(routes.beginExport, begun);
  const { bytes } = await take(clerk, address);
  const text = bytes.toString('utf8');
  expect(text).toMatch(/^\ufeff名称,代码,类别,地址\r\n'=长子县甲加油站,/);
  expect(text).not.toContain('1380000');
  const file = { target: 'subject' as const, fileName: '名录.csv', base64: bytes.toString('base64') };
  const tried = await clerk.mustSend(routes.dryRunImport, file);
  expect(tried.counts).toMatchObject({ new: 0, wrong: 0, changed: 0, same: 3 });
});

test('an export belongs to who began it, shows only columns there are, and an inspector takes no list out', async () => {
  const begun = { ...shown, format: 'csv' as const, listing: {} };
  const { address } = await clerk.mustSend(routes.beginExport, begun);
  expect(await take(await bureau.as('施核'), address)).toMatchObject({ status: 404 });
  const strange = { ...begun, columns: ['contactPhone'] };
  expect(await clerk.send(routes.beginExport, strange)).toMatchObject({ refusal: { code: 'export-not-understood' } });
  const wrong = { ...begun, listing: { status: 'somewhere' } };
  expect(await clerk.send(routes.beginExport, wrong)).toMatchObject({ refusal: { code: 'export-not-understood' } });
  expect(await (await bureau.as('赵一')).send(routes.beginExport, begun)).toMatchObject({ status: 403 });
});
