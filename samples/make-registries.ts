/**
 * Makes the demonstration registries as real workbooks: `node samples/make-registries.ts`.
 * The same rows come out every time; a test reads the committed files back and compares them with these rows.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import { creditCode, enterpriseName, type SectorSpec, sectorsOf } from './registry-names.ts';

export interface SampleBureau {
  readonly slug: string;
  readonly policy: string;
  readonly short: string;
  readonly region: string;
  readonly year: number;
  readonly inspectors: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** The subjects of a bureau, one row an enterprise, keyed by the workbook's column titles. */
export function subjectRows(bureau: SampleBureau): Row[] {
  const rows: Row[] = [];
  for (const spec of sectorsOf(bureau.policy)) {
    for (let i = 0; i < spec.count; i += 1) rows.push(subjectRow(bureau, spec, i, rows.length));
  }
  return rows;
}

function subjectRow(bureau: SampleBureau, spec: SectorSpec, inSector: number, index: number): Row {
  return {
    名称: enterpriseName(bureau.short, spec, inSector, index),
    统一社会信用代码: creditCode(bureau.region, index + 1),
    类别: spec.label,
    '重点/一般': spec.priority ? '重点' : '一般',
    地址: `${bureau.short}演示路${index + 1}号`,
    行政区划代码: bureau.region,
    风险等级: ['A', 'B', 'C', 'D'][(index * 7) % 4] ?? 'B',
    责任科室: spec.section,
    状态: '在业',
  };
}

/** The inspectors of a bureau; every second person is qualified for all sectors, so that each sector has enough people. */
export function inspectorRows(bureau: SampleBureau): Row[] {
  const specs = sectorsOf(bureau.policy);
  const sectors = [...new Set(specs.map((spec) => spec.label))];
  const sections = [...new Set(specs.map((spec) => spec.section))];
  return bureau.inspectors.map((name, index) => ({
    姓名: name,
    执法证号: `${bureau.region}${String(index + 1).padStart(4, '0')}`,
    发证机关: '演示发证机关',
    有效期至: `${bureau.year + 1 + (index % 3)}-03-31`,
    用工性质: index < Math.ceil(bureau.inspectors.length / 4) ? '行政编制' : '事业编制',
    所在科室: sections[index % sections.length] ?? '',
    可检查类别: sectors.filter((_, at) => index % 2 === 0 || at === index % sectors.length).join('、'),
  }));
}

export const registriesFolder = path.join(import.meta.dirname, 'registries');

export function readSampleBureaus(): readonly SampleBureau[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, 'bureaus.json'), 'utf8')) as SampleBureau[];
}

async function workbook(name: string, rows: readonly Row[]): Promise<Uint8Array> {
  const columns = Object.keys(rows[0] ?? {}).map((header) => ({ header, key: header, width: 22 }));
  return writeXlsx({ sheets: [{ name, columns, data: rows.map((row) => ({ ...row })) }] });
}

if (process.argv[1] === import.meta.filename) {
  for (const bureau of readSampleBureaus()) {
    const folder = path.join(registriesFolder, bureau.slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'subjects.xlsx'), await workbook('抽查对象', subjectRows(bureau)));
    writeFileSync(path.join(folder, 'inspectors.xlsx'), await workbook('执法人员', inspectorRows(bureau)));
    console.log(`${bureau.slug}: ${subjectRows(bureau).length} 家，${inspectorRows(bureau).length} 人`);
  }
}
