import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeXlsx } from 'hucre';
import { bombOf, workbookOf, zipOf } from './made-up-files.ts';
import { readFileBytes as readWithin } from './read-file.ts';
import { importLimits } from '@mingchou/domain';
import { readUploaded } from './run-reader.ts';

const readFileBytes = (bytes: Buffer) => readWithin(bytes, importLimits);
const head = ['企业名称', '统一社会信用代码', '行业类别', '地址'];
const row = ['长子县天字号精细化工厂', '91110108551385082Q', '危化生产', '示例路1号'];

test('a workbook is read as it stands, with its row numbers', async () => {
  expect(await readUploaded(await workbookOf([head, [], row]))).toEqual({
    ok: true,
    value: [{ name: '抽查对象', rows: [head, [], row] }],
  });
});

test('a broken workbook is refused', async () => {
  const whole = await workbookOf([head, row]);
  expect(await readUploaded(whole.subarray(0, whole.length - 200))).toMatchObject({ refusal: { code: 'file-broken' } });
  const torn = Buffer.from(whole);
  torn.fill(0xee, 60, 400);
  expect(await readUploaded(torn)).toMatchObject({ refusal: { code: 'file-broken' } });
});

test('a renamed file is known by its bytes', async () => {
  const kinds: readonly [Buffer, string][] = [
    [Buffer.from('%PDF-1.7 抽查对象'), 'PDF文件'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), '图片'],
    [Buffer.from('<html><table><tr><td>企业名称</td></tr></table></html>'), '网页'],
    [Buffer.from('\ufeff<!DOCTYPE html><p>没有登录'), '网页'],
    [zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<w/>') }]), 'Word文档'],
    [zipOf([{ name: '名单.txt', bytes: Buffer.from('甲厂') }]), '压缩包'],
  ];
  for (const [bytes, is] of kinds) {
    expect(await readUploaded(bytes)).toEqual({ ok: false, refusal: { code: 'file-is-another-kind', is } });
  }
});

test('a password-protected workbook is named as such', async () => {
  const encryption = { password: '应急2022', spinCount: 1000 };
  const locked = await writeXlsx({ sheets: [{ name: '抽查对象', rows: [head, row] }], encryption });
  expect(await readUploaded(locked)).toEqual({ ok: false, refusal: { code: 'file-encrypted' } });
});

test('S13: a workbook that unpacks to 300 MB is refused before it is unpacked', async () => {
  const bomb = bombOf(300);
  expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
  const started = performance.now();
  expect(await readUploaded(bomb)).toMatchObject({ refusal: { code: 'unzips-too-large', megabytes: 301, most: 200 } });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('S13: what an entry declares is not believed but counted', async () => {
  expect(await readUploaded(bombOf(300, 1000))).toMatchObject({ refusal: { code: 'unzips-too-large' } });
  expect(await readUploaded(bombOf(40))).toMatchObject({ refusal: { code: 'zip-ratio', most: 200 } });
});

test('S13: too many entries are refused', async () => {
  const parts = Array.from({ length: 2_001 }, (_, n) => ({ name: `xl/media/${n}.png`, bytes: Buffer.alloc(1) }));
  expect(await readUploaded(zipOf(parts))).toMatchObject({ refusal: { code: 'zip-too-many-entries', entries: 2_001 } });
});

test('S14: entities are neither expanded nor fetched', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(1000)}">
    <!ENTITY c "${'&b;'.repeat(1000)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>
    <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&c;&x;</t></is></c></row></sheetData></worksheet>`;
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="抽查对象" sheetId="1" r:id="r1"/></sheets></workbook>`;
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': relation('r0', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': bomb,
  };
  const read = await readUploaded(
    zipOf(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))),
  );
  const text = JSON.stringify(read);
  expect(text.length).toBeLessThan(10_000);
  expect(text).not.toContain(readFileSync('/etc/passwd', 'utf8').slice(0, 10));
});

test('a reader that takes too long is stopped and the server lives on', async () => {
  expect(await readUploaded(await workbookOf([head, row]), 0.001)).toEqual({
    ok: false,
    refusal: { code: 'reading-too-slow', seconds: 0.001 },
  });
  expect(await readUploaded(await workbookOf([head, row]))).toMatchObject({ ok: true });
});

test('a large file is read in a process of its own, with the same bounds', async () => {
  const line = '长子县甲加油站,91140428XX0000001A,危化经营,示例路1号\n';
  const large = Buffer.from(`企业名称,统一社会信用代码,行业类别,地址\n${line.repeat(20_000)}`);
  const read = await readUploaded(large);
  expect(read.ok ? [read.value[0]?.name, read.value[0]?.rows.length, read.value[0]?.rows[20_000]] : read).toEqual([
    ...['CSV', 20_001],
    ['长子县甲加油站', '91140428XX0000001A', '危化经营', '示例路1号'],
  ]);
  expect(await readUploaded(large, 0.001)).toEqual({
    ok: false,
    refusal: { code: 'reading-too-slow', seconds: 0.001 },
  });
  const broken = Buffer.from(`企业名称,地址\n"${line.repeat(20_000)}`);
  expect(await readUploaded(broken)).toMatchObject({ refusal: { code: 'csv-broken' } });
});

test('GBK, UTF-8 with mark and UTF-16 are one CSV, parted by whatever parts it', async () => {
  const gbk = Buffer.from([
    // 企业名称,地址 / 甲厂,示例路1号
    ...[0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb5, 0xd8, 0xd6, 0xb7, 0x0d, 0x0a],
    ...[0xbc, 0xd7, 0xb3, 0xa7, 0x2c, 0xca, 0xbe, 0xc0, 0xfd, 0xc2, 0xb7, 0x31, 0xba, 0xc5, 0x0d, 0x0a],
  ]);
  const rows = [
    ['企业名称', '地址'],
    ['甲厂', '示例路1号'],
  ];
  const text = '企业名称\t地址\r\n甲厂\t示例路1号\r\n';
  for (const bytes of [gbk, Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    expect(await readFileBytes(bytes)).toEqual({ ok: true, value: [{ name: 'CSV', rows }] });
  }
});

test('a CSV with a quote that never closes is refused with its line', async () => {
  expect(await readFileBytes(Buffer.from('企业名称,地址\n"甲厂,示例路1号\n'))).toMatchObject({
    refusal: { code: 'csv-broken' },
  });
});

test('dates, long numbers and failed formulas come as what they are', async () => {
  const cells = new Map([['1,2', { value: '#N/A', type: 'error' as const }]]);
  const rows = [
    ['日期', '代码', '行业'],
    [new Date(Date.UTC(2022, 3, 6)), 914403001922038216, null],
  ];
  const bytes = await writeXlsx({ sheets: [{ name: '抽查对象', rows, cells, columns: [{ numFmt: 'yyyy-mm-dd' }] }] });
  expect(await readFileBytes(Buffer.from(bytes))).toMatchObject({
    value: [{ rows: [rows[0], [{ date: '2022-04-06' }, 914403001922038216, { error: '#N/A' }]] }],
  });
});

test('hidden sheets and formatted empty rows are not there', async () => {
  const blank: null[] = [null, null, null, null];
  const bytes = await writeXlsx({
    sheets: [
      { name: '选项', hidden: true, rows: [['危化生产']] },
      { name: '抽查对象', rows: [head, row, blank, blank], columns: [{ numFmt: '@' }, { numFmt: '@' }] },
    ],
  });
  expect(await readFileBytes(Buffer.from(bytes))).toEqual({
    ok: true,
    value: [{ name: '抽查对象', rows: [head, row] }],
  });
});

test('an empty file and a file above the limit say so', async () => {
  expect(await readUploaded(Buffer.alloc(0))).toEqual({ ok: false, refusal: { code: 'file-empty' } });
  expect(await readUploaded(Buffer.alloc(15 * 1024 * 1024))).toMatchObject({
    refusal: { code: 'file-too-large', most: 14 },
  });
});
