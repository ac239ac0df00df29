import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { foreignTests } from '../../../../../../scripts/foreign.ts';
import { closePress } from '../../../papers/index.ts';
import { amendmentPaper } from './amendment-paper.ts';
import { type PlanPaper, planPaper } from './content.ts';
import { madeUpAmendment, madeUpPlan, madeUpRow } from './made-up-plan.ts';
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
const around = { bureau: '演示县应急管理局', demonstration: true };
const three = madeUpPlan([madeUpRow(1), madeUpRow(2), madeUpRow(3)]);
const papers: readonly (readonly [name: string, paper: PlanPaper, pages: number])[] = [
  ['the plan', planPaper(facts, around), 4],
  [
    'the notice of an amendment',
    amendmentPaper({ ...three, plan: madeUpAmendment(three.plan) }, three.plan, around),
    6,
  ],
];

/** Everything a paper says, without the spaces that setting puts in. */
const wordsOf = (paper: PlanPaper) =>
  [
    ...[paper.number, paper.addressees, paper.date, paper.publicity, ...paper.annexList],
    ...[paper.imprint?.copies ?? '', paper.imprint?.office ?? '', paper.imprint?.printed ?? ''],
    ...paper.blocks.map(({ text }) => text),
    ...paper.annexes.flatMap(({ title, columns, lines }) => [
      title,
      ...columns.map((one) => one.title),
      ...lines.flat(),
    ]),
  ].map((word) => word.replace(/\s/g, ''));

function textOf(file: string): string {
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  return text.replace(/\f?—\d+—|\s/g, '');
}

for (const [name, paper, pages] of papers) {
  withPoppler(
    `poppler reads every word of ${name} from the PDF, on A4, with 版记 at the foot of an even page without a number`,
    async () => {
      const file = path.join(folder, 'plan.pdf');
      writeFileSync(file, await pressPlan(paper));
      const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
      expect(info).toContain('(A4)');
      expect(info).toMatch(new RegExp(`Pages: +${pages}\\b`));
      const text = textOf(file);
      for (const word of wordsOf(paper)) expect(text).toContain(word);
      const last = execFileSync('pdftotext', ['-raw', '-f', `${pages}`, file, '-'], { encoding: 'utf8' });
      expect(last.replace(/\s/g, '')).toBe(
        `演示数据${paper.imprint?.copies}${paper.imprint?.office}${paper.imprint?.printed}`,
      );
      const first = execFileSync('pdftotext', ['-raw', '-l', '1', file, '-'], { encoding: 'utf8' });
      expect(first).toContain('— 1 —');
    },
  );
}

const readWord = `
import sys, zipfile, xml.etree.ElementTree as tree
w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
parts = zipfile.ZipFile(sys.argv[1])
for name in parts.namelist():
    if name.endswith(('.xml', '.rels')): tree.fromstring(parts.read(name))
body = tree.fromstring(parts.read('word/document.xml'))
print(''.join(text.text or '' for text in body.iter(w + 't')))
margin = next(body.iter(w + 'pgMar'))
sections = list(body.iter(w + 'sectPr'))
print([round(int(margin.get(w + side)) / 56.693) for side in ('top', 'right', 'bottom', 'left')])
print(sections[-1].find(w + 'type').get(w + 'val'))
`;

for (const [name, paper] of papers) {
  withPython(
    `python reads the same words of ${name} from the Word file, with 天头 37 mm and 订口 28 mm, 版记 on an even page`,
    async () => {
      const file = path.join(folder, 'word.docx');
      writeFileSync(file, await wordOf(paper));
      const [text = '', margins, last] = execFileSync('python3', ['-c', readWord, file], { encoding: 'utf8' }).split(
        '\n',
      );
      for (const word of wordsOf(paper)) expect(text.replace(/\s/g, '')).toContain(word);
      expect(margins).toBe('[37, 26, 35, 28]');
      expect(last).toBe('evenPage');
    },
  );
}

for (const [name, paper] of papers) {
  withWriter(
    `LibreOffice reads the same words of ${name} from the Word file, 28 characters a line, 版记 on one page`,
    async () => {
      const file = path.join(folder, 'word.docx');
      writeFileSync(file, await wordOf(paper));
      const home = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
      execFileSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
      const made = path.join(folder, 'word.pdf');
      // It takes “ ” from another face, which poppler reads out of their place.
      const bare = (text: string) => text.replace(/[“”]/g, '');
      const text = bare(textOf(made));
      for (const word of wordsOf(paper)) expect(text).toContain(bare(word));
      const all = execFileSync('pdftotext', ['-raw', made, '-'], { encoding: 'utf8' }).split('\f');
      const imprint = all.filter((page) => page.includes(paper.imprint?.office ?? ''));
      expect(imprint).toHaveLength(1);
      expect(imprint[0]?.replace(/\s/g, '')).toContain(`${paper.imprint?.office}${paper.imprint?.printed}`);
      const widest = Math.max(...(all[0] ?? '').split('\n').map((line) => [...line.replace(/[ -~]/g, '')].length));
      expect(widest).toBeGreaterThanOrEqual(22);
    },
    60_000,
  );
}
