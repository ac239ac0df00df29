import {
  accountRoutes,
  type DryRunView,
  exchangeRoutes as routes,
  type ImportTarget,
  readingRoutes,
  registryRoutes,
} from '@mingchou/contract';
import { checkCharacterOf } from '@mingchou/domain';
import { type CellValue, type MergeRange, writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/shell/client.ts';
import { sessionCookieName } from '../src/shell/shell.ts';
import { type TestBureau, testBureau } from './harness.ts';
import { adoptSamplePolicy } from './harness/policy.ts';

let bureau: TestBureau;
let clerk: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:00:00Z' });
  clerk = await bureau.as('何书');
  await adoptSamplePolicy(clerk, 'zz');
  const administrator = await bureau.as('管理员');
  await administrator.mustSend(accountRoutes.addSection, { code: 'GM', name: '工贸股' });
});
afterAll(() => bureau.close());

const fileName = '各股室报来的名录.xlsx';
let serial = 0;
const newCode = () => {
  const first17 = `91140428XX${String((serial += 1)).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
};
const head = ['企业名称', '统一社会信用代码', '行业类别', '地址'];
const row = (name: string, more: { readonly code?: CellValue; readonly sector?: string } = {}): CellValue[] => [
  name,
  more.code === undefined ? newCode() : more.code,
  more.sector ?? '危化经营',
  `示例路${(serial += 1)}号`,
];
interface Sheet {
  readonly name: string;
  readonly rows: CellValue[][];
  readonly merges?: MergeRange[];
  readonly cells?: Map<string, object>;
}
const trySheets = async (sheets: readonly Sheet[], target: ImportTarget = 'subject') => {
  const bytes = await writeXlsx({ sheets: [...sheets] });
  return clerk.send(routes.dryRunImport, { target, fileName, base64: Buffer.from(bytes).toString('base64') });
};
const mustTry = async (...sheets: readonly Sheet[]) => {
  const tried = await trySheets(sheets);
  if (!tried.ok) throw new Error(tried.refusal.message);
  return tried.value;
};
/** Every wrong cell with its file, sheet, row and column, as the page shows them together. */
const wrongIn = ({ fileName: file, sheet, rows }: DryRunView) =>
  rows.flatMap(({ row: at, problems }) =>
    problems.map(({ column, text }) => `${file}，工作表「${sheet}」第${at}行「${column}」：${text}`),
  );
const place = (sheet: string, at: number, column: string) => `${fileName}，工作表「${sheet}」第${at}行「${column}」：`;

test('a head on row 3 under a title is found, and rows keep their numbers of the workbook', async () => {
  const rows = [['长子县抽查对象名录库'], ['填表：何书', '2022年3月'], head, row('长子县甲加油站', { code: '9114' })];
  const view = await mustTry({ name: '加油站', rows });
  expect(view).toMatchObject({ fileName, sheet: '加油站', headRow: 3 });
  expect(wrongIn(view)).toEqual([`${place('加油站', 4, '统一社会信用代码')}应为18位，现有4位`]);
});

test('a cell merged over rows counts for each of them, and the page says so', async () => {
  const rows = [head, row('长子县乙加油站', { sector: '烟花爆竹' }), row('长子县丙加油站')];
  rows[2] = rows[2]?.map((cell, at) => (at === 2 ? null : cell)) ?? [];
  const view = await mustTry({ name: '汇总', rows, merges: [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }] });
  expect(view.merged).toBe(1);
  const unknown = '「烟花爆竹」不在可选范围：煤矿、洗储煤、危化生产、危化经营、工贸';
  expect(wrongIn(view)).toEqual([2, 3].map((at) => `${place('汇总', at, '行业类别')}${unknown}`));
});

test('two tables on one sheet are refused with the sheet and the rows of both heads', async () => {
  const people = ['姓名', '执法证号', '发证机关', '有效期至', '编制', '可检查行业'];
  const rows = [
    head,
    row('长子县丁加油站'),
    [null],
    people,
    ['赵一', '04280001', '省厅', '2024-12-31', '行政编制', '工贸'],
  ];
  const tried = await trySheets([{ name: '混在一起', rows }]);
  expect(tried).toMatchObject({ status: 422 });
  expect(tried.ok ? '' : tried.refusal.message).toBe(
    '没有读入：工作表「混在一起」第1行是表头，第4行又是一个表头，一张表里有两个名录。请分成两张工作表，或删去重复的表头后再选。',
  );
});

test('two sheets of one list: one is read, and the other is named as not read', async () => {
  const view = await mustTry(
    { name: '危化股', rows: [head, row('长子县戊加油站')] },
    { name: '工贸股', rows: [head, row('长子县己厂')] },
  );
  expect(view).toMatchObject({ sheet: '危化股', unread: ['工贸股'], counts: { new: 1 } });
});

test('a code that became a number is refused with its cell, and comes back as the officer saw it', async () => {
  const view = await mustTry({ name: '加油站', rows: [head, row('长子县庚加油站', { code: 914403001922038216 })] });
  expect(wrongIn(view)).toEqual([
    `${place('加油站', 2, '统一社会信用代码')}9.14E+17是数字格式，已丢失末位。请改成文本后重新导入`,
  ]);
});

test('a certificate out of date is imported with a warning, a date that never was is refused', async () => {
  const titles = ['姓名', '执法证号', '发证机关', '有效期至', '编制', '可检查行业'];
  const person = (name: string, no: string, until: string) => [name, no, '山西省司法厅', until, '行政编制', '工贸'];
  const rows = [titles, person('赵一', '04280001', '2022-03-20'), person('钱二', '04280002', '2022-02-30')];
  const tried = await trySheets([{ name: '执法人员', rows }], 'inspector');
  if (!tried.ok) throw new Error(tried.refusal.message);
  expect(tried.value.rows.find((one) => one.row === 2)?.notes).toEqual([
    '执法证已于2022-03-20到期，可以导入，不能参加抽签',
  ]);
  expect(wrongIn(tried.value)).toEqual([
    `${place('执法人员', 3, '有效期至')}「2022-02-30」不是日期。请写成2022-04-06这样`,
  ]);
});

test('a date in the future and a sector that does not exist are each named', async () => {
  const titles = [...head, '状态', '状态日期', '状态原因', '等级日期'];
  const rows = [
    titles,
    [...row('长子县辛加油站'), '停产停业', '2022-03-22', '检修', null],
    [...row('长子县壬加油站', { sector: '民航' }), null, null, null, '2023-01-01'],
  ];
  expect(wrongIn(await mustTry({ name: '加油站', rows }))).toEqual([
    `${place('加油站', 2, '状态日期')}日期不能晚于今天（2022-03-21）`,
    `${place('加油站', 3, '行业类别')}「民航」不在可选范围：煤矿、洗储煤、危化生产、危化经营、工贸`,
    `${place('加油站', 3, '等级日期')}日期不能晚于今天（2022-03-21）`,
  ]);
});

test('formulas are never computed: their kept values are read, and one that failed is named', async () => {
  const code = newCode();
  const rows = [head, row('长子县癸加油站', { code }), row('长子县子加油站'), row('长子县丑加油站')];
  const cells = new Map<string, object>([
    ['1,1', { value: code, formula: 'UPPER("x")', formulaResult: code }],
    ['2,2', { value: '#N/A', type: 'error' }],
    ['3,3', { formula: 'B4&"号"' }],
  ]);
  const view = await mustTry({ name: '公式', rows, cells });
  expect(wrongIn(view)).toEqual([
    `${place('公式', 3, '行业类别')}公式出错（#N/A）。请改成文字`,
    `${place('公式', 4, '地址')}公式出错（没有结果）。请改成文字`,
  ]);
  expect(view.rows.find((one) => one.row === 2)).toMatchObject({ verdict: 'new', key: code });
});

test('an empty workbook, a list without a row and an empty registry each say what they are', async () => {
  const empty = await trySheets([{ name: 'Sheet1', rows: [[null], ['  ']] }]);
  expect(empty.ok ? '' : empty.refusal.message).toBe('没有读入：工作簿里没有内容。请重新选文件。');
  const bare = await trySheets([{ name: '名录', rows: [['长子县名录'], head, [' ', null]] }]);
  expect(bare.ok ? '' : bare.refusal.message).toBe('没有读入：工作表「名录」第2行是表头，下面没有内容。请填好后再选。');
  expect(await clerk.mustAsk(registryRoutes.listSubjects, { search: '加油站' })).toMatchObject({ rows: [], total: 0 });
  const begun = { list: 'subjects' as const, format: 'csv' as const, columns: ['name', 'code'], listing: {} };
  const { address } = await clerk.mustSend(routes.beginExport, begun);
  const reply = await bureau.app.inject({ url: address, cookies: { [sessionCookieName]: clerk.cookie() } });
  expect(reply.payload).toBe('\ufeff名称,代码\r\n');
});

test('a ratio of 120 % in a workbook of tasks is named with its table, row and column, and taken into no plan', async () => {
  const columns = [
    '序号',
    '抽查任务名称',
    '抽查事项',
    '抽查内容',
    '抽查对象',
    '事项类别',
    '检查方式',
    '抽查比例',
    '抽查时间',
  ];
  const task = [
    '1',
    '加油站抽查',
    '对加油站的行政检查',
    '1.消防。',
    '全县加油站',
    '一般检查',
    '现场检查',
    '120%',
    '2022年全年',
  ];
  const bytes = await writeXlsx({ sheets: [{ name: '计划表', rows: [['长子县2022年抽查工作计划'], columns, task] }] });
  const file = { fileName: '计划.xlsx', base64: Buffer.from(bytes).toString('base64') };
  const { readingId, version } = await clerk.mustSend(readingRoutes.readDocument, file);
  const { reading, findings } = await clerk.mustAsk(readingRoutes.showReading, { readingId });
  expect(findings).toMatchObject([
    { verdict: '「加油站抽查」的比例大于100%', places: [{ place: '表1 第1行 抽查比例', text: '120%' }] },
  ]);
  const draft = reading.drafts.find(({ kind }) => kind === 'row');
  expect(draft?.fields.find(({ key }) => key === 'ratio')).toMatchObject({
    ...{ state: 'missing', text: '', reason: '「120%」大于100%' },
    sources: [{ place: '表1 第1行 抽查比例' }],
  });
  const edit = { readingId, version, draft: draft?.key ?? '', field: 'ratio' as const };
  const kept = await clerk.send(readingRoutes.correctValue, { ...edit, text: '150%' });
  expect(kept).toMatchObject({ refusal: { code: 'reading-value-unreadable' } });
  const into = { kind: 'new' as const, year: 2022 };
  const taken = await clerk.send(readingRoutes.acceptDrafts, { readingId, version, drafts: [edit.draft], into });
  expect(taken).toMatchObject({ refusal: { code: 'reading-value-open' } });
});
