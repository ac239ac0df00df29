import { exchangeRoutes as routes, registryRoutes } from '@mingchou/contract';
import { checkCharacterOf, type SubjectId } from '@mingchou/domain';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/shell/client.ts';
import { type TestBureau, testBureau } from './harness.ts';
import { adoptSamplePolicy } from './harness/policy.ts';

let bureau: TestBureau;
let clerk: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:00:00Z' });
  clerk = await bureau.as('何书');
  await adoptSamplePolicy(clerk, 'zz');
});
afterAll(() => bureau.close());

let serial = 8_000;
const newCode = () => {
  const first17 = `91140428XX${String((serial += 1)).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
};
const csv = (...rows: readonly (readonly string[])[]) =>
  Buffer.from(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`).toString('base64');
const head = ['企业名称', '统一社会信用代码', '行业类别', '地址', '联系电话'];
const file = (base64: string) => ({ target: 'subject' as const, fileName: '名录.csv', base64 });
const importCsv = async (base64: string) => {
  const { id } = await clerk.mustSend(routes.dryRunImport, file(base64));
  await clerk.mustSend(routes.confirmImport, { dryRunId: id, mode: 'all-or-nothing' });
  return id;
};
const total = async (more: object = {}) => (await clerk.mustAsk(registryRoutes.listSubjects, more)).total;

test('Q-01: the last import is taken back: what was new is gone, what was changed is as before, telephones too', async () => {
  const code = newCode();
  const first = await importCsv(csv(head, ['长子县甲加油站', code, '危化经营', '示例路1号', '13800001111']));
  const changed = ['长子县甲加油站', code, '工贸', '示例路2号', '13900002222'];
  const second = await importCsv(csv(head, changed, ['长子县乙加油站', newCode(), '危化经营', '示例路3号', '']));
  expect(await clerk.send(routes.undoImport, { dryRunId: first })).toMatchObject({
    refusal: { code: 'import-not-last' },
  });
  bureau.clock.set('2022-03-23T01:00:00Z');
  clerk = await bureau.as('何书');
  expect(await clerk.mustAsk(routes.showDryRun, { dryRunId: second })).toMatchObject({ undoable: true });
  expect(await clerk.mustSend(routes.undoImport, { dryRunId: second })).toEqual({ removed: 1, restored: 1 });

  const { rows } = await clerk.mustAsk(registryRoutes.listSubjects, {});
  expect(rows).toMatchObject([{ name: '长子县甲加油站', sector: 'hazchem-trade', address: '示例路1号', version: 3 }]);
  const id = rows[0]?.id ?? ('' as SubjectId);
  const shown = await clerk.mustAsk(registryRoutes.showSubject, { id });
  expect(shown).toMatchObject({ contact: { phone: '138****1111' }, history: [{ reason: '撤销导入' }, {}, {}] });
  expect(shown.history[0]?.changes).toContainEqual({ field: '地址', from: '示例路2号', to: '示例路1号' });
  expect(await total({ asOf: '2022-03-22' })).toBe(2);
  expect(await total({ asOf: '2022-03-23' })).toBe(1);
  expect(await clerk.send(routes.undoImport, { dryRunId: second })).toMatchObject({
    refusal: { code: 'import-undone' },
  });
  const past = await clerk.mustAsk(routes.listImports, { target: 'subject' });
  expect(past.rows[0]).toMatchObject({ undoneBy: '何书', undoable: false });
  const logged = await bureau.sql(`select event from audit_entry where event_type = 'import-undone'`);
  expect(logged).toMatchObject([{ event: { removed: 1, restored: 1 } }]);
});

test('Q-01: an import whose rows were changed or used since stays, and the rows are named', async () => {
  const names = ['长子县丙加油站', '长子县丁加油站'];
  const dryRunId = await importCsv(csv(head, ...names.map((name) => [name, newCode(), '危化经营', '示例路5号', ''])));
  const { rows } = await clerk.mustAsk(registryRoutes.listSubjects, { search: '长子县丙' });
  const id = rows[0]?.id ?? ('' as SubjectId);
  const fire = { subjectId: id, kind: 'accident' as const, on: '2022-03-01', evidence: '事故调查报告1号' };
  await clerk.mustSend(registryRoutes.registerOccurrence, fire);
  expect(await clerk.send(routes.undoImport, { dryRunId })).toMatchObject({
    refusal: { code: 'rows-touched', facts: { names: ['长子县丙加油站'] } },
  });
  expect(await total({ search: '加油站' })).toBe(3);
});

test('Q-01: strange heads are mapped by hand once, and known the next time', async () => {
  const strange = (name: string) =>
    csv(['辖区名单'], [], ['厂子', '执照号', '哪一行', '在哪里'], [name, newCode(), '工贸', '示例路7号']);
  const refused = await clerk.send(routes.dryRunImport, file(strange('长子县戊厂')));
  expect(refused).toMatchObject({ refusal: { code: 'sheet-not-found' } });
  const found = await clerk.mustSend(routes.readHeads, { target: 'subject', base64: strange('长子县戊厂') });
  expect(found.heads).toEqual([{ sheet: 'CSV', row: 3, heads: ['厂子', '执照号', '哪一行', '在哪里'], mapping: {} }]);
  expect(found.columns.filter(({ required }) => required).map(({ key }) => key)).toEqual([
    ...['name', 'code', 'sector', 'address'],
  ]);
  const columns = { name: '厂子', code: '执照号', sector: '哪一行', address: '在哪里' };
  const heads = found.heads[0]?.heads ?? [];
  const tried = await clerk.mustSend(routes.dryRunImport, {
    ...file(strange('长子县戊厂')),
    mapping: { heads, columns },
  });
  expect(tried).toMatchObject({ headRow: 3, counts: { new: 1, wrong: 0 } });
  expect(await clerk.mustSend(routes.dryRunImport, file(strange('长子县己厂')))).toMatchObject({ counts: { new: 1 } });
});

test('bad input: cells merged over several rows say the same in each of them', async () => {
  const rows = [
    ['长子县名录', null, null, null],
    ['企业名称', '统一社会信用代码', '行业类别', '地址'],
    ['长子县庚厂', newCode(), '工贸', '示例路1号'],
    ['长子县辛厂', newCode(), null, '示例路2号'],
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
    { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
  ];
  const bytes = await writeXlsx({ sheets: [{ name: '抽查对象', rows, merges }] });
  const tried = await clerk.mustSend(routes.dryRunImport, file(Buffer.from(bytes).toString('base64')));
  expect(tried).toMatchObject({ headRow: 2, merged: 1, counts: { new: 2, wrong: 0 } });
});
