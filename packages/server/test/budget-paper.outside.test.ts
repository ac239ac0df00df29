import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { budgetContent } from '@mingchou/contract';
import { afterAll, expect } from 'vitest';
import { foreignTests } from '../../../scripts/foreign.ts';
import { budgetPaper } from '../src/modules/budget/paper/content.ts';
import { madeUpRules } from '../src/modules/budget/paper/made-up-budget.ts';
import { pressPaper } from '../src/modules/plan/index.ts';
import { closePress } from '../src/papers/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-budget-'));
afterAll(async () => {
  await closePress();
  rmSync(folder, { recursive: true });
});
const withPoppler = foreignTests('pdftotext', 'pdfinfo');
const writer = existsSync('/usr/lib/libreoffice/program/libswlo.so');
const withWriter = foreignTests('pdftotext', writer ? 'soffice' : 'libreoffice-writer');

const sample = path.join(import.meta.dirname, '../../../samples/budgets/ls.json');
const content = budgetContent.parse(JSON.parse(readFileSync(sample, 'utf8')));
const around = { bureau: '鞍山市立山区应急管理局', demonstration: true };
const paper = budgetPaper({ edition: 1, content, kept: [], approved: null }, madeUpRules(2023), around);
const words = [
  ...paper.blocks.map(({ text }) => text),
  ...paper.annexes.flatMap(({ title, lines }) => [title, ...lines.flat()]),
].map(bare);

/** Signs that another font supplies are read out of their turn. */
function bare(text: string): string {
  return text.replace(/[\s−]/g, '');
}

/** All that pdftotext reads, without the spaces that setting puts in. */
function textOf(file: string): string {
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  return bare(text.replace(/\f?—\s*\d+\s*—/g, ''));
}

withPoppler('poppler reads every word of the budget from the PDF, on A4, each page a draft', async () => {
  const file = path.join(folder, 'budget.pdf');
  writeFileSync(file, await pressPaper(paper, 'pdf'));
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toContain('(A4)');
  const text = textOf(file);
  for (const word of words) expect(text).toContain(word);
  expect(text).toContain('草稿');
});

withWriter(
  'LibreOffice reads the same words from the Word file of the budget',
  async () => {
    const file = path.join(folder, 'word.docx');
    writeFileSync(file, await pressPaper(paper, 'docx'));
    const home = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
    execFileSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    const text = textOf(path.join(folder, 'word.pdf'));
    for (const word of words) expect(text).toContain(word);
  },
  60_000,
);
