import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { foreignTests } from '../../../../../../scripts/foreign.ts';
import { closePress } from '../../../papers/index.ts';
import { planPaper } from './content.ts';
import { madeUpPlan, madeUpRow } from './made-up-plan.ts';
import { pressPlan } from './print.ts';
import { wordOf } from './word.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-plan-'));
afterAll(async () => {
  await closePress();
  rmSync(folder, { recursive: true });
});
const withPoppler = foreignTests('pdftotext', 'pdfinfo');
const withPython = foreignTests('python3');
// LibreOffice can stand without its Writer, which alone reads Word files.
const writer = existsSync('/usr/lib/libreoffice/program/libswlo.so');
const withWriter = foreignTests('pdftotext', writer ? 'soffice' : 'libreoffice-writer');

const facts = madeUpPlan([madeUpRow(1), madeUpRow(2, { name: '*重*#panic("x")', partners: ['公安局'] })]);
const paper = planPaper(facts, { bureau: '演示县应急管理局', demonstration: true });

/** Everything the paper says, without the spaces that setting puts in. */
const words = [
  ...[paper.number, paper.addressees, paper.date, paper.publicity, ...paper.annexList],
  ...paper.blocks.map(({ text }) => text),
  ...paper.annexes.flatMap(({ title, columns, lines }) => [title, ...columns.map((one) => one.title), ...lines.flat()]),
];

function textOf(file: string): string {
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  return text.replace(/\f?—\d+—|\s/g, '');
}

withPoppler('poppler reads every word of the plan from the PDF, on A4, with the table on its own page', async () => {
  const file = path.join(folder, 'plan.pdf');
  writeFileSync(file, await pressPlan(paper));
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toContain('(A4)');
  const text = textOf(file);
  for (const word of words) expect(text).toContain(word.replace(/\s/g, ''));
});

const readWord = `
import sys, zipfile, xml.etree.ElementTree as tree
w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
parts = zipfile.ZipFile(sys.argv[1])
for name in parts.namelist():
    if name.endswith(('.xml', '.rels')): tree.fromstring(parts.read(name))
body = tree.fromstring(parts.read('word/document.xml'))
print(''.join(text.text or '' for text in body.iter(w + 't')))
margin = next(body.iter(w + 'pgMar'))
print([round(int(margin.get(w + side)) / 56.693) for side in ('top', 'right', 'bottom', 'left')])
`;

withPython('python reads the same words from the Word file, with 天头 37 mm and 订口 28 mm', async () => {
  const file = path.join(folder, 'word.docx');
  writeFileSync(file, await wordOf(paper));
  const [text = '', margins] = execFileSync('python3', ['-c', readWord, file], { encoding: 'utf8' }).split('\n');
  for (const word of words) expect(text.replace(/\s/g, '')).toContain(word.replace(/\s/g, ''));
  expect(margins).toBe('[37, 26, 35, 28]');
});

withWriter(
  'LibreOffice reads the same words from the Word file',
  async () => {
    const file = path.join(folder, 'word.docx');
    writeFileSync(file, await wordOf(paper));
    const home = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
    execFileSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    const text = textOf(path.join(folder, 'word.pdf'));
    for (const word of words) expect(text).toContain(word.replace(/\s/g, ''));
  },
  60_000,
);
