import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { foreignTest } from '../scripts/foreign.ts';
import { inspectorRows, readSampleBureaus, registriesFolder, subjectRows } from './make-registries.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mingchou-outside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Counts the rows of the first sheet without any library of spreadsheets. */
const countRows = `
import sys, zipfile, xml.etree.ElementTree as tree
with zipfile.ZipFile(sys.argv[1]) as book:
    assert book.testzip() is None
    sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
print(sum(1 for row in sheet.iter() if row.tag.endswith('}row')))
`;

describe.each(readSampleBureaus())('the registries of $name', (bureau) => {
  const place = (name: string) => path.join(registriesFolder, bureau.slug, name);
  const lengths = { 'subjects.xlsx': subjectRows(bureau).length, 'inspectors.xlsx': inspectorRows(bureau).length };

  foreignTest('unzip', 'are sound archives', (run) => {
    for (const name of Object.keys(lengths))
      expect(run(['-t', place(name)]).toString()).toContain('No errors detected');
  });

  foreignTest('python3', 'hold one row a subject or inspector, and the titles', (run) => {
    for (const [name, length] of Object.entries(lengths)) {
      expect(Number(run(['-c', countRows, place(name)]))).toBe(length + 1);
    }
  });

  foreignTest('soffice', 'open in LibreOffice with every row and Chinese text', (run) => {
    const outdir = path.join(folder, bureau.slug);
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
    run([
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      filter,
      '--outdir',
      outdir,
      place('subjects.xlsx'),
    ]);
    const [csv = ''] = readdirSync(outdir);
    const lines = readFileSync(path.join(outdir, csv), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(lengths['subjects.xlsx'] + 1);
    expect(lines[0]).toContain('统一社会信用代码');
  });
});
