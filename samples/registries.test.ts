import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { inspectorRows, readSampleBureaus, registriesFolder, subjectRows } from './make-registries.ts';

async function rowsOf(slug: string, file: string): Promise<Record<string, string>[]> {
  const book = await readXlsx(readFileSync(path.join(registriesFolder, slug, file)));
  const [header = [], ...rows] = book.sheets[0]?.rows ?? [];
  return rows.map((row) => Object.fromEntries(header.map((title, at) => [String(title), String(row[at] ?? '')])));
}

function countBy(rows: readonly Readonly<Record<string, string>>[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return counts;
}

test.each(readSampleBureaus())(
  'the committed workbooks of $slug hold the rows that the script makes',
  async (bureau) => {
    expect(await rowsOf(bureau.slug, 'subjects.xlsx')).toEqual(subjectRows(bureau));
    expect(await rowsOf(bureau.slug, 'inspectors.xlsx')).toEqual(inspectorRows(bureau));
  },
);

test('长子 has the 133 subjects its plan counts: 6 煤矿, 31 洗储煤, 2 危化生产, 39 危化经营, 55 工贸', async () => {
  const counts = countBy(await rowsOf('changzi', 'subjects.xlsx'), '类别');
  expect(counts).toEqual({ 煤矿: 6, 洗储煤: 31, 危化生产: 2, 危化经营: 39, 工贸: 55 });
});

test('立山 has 25 重点 (13 机械制造, 12 危化) and 45 一般 units', async () => {
  const rows = await rowsOf('lishan', 'subjects.xlsx');
  const priority = rows.filter((row) => row['重点/一般'] === '重点');
  expect(countBy(priority, '类别')).toEqual({ 机械制造: 13, 危化生产经营: 12 });
  expect(rows.length - priority.length).toBe(45);
});

test('every made-up code is evidently made up, carries its region and is unique', () => {
  for (const bureau of readSampleBureaus()) {
    const codes = subjectRows(bureau).map((row) => row['统一社会信用代码'] ?? '');
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(new RegExp(`^91${bureau.region}XX1[0-9]{5}[0-9X][0-9A-Z]$`));
  }
});
