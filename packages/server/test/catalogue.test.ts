import { catalogueRoutes, exchangeRoutes, type ImportTarget } from '@mingchou/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/shell/client.ts';
import { adoptSamplePolicy } from './harness/policy.ts';
import { type TestBureau, testBureau } from './harness.ts';

let bureau: TestBureau;
let clerk: Client;
const title = '对煤矿的行政检查';

beforeAll(async () => {
  bureau = await testBureau({ now: '2023-03-01T01:00:00Z' });
  clerk = await bureau.as('何书');
  await adoptSamplePolicy(clerk, 'zz');
});
afterAll(() => bureau.close());

const tryCsv = (target: ImportTarget, lines: readonly string[]) =>
  clerk.mustSend(exchangeRoutes.dryRunImport, {
    ...{ target, fileName: '表.csv' },
    base64: Buffer.from(lines.join('\n')).toString('base64'),
  });
async function importCsv(target: ImportTarget, lines: readonly string[]): Promise<void> {
  const tried = await tryCsv(target, lines);
  await clerk.mustSend(exchangeRoutes.confirmImport, { dryRunId: tried.id, mode: 'all-or-nothing' });
}
const content = () => ({
  ...{ dutyItem: '对煤矿的监督检查', title, subjects: '煤矿', category: 'priority' as const, methods: ['现场检查'] },
  ...{ ratioAndFrequency: '100%，每年抽查1次', department: '县级应急管理部门', tier: '县级', sectors: ['coal'] },
  checkItems: [{ no: 1, text: '证照', pass: '齐全', fail: '不全：____', days: 7, hazards: ['D-1'] }],
  legalBases: [{ title: '演示标准（试行）', number: '', revision: '', article: '' }],
  liability: '演示法第九条',
});
let item: { id: string; version: number };

test('LZ-22: an item tells that its basis was repealed, by what the library says today', async () => {
  item = await clerk.mustSend(catalogueRoutes.addItem, { content: content() });
  const bases = async () => (await clerk.mustAsk(catalogueRoutes.showItem, { id: item.id })).bases;
  expect(await bases()).toMatchObject([{ standing: 'unlisted' }]);
  await importCsv('law', [
    '名称,版本,失效日期,状态,现为,已核对原文,来源',
    '演示标准（试行）,,2022-08-31,已废止,《演示标准》,否,演示',
  ]);
  expect(await bases()).toEqual([
    {
      ...{ text: '《演示标准（试行）》', standing: 'repealed' },
      detail: '已废止，2022-08-31后不再施行，现为《演示标准》（来源待核）',
    },
  ]);
  const { rows } = await clerk.mustAsk(catalogueRoutes.listLaws, {});
  expect(rows[0]).toMatchObject({ version: 1, citedBy: [{ title }] });
});

test('an edition is corrected by hand against the version that was read', async () => {
  const { rows } = await clerk.mustAsk(catalogueRoutes.listLaws, {});
  const [row] = rows;
  if (row === undefined) throw new Error('the library is empty');
  const { version, citedBy: _cited, ...law } = row;
  expect(await clerk.mustSend(catalogueRoutes.recordLaw, { version, law: { ...law, verified: true } })).toEqual({
    version: 2,
  });
  expect(await clerk.send(catalogueRoutes.recordLaw, { version, law })).toMatchObject({
    refusal: { code: 'law-stale' },
  });
});

test('LZ-24: once the mapping is loaded, an item that it leaves out is not published', async () => {
  const other = await clerk.mustSend(catalogueRoutes.addItem, {
    content: { ...content(), title: '另一项' },
  });
  const columns = '抽查事项,权责清单编码,权责清单事项,省级清单编码,省级清单事项,来源';
  const wrong = await tryCsv('mapping', [columns, '没有这一项,Q1,对煤矿的监督检查,,,演示']);
  expect(wrong.counts).toMatchObject({ wrong: 1 });
  await importCsv('mapping', [columns, `${title},Q1,对煤矿的监督检查,,,演示`]);
  expect(await clerk.send(catalogueRoutes.publishItems, { items: [other] })).toMatchObject({
    refusal: { code: 'item-without-duty' },
  });
  await clerk.mustSend(catalogueRoutes.publishItems, { items: [item] });
  const shown = await clerk.mustAsk(catalogueRoutes.showItem, { id: item.id });
  expect(shown.mapping).toEqual({ dutyCode: 'Q1', provinceCode: null, provinceItem: null });
  expect(shown.notes.map(({ code }) => code)).toContain('province-unmapped');
});

test('N-27: major hazards are imported and name the check points that rest on them', async () => {
  await importCsv('hazard', ['编号,判定情形,行业,判定标准,条款,来源', 'D-1,无证开采,煤矿,演示标准,第四条,演示']);
  const { rows } = await clerk.mustAsk(catalogueRoutes.listHazards, {});
  expect(rows).toMatchObject([{ code: 'D-1', points: [{ itemId: item.id, itemNo: 1, pointNo: 1 }, { itemNo: 2 }] }]);
});

test('GX-19: every publication is an edition of its own, and the newer tells what changed', async () => {
  const shown = await clerk.mustAsk(catalogueRoutes.showItem, { id: item.id });
  const withdrawn = await clerk.mustSend(catalogueRoutes.withdrawItem, {
    ...{ id: item.id, version: shown.version, reason: '依据已废止' },
  });
  const changed = { ...content(), liability: '演示法第十条' };
  const updated = await clerk.mustSend(catalogueRoutes.updateItem, { ...withdrawn, content: changed });
  await clerk.mustSend(catalogueRoutes.publishItems, { items: [updated] });
  const { rows } = await clerk.mustAsk(catalogueRoutes.listEditions, {});
  expect(rows.map(({ no, items, changed: told }) => [no, items, told])).toEqual([
    [3, 1, '增加1项'],
    [2, 0, '撤下1项'],
    [1, 1, '增加1项'],
  ]);
  const first = await clerk.mustAsk(catalogueRoutes.showEdition, { no: 1 });
  expect(first.lines[0]?.slice(0, 3)).toEqual(['1', '对煤矿的监督检查', title]);
  expect(first.lines[0]?.at(-1)).toBe('演示法第九条');
  expect((await clerk.mustAsk(catalogueRoutes.showEdition, {})).lines[0]?.at(-1)).toBe('演示法第十条');
  const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'items'");
  expect((snapshot?.['view'] as { items: unknown[] }).items).toMatchObject([{ liability: '演示法第十条' }]);
});

test('LZ-20: 120 % is refused in words, and words of the list’s own are kept', async () => {
  const wrong = { ...content(), title: '第四项', ratioAndFrequency: '执法计划内１２０％，每年1次' };
  expect(await clerk.send(catalogueRoutes.addItem, { content: wrong })).toMatchObject({
    ...{ status: 400 },
    refusal: { fields: [{ path: 'content.ratioAndFrequency', message: '抽查比例不能超过100%' }] },
  });
  const own = { ...wrong, ratioAndFrequency: '按年度执法任务确定' };
  const { id } = await clerk.mustSend(catalogueRoutes.addItem, { content: own });
  expect((await clerk.mustAsk(catalogueRoutes.showItem, { id })).notes.map(({ code }) => code)).toContain(
    'ratio-unread',
  );
});

test('an item whose days are out of range is refused at the edge', async () => {
  const bad = { ...content(), title: '第三项', checkItems: [{ no: 1, text: '证照', days: 400 }] };
  expect(await clerk.send(catalogueRoutes.addItem, { content: bad })).toMatchObject({ status: 400 });
});
