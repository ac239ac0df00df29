import { expect, test } from 'vitest';
import type { Instant } from '../time.ts';
import { cleanText, readCell, readDate } from './cell.ts';
import { confirmImport, type DryRun } from './confirm-import.ts';
import { findHeads, headSignature, locateTable, readTable, type Sheet, type TableForm } from './table.ts';
import { type UndoFacts, undoImport } from './undo-import.ts';

const objects: TableForm = {
  title: '抽查对象',
  columns: [
    { key: 'name', title: '企业名称', aliases: ['名称'], required: true, read: 'text' },
    { key: 'code', title: '统一社会信用代码', aliases: ['信用代码'], required: true, read: 'code' },
    { key: 'since', title: '状态日期', aliases: [], required: false, read: 'date' },
  ],
};
const people: TableForm = {
  title: '执法人员',
  columns: [
    { key: 'name', title: '姓名', aliases: [], required: true, read: 'text' },
    { key: 'certificateNo', title: '执法证号', aliases: [], required: true, read: 'code' },
  ],
};
const code = '91110108551385082Q';
const sheet = (rows: Sheet['rows'], name = '抽查对象'): Sheet => ({ name, rows });
const locate = (...sheets: readonly Sheet[]) => locateTable(sheets, objects, [people]);

test('the head is found by its names, in any order and in any of the first five rows', () => {
  const found = locate(
    sheet([['长子县抽查对象名录库'], [null], [null], ['填表人：何书'], ['序号', '信用代码', ' * 企业　名称（必填） ']]),
  );
  expect(found).toMatchObject({ value: { headRow: 5, ignored: ['序号'] } });
  expect(found.ok && [...found.value.places]).toEqual([
    ['name', 2],
    ['code', 1],
  ]);
});

test('a missing column is named; a renamed one is named with the head that may be it', () => {
  expect(locate(sheet([['企业名称', '状态日期', '备注']]))).toMatchObject({
    refusal: { code: 'columns-missing', headRow: 1, missing: [{ title: '统一社会信用代码', perhaps: null }] },
  });
  expect(locate(sheet([['企业名称', '状态日期', '统一社会信用代号']]))).toMatchObject({
    refusal: { missing: [{ title: '统一社会信用代码', perhaps: '统一社会信用代号' }] },
  });
});

test('a wrong sheet is answered with the sheets that are there', () => {
  expect(
    locate(
      sheet(
        [
          ['月份', '金额'],
          [1, 2],
        ],
        'Sheet1',
      ),
      sheet([['说明']], '说明'),
    ),
  ).toMatchObject({
    refusal: { code: 'sheet-not-found', wanted: '抽查对象', sheets: ['Sheet1', '说明'] },
  });
});

test('the workbook of the other registry is recognised', () => {
  expect(locate(sheet([['姓名', '执法证号']], '执法人员'))).toMatchObject({
    refusal: { code: 'sheet-is-another', holds: '执法人员', sheet: '执法人员' },
  });
});

test('the sheet that bears the name of the list is read, the other one is told', () => {
  const head = ['企业名称', '统一社会信用代码'];
  expect(locate(sheet([head], '旧表'), sheet([head], '抽查对象'))).toMatchObject({
    value: { sheet: '抽查对象', unread: ['旧表'] },
  });
});

test('the same head twice is refused; an alias beside the title is only ignored', () => {
  expect(locate(sheet([['企业名称', '企业名称', '统一社会信用代码']]))).toMatchObject({
    refusal: { code: 'column-twice', title: '企业名称' },
  });
  expect(locate(sheet([['名称', '企业名称', '统一社会信用代码']]))).toMatchObject({ value: { ignored: ['名称'] } });
});

test('a workbook without a word is empty', () => {
  expect(locate(sheet([[null, ' '], []]))).toMatchObject({ refusal: { code: 'workbook-empty' } });
});

test('formatted empty rows and rows with only a running number are not rows', () => {
  const whole = sheet([
    ['序号', '企业名称', '统一社会信用代码'],
    [1, '甲厂', code],
    [2, null, ' '],
    [null, '　', null],
    [3, '乙厂', code],
  ]);
  const found = locate(whole);
  if (!found.ok) throw new Error('expected a table');
  expect(readTable(whole, found.value, objects.columns).map(({ row, cells }) => [row, cells['name']])).toEqual([
    [2, '甲厂'],
    [5, '乙厂'],
  ]);
});

test('a code that became a number lost its end: the cell is named as the officer sees it', () => {
  expect(readCell(914403001922038200, 'code', 'code')).toEqual({
    problem: { code: 'number-lost-digits', column: 'code', written: '9.14E+17' },
  });
  expect(readCell('9.14E+17', 'code', 'code')).toMatchObject({ problem: { code: 'number-lost-digits' } });
  expect(readCell(13800001234, 'code', 'phone')).toEqual({ text: '13800001234' });
});

test('full-width digits, spaces and invisible characters are what the eye reads', () => {
  expect(readCell(' ９１１１０１０８551385082ｑ\u200b', 'code', 'code')).toEqual({ text: code });
  expect(cleanText('　长子县（丹朱镇）\n１２３号 ')).toBe('长子县（丹朱镇） 123号');
});

test('dates come as dates, as serial numbers and as text in every usual form', () => {
  const forms = [
    '2022-04-06',
    '2022/4/6',
    '2022.4.6',
    '2022年4月6日',
    '20220406',
    '２０２２－４－６',
    '44657',
    '2022-04-06 00:00:00',
  ];
  expect(forms.map(readDate)).toEqual(forms.map(() => '2022-04-06'));
  expect(readCell({ date: '2022-04-06' }, 'date', 'since')).toEqual({ text: '2022-04-06' });
  expect(readCell(44657, 'date', 'since')).toEqual({ text: '2022-04-06' });
});

test('a day that never was is not a date', () => {
  expect(['2022-02-30', '2022-13-01', '四月六日', '12'].map(readDate)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(readCell('长期', 'date', 'since')).toMatchObject({ problem: { code: 'date-unreadable', written: '长期' } });
});

test('a formula that failed is told as it stands', () => {
  expect(readCell({ error: '#N/A' }, 'text', 'name')).toMatchObject({
    problem: { code: 'cell-error', written: '#N/A' },
  });
});

const dryRun = (more: Partial<DryRun> = {}): DryRun => ({
  counts: { new: 3, changed: 1, same: 2, wrong: 1 },
  registryMark: 'mark-1',
  importedAt: null,
  ...more,
});

test('with wrong rows nothing is imported, unless the officer skips them', () => {
  expect(confirmImport(dryRun(), 'all-or-nothing', 'mark-1')).toMatchObject({
    refusal: { code: 'rows-wrong', wrong: 1 },
  });
  expect(confirmImport(dryRun(), 'skip-wrong', 'mark-1')).toMatchObject({ value: { new: 3, changed: 1, skipped: 1 } });
});

test('a registry that changed since the dry run asks for a new one', () => {
  expect(confirmImport(dryRun(), 'skip-wrong', 'mark-2')).toMatchObject({ refusal: { code: 'dry-run-stale' } });
});

test('an import happens once, and only if there is something to import', () => {
  const importedAt = '2022-03-02T01:00:00Z' as Instant;
  expect(confirmImport(dryRun({ importedAt }), 'skip-wrong', 'mark-1')).toMatchObject({
    refusal: { code: 'already-imported' },
  });
  const same = { new: 0, changed: 0, same: 6, wrong: 0 };
  expect(confirmImport(dryRun({ counts: same }), 'skip-wrong', 'mark-1')).toMatchObject({
    refusal: { code: 'nothing-to-import' },
  });
});

test('heads with other names are mapped by hand, and the mapping is known again by the same heads', () => {
  const strange = sheet([['名录'], [null], ['厂子', '执照号', '备注']]);
  expect(locate(strange)).toMatchObject({ refusal: { code: 'sheet-not-found' } });
  expect(findHeads([strange], objects)).toEqual([
    { sheet: '抽查对象', row: 3, heads: ['厂子', '执照号', '备注'], mapping: {} },
  ]);
  const known = new Map([[headSignature([' 厂子 ', '执照号*', '备注']), { name: '厂子', code: '执照号' }]]);
  const found = locateTable([strange], objects, [people], known);
  expect(found).toMatchObject({ value: { headRow: 3, ignored: ['备注'] } });
  expect(locateTable([sheet([['厂子', '执照号']])], objects, [people], known)).toMatchObject({ ok: false });
});

test('a mapping by hand wins over the name of a column', () => {
  const known = new Map([[headSignature(['企业名称', '全称', '信用代码']), { name: '全称' }]]);
  const found = locateTable([sheet([['企业名称', '全称', '信用代码']])], objects, [people], known);
  expect(found.ok && found.value.places.get('name')).toBe(1);
});

test('two tables on one sheet are refused, with the row where the second begins', () => {
  const head = ['企业名称', '统一社会信用代码'];
  expect(locate(sheet([head, ['甲厂', code], [null], head, ['乙厂', code]]))).toMatchObject({
    refusal: { code: 'second-table', headRow: 1, row: 4 },
  });
  expect(locate(sheet([head, ['甲厂', code], ['姓名', '执法证号'], ['赵一', '1404']]))).toMatchObject({
    refusal: { code: 'second-table', row: 3 },
  });
});

const imported = (more: Partial<UndoFacts> = {}): UndoFacts => ({
  ...{ importedAt: '2022-03-02T01:00:00Z' as Instant, undoneAt: null, isLast: true, hasHistory: true },
  ...{ touched: [], added: 3, changed: 1 },
  ...more,
});

test('the last import is taken back once, while every row stands as it left it', () => {
  expect(undoImport(imported())).toEqual({ ok: true, value: { type: 'import-undone', removed: 3, restored: 1 } });
  const undoneAt = '2022-03-03T01:00:00Z' as Instant;
  const refusals = [{ importedAt: null }, { undoneAt }, { isLast: false }, { hasHistory: false }].map((more) => {
    const undone = undoImport(imported(more));
    return undone.ok ? undone.value.type : undone.refusal.code;
  });
  expect(refusals).toEqual(['not-imported', 'import-undone', 'import-not-last', 'import-without-history']);
});

test('an import whose rows were changed since is not taken back, and the rows are named', () => {
  const touched = ['甲厂', '乙厂', '丙厂', '丁厂', '戊厂', '己厂'];
  expect(undoImport(imported({ touched }))).toMatchObject({
    refusal: { code: 'rows-touched', count: 6, names: touched.slice(0, 5) },
  });
});
