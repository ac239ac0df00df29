import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { accountRoutes, exchangeRoutes as routes, type ImportTarget, registryRoutes } from '@mingchou/contract';
import { checkCharacterOf } from '@mingchou/domain';
import { type CellValue, readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bombOf, workbookOf } from '../src/modules/exchange/reading/made-up-files.ts';
import type { Client } from '../src/shell/client.ts';
import { type TestBureau, testBureau } from './harness.ts';
import { adoptSamplePolicy } from './harness/policy.ts';

let bureau: TestBureau;
let clerk: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-03-21T01:00:00Z' });
  clerk = await bureau.as('何书');
  await adoptSamplePolicy(clerk, 'zz');
  await addSections(bureau);
});
/** The sections of the sample workbooks that the story's people do not belong to. */
async function addSections(to: TestBureau) {
  const administrator = await to.as('管理员');
  await administrator.mustSend(accountRoutes.addSection, { code: 'MK', name: '煤矿股' });
  await administrator.mustSend(accountRoutes.addSection, { code: 'GM', name: '工贸股' });
}
afterAll(() => bureau.close());

const samples = path.resolve(import.meta.dirname, '../../../samples/registries/changzi');
const head = ['企业名称', '统一社会信用代码', '行业类别', '地址'];
let serial = 5_000;
const newCode = () => {
  const first17 = `91140428XX${String((serial += 1)).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
};
const row = (...more: CellValue[]): CellValue[] => {
  const [name = '长子县演示加油站', code = newCode(), sector = '危化经营', address = '示例路1号'] = more;
  return [name, code, sector, address];
};
const tryFile = (bytes: Uint8Array, fileName = '名录.xlsx', target: ImportTarget = 'subject', client = clerk) =>
  client.send(routes.dryRunImport, { target, fileName, base64: Buffer.from(bytes).toString('base64') });
const mustTry = async (rows: CellValue[][]) => {
  const tried = await tryFile(await workbookOf(rows));
  if (!tried.ok) throw new Error(tried.refusal.message);
  return tried.value;
};
const messageOf = async (bytes: Uint8Array, fileName?: string) => {
  const tried = await tryFile(bytes, fileName);
  return tried.ok ? '读入了' : tried.refusal.message;
};
const wrongIn = (view: { rows: { row: number; problems: { column: string; text: string }[] }[] }) =>
  view.rows.flatMap(({ row: at, problems }) => problems.map(({ column, text }) => `第${at}行「${column}」：${text}`));

test('the 133 objects of 长子 are tried and imported as one command with one audit entry', async () => {
  const one = await bureau.addBureau('linzi', '淄博市临淄区应急管理局');
  const there = await one.as('何书');
  await adoptSamplePolicy(there, 'zz');
  await addSections(one);
  const tried = await tryFile(readFileSync(path.join(samples, 'subjects.xlsx')), '长子名录.xlsx', 'subject', there);
  if (!tried.ok) throw new Error(tried.refusal.message);
  expect(wrongIn(tried.value)).toEqual([]);
  expect(tried.value.counts).toEqual({ new: 133, changed: 0, same: 0, wrong: 0 });
  const imported = await there.mustSend(routes.confirmImport, { dryRunId: tried.value.id, mode: 'all-or-nothing' });
  expect(imported).toEqual({ new: 133, changed: 0, skipped: 0, finished: true });
  const base = await there.mustAsk(registryRoutes.showBase, {});
  expect(base.text).toBe('133家＝6煤矿＋31洗储煤＋2危化生产＋39危化经营＋55工贸');
  const logged = await bureau.sql(
    `select event_type from audit_entry where bureau_id = $1 and noun in ('exchange', 'registry') order by entry_id`,
    [one.bureauId],
  );
  expect(logged.map((entry) => entry['event_type'])).toEqual(['import-tried', 'registry-imported']);
});

test('what was imported is then the same, and the inspectors come in by their own workbook', async () => {
  const subjects = readFileSync(path.join(samples, 'subjects.xlsx'));
  const first = await tryFile(subjects);
  if (!first.ok) throw new Error(first.refusal.message);
  await clerk.mustSend(routes.confirmImport, { dryRunId: first.value.id, mode: 'skip-wrong' });
  expect(await tryFile(subjects)).toMatchObject({ value: { counts: { new: 0, changed: 0, same: 133, wrong: 0 } } });
  const people = await tryFile(readFileSync(path.join(samples, 'inspectors.xlsx')), '执法人员.xlsx', 'inspector');
  if (!people.ok) throw new Error(people.refusal.message);
  expect(people.value.counts).toEqual({ new: 12, changed: 0, same: 0, wrong: 0 });
});

test('with a wrong row nothing is imported, or the wrong row is skipped', async () => {
  const view = await mustTry([head, row('长子县甲加油站'), row('长子县乙加油站', '9114'), row('长子县丙加油站')]);
  expect(view.counts).toEqual({ new: 2, changed: 0, same: 0, wrong: 1 });
  expect(wrongIn(view)).toEqual(['第3行「统一社会信用代码」：应为18位，现有4位']);
  const refused = await clerk.send(routes.confirmImport, { dryRunId: view.id, mode: 'all-or-nothing' });
  expect(refused).toMatchObject({ status: 409, refusal: { code: 'rows-wrong' } });
  expect((await clerk.mustAsk(registryRoutes.listSubjects, { search: '甲加油站' })).total).toBe(0);
  const imported = await clerk.mustSend(routes.confirmImport, { dryRunId: view.id, mode: 'skip-wrong' });
  expect(imported).toEqual({ new: 2, changed: 0, skipped: 1, finished: true });
  expect((await clerk.mustAsk(registryRoutes.listSubjects, { search: '甲加油站' })).total).toBe(1);
});

test('wrong rows come back in the same workbook with their reasons, and can be mended there', async () => {
  const code = newCode();
  const wide = [...head, '备注'];
  const view = await mustTry([
    wide,
    [...row(), '好的'],
    [...row('长子县丁加油站', code, '烟花爆竹'), '=1+1'],
    [...row(null), '缺名称'],
  ]);
  const file = await clerk.mustAsk(routes.downloadWrongRows, { dryRunId: view.id });
  expect(file.name).toBe('名录-错误行.xlsx');
  const book = await readXlsx(Buffer.from(file.base64, 'base64'));
  const [titles, first, second] = book.sheets[0]?.rows ?? [];
  expect(titles).toEqual([...wide, '错误原因']);
  expect(first).toEqual([
    ...['长子县丁加油站', code, '烟花爆竹', '示例路1号', '=1+1'],
    '第3行「行业类别」：「烟花爆竹」不在可选范围：煤矿、洗储煤、危化生产、危化经营、工贸',
  ]);
  expect(second?.[5]).toBe('第4行「企业名称」：没有填');
  expect(book.sheets[0]?.cells?.get('1,4')?.formula).toBeUndefined();
  const mended = [
    titles ?? [],
    [first?.[0] ?? null, first?.[1] ?? null, '危化经营', '示例路1号', '', first?.[5] ?? null],
  ];
  expect((await mustTry(mended)).counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 0 });
});

test('an import happens once, also when it is pressed twice', async () => {
  const view = await mustTry([head, row()]);
  const input = { dryRunId: view.id, mode: 'all-or-nothing' as const };
  const both = await Promise.all([clerk.send(routes.confirmImport, input), clerk.send(routes.confirmImport, input)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({ status: 409, refusal: { code: 'already-imported' } });
});

test('a registry that changed since the dry run asks for a new one', async () => {
  const stale = await mustTry([head, row()]);
  const other = await mustTry([head, row()]);
  await clerk.mustSend(routes.confirmImport, { dryRunId: other.id, mode: 'all-or-nothing' });
  expect(await clerk.send(routes.confirmImport, { dryRunId: stale.id, mode: 'all-or-nothing' })).toMatchObject({
    status: 409,
    refusal: { code: 'dry-run-stale' },
  });
});

test('an update by workbook is written in the history of each row', async () => {
  const code = newCode();
  const created = await mustTry([head, row('长子县戊加油站', code)]);
  await clerk.mustSend(routes.confirmImport, { dryRunId: created.id, mode: 'all-or-nothing' });
  const view = await mustTry([head, row('长子县戊加油站', code, '危化经营', '示例路99号')]);
  expect(view.rows).toMatchObject([
    { verdict: 'changed', changes: [{ field: '地址', from: '示例路1号', to: '示例路99号' }] },
  ]);
  await clerk.mustSend(routes.confirmImport, { dryRunId: view.id, mode: 'all-or-nothing' });
  const listed = await clerk.mustAsk(registryRoutes.listSubjects, { search: code });
  const shown = await clerk.mustAsk(registryRoutes.showSubject, { id: listed.rows[0]?.id ?? '' });
  expect(shown).toMatchObject({ version: 2, address: '示例路99号', history: [{ reason: '导入', by: '何书' }, {}] });
});

test('what was found in a file is kept as it was found: no look at it reads the file again', async () => {
  const view = await mustTry([head, row('长子县巳加油站'), row('长子县午加油站', '9114')]);
  const { fileHash } = view;
  rmSync(path.join(bureau.filesFolder, bureau.bureauId, fileHash.slice(0, 2), fileHash));
  const shown = await clerk.mustAsk(routes.showDryRun, { dryRunId: view.id });
  expect(shown).toEqual({ ...view, undoable: false });
  const { base64 } = await clerk.mustAsk(routes.downloadWrongRows, { dryRunId: view.id });
  const book = await readXlsx(Buffer.from(base64, 'base64'));
  expect(book.sheets[0]?.rows[1]?.[4]).toBe('第3行「统一社会信用代码」：应为18位，现有4位');
});

test('bad input: a broken workbook', async () => {
  const whole = await workbookOf([head, row()]);
  expect(await messageOf(whole.subarray(0, whole.length / 2))).toBe(
    '没有读入：文件损坏，打不开。请用WPS或Excel打开，另存为.xlsx后再选。',
  );
});

test('bad input: a renamed file', async () => {
  expect(await messageOf(Buffer.from('%PDF-1.7'), '名录.xlsx')).toContain('这个文件其实是PDF文件，只是改了名字');
});

test('bad input: a password-protected workbook', async () => {
  const encryption = { password: '应急2022', spinCount: 1000 };
  const locked = await writeXlsx({ sheets: [{ name: '抽查对象', rows: [head, row()] }], encryption });
  expect(await messageOf(locked)).toContain('工作簿设了密码');
});

test('bad input: a workbook that unpacks to 300 MB', async () => {
  expect(await messageOf(bombOf(300))).toBe('没有读入：解开后至少301MB，最多200MB。请只留名录一张表，另存后再选。');
});

test('bad input: a wrong sheet', async () => {
  expect(await messageOf(await workbookOf([['月份', '金额']], '工资'))).toBe(
    '没有读入：没有找到「抽查对象」名录的表头。工作簿里有「工资」。请下载模板，把内容贴进去。',
  );
  const people = [['姓名', '执法证号', '发证机关', '有效期至', '编制', '可检查行业']];
  expect(await messageOf(await workbookOf(people, '名单'))).toContain('是执法人员名录，这里要的是抽查对象名录');
});

test('bad input: missing and renamed columns', async () => {
  expect(await messageOf(await workbookOf([['企业名称', '统一社会信用代号', '行业类别']]))).toBe(
    '没有读入：工作表「抽查对象」第1行的表头缺「统一社会信用代码」（表里的「统一社会信用代号」是不是它）、「地址」。请补上或改名后再选。',
  );
});

test('bad input: formatted empty rows are not rows', async () => {
  const blank: CellValue[] = [null, null, null, null];
  const rows = [head, row(), ...Array.from({ length: 500 }, () => blank), ['　', ' ', null, '']];
  const columns = head.map(() => ({ numFmt: '@' }));
  const tried = await tryFile(await writeXlsx({ sheets: [{ name: '抽查对象', rows, columns }] }));
  expect(tried).toMatchObject({ value: { counts: { new: 1, wrong: 0 } } });
});

test('bad input: dates as text, as serial number and as date are one date', async () => {
  const titles = [...head, '状态', '状态日期', '状态原因'];
  const dates: CellValue[] = ['2022年3月1日', '2022/3/1', 44621, new Date(Date.UTC(2022, 2, 1)), '上个月'];
  const view = await mustTry([titles, ...dates.map((date) => [...row(), '停产停业', date, '检修'])]);
  expect(view.counts).toMatchObject({ new: 4, wrong: 1 });
  expect(wrongIn(view)[0]).toBe('第6行「状态日期」：「上个月」不是日期。请写成2022-04-06这样');
});

test('bad input: full-width digits and spaces are read as the licence shows them', async () => {
  const code = newCode();
  const wide = code.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const view = await mustTry([head, row('　长子县己加油站 ', ` ${wide}　`)]);
  expect(view.rows).toMatchObject([{ verdict: 'new', name: '长子县己加油站', key: code }]);
});

test('bad input: duplicate codes within the file', async () => {
  const code = newCode();
  const view = await mustTry([head, row('长子县庚加油站', code), row('长子县辛加油站', code)]);
  expect(wrongIn(view)).toEqual(['第3行「统一社会信用代码」：和第2行重复']);
});

test('bad input: a CSV in GBK', async () => {
  const line = (...bytes: number[]) => bytes;
  const gbk = Buffer.from([
    // 名称,代码,行业,地址
    ...line(
      0xc3,
      0xfb,
      0xb3,
      0xc6,
      0x2c,
      0xb4,
      0xfa,
      0xc2,
      0xeb,
      0x2c,
      0xd0,
      0xd0,
      0xd2,
      0xb5,
      0x2c,
      0xb5,
      0xd8,
      0xd6,
      0xb7,
    ),
    ...line(0x0d, 0x0a),
    // 甲厂,<code>,工贸,一号
    ...line(0xbc, 0xd7, 0xb3, 0xa7, 0x2c, ...Buffer.from(newCode()), 0x2c, 0xb9, 0xa4, 0xc3, 0xb3, 0x2c),
    ...line(0xd2, 0xbb, 0xba, 0xc5, 0x0d, 0x0a),
  ]);
  expect(await tryFile(gbk, '名录.csv')).toMatchObject({
    value: { counts: { new: 1, wrong: 0 }, rows: [{ name: '甲厂' }] },
  });
});

test('bad input: a code that became a number', async () => {
  const view = await mustTry([head, row('长子县壬加油站', 914403001922038216)]);
  expect(wrongIn(view)).toEqual(['第2行「统一社会信用代码」：9.14E+17是数字格式，已丢失末位。请改成文本后重新导入']);
});

test('the template is read back without a row, and says what may be chosen', async () => {
  for (const target of ['subject', 'inspector'] as const) {
    const file = await clerk.mustAsk(routes.downloadTemplate, { target });
    const book = await readXlsx(Buffer.from(file.base64, 'base64'));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual([
      target === 'subject' ? '抽查对象' : '执法人员',
      '填写说明',
    ]);
    expect(JSON.stringify(book.sheets[1]?.rows)).toContain('煤矿、洗储煤、危化生产、危化经营、工贸');
    const tried = await tryFile(Buffer.from(file.base64, 'base64'), file.name, target);
    expect(tried).toMatchObject({ refusal: { code: 'table-empty' } });
  }
  const subjects = await clerk.mustAsk(routes.downloadTemplate, { target: 'subject' });
  const book = await readXlsx(Buffer.from(subjects.base64, 'base64'));
  expect(book.sheets[0]?.dataValidations?.length).toBeGreaterThan(4);
});

test('who may not import may not try either, and another bureau does not see the dry run', async () => {
  const bytes = await workbookOf([head, row()]);
  expect(await tryFile(bytes, '名录.xlsx', 'subject', await bureau.as('赵一'))).toMatchObject({ status: 403 });
  const view = await mustTry([head, row()]);
  const stranger = await (await bureau.addBureau('yanshi', '洛阳市偃师区应急管理局')).as('何书');
  expect(await stranger.ask(routes.showDryRun, { dryRunId: view.id })).toMatchObject({ status: 404 });
  expect((await stranger.mustAsk(routes.listImports, {})).total).toBe(0);
  expect((await clerk.mustAsk(routes.listImports, { target: 'subject' })).total).toBeGreaterThan(3);
});

test('GB/T 2260: a code table is imported, and an abolished code stays and says what it became', async () => {
  const [head, ...lines] = readFileSync(path.join(samples, '../../codes/region.csv'), 'utf8').split('\n');
  const codes = Buffer.from([head, ...lines.filter((line) => line.includes(',14'))].join('\n'));
  const tried = await tryFile(codes, '行政区划代码.csv', 'region');
  if (!tried.ok) throw new Error(tried.refusal.message);
  expect(wrongIn(tried.value)).toEqual([]);
  await clerk.mustSend(routes.confirmImport, { dryRunId: tried.value.id, mode: 'all-or-nothing' });
  const again = await tryFile(codes, '行政区划代码.csv', 'region');
  expect(again).toMatchObject({ value: { counts: { new: 0, changed: 0, wrong: 0 } } });
  const { rows } = await clerk.mustAsk(registryRoutes.listReference, { list: 'region', search: '长治县' });
  expect(rows).toMatchObject([{ code: '140421', to: '2018-11-22', successor: '140404' }]);
  const valid = await clerk.mustAsk(registryRoutes.listReference, { list: 'region', search: '1404', on: '2022-03-21' });
  expect(valid.rows.map(({ code }) => code)).not.toContain('140421');
  const { id } = await clerk.mustSend(registryRoutes.addSubject, {
    ...{ name: '上党演示厂', codeKind: 'credit', code: newCode(), address: '示例路9号', region: '140421' },
    ...{ sector: 'hazchem-trade', priority: 'ordinary', creditGrade: null, standardisation: null, sectionId: null },
  });
  expect(await clerk.mustAsk(registryRoutes.showSubject, { id })).toMatchObject({
    region: '140421',
    regionMeaning: { text: '长治县，2018-11-22后已撤销，现为140404', question: true },
  });
});

test('a code table with a code of another form says which row and column', async () => {
  const bytes = await workbookOf([
    ['名称', '行政区划代码', '启用日期', '撤销日期', '现代码', '来源'],
    ['示例县', '9999', '', '', '', '示例'],
  ]);
  const tried = await tryFile(bytes, '区划.xlsx', 'region');
  if (!tried.ok) throw new Error(tried.refusal.message);
  expect(wrongIn(tried.value)).toEqual(['第2行「行政区划代码」：「9999」不是6位行政区划代码']);
});
